/** One thing to mend in the lists of a site, where it stands, and what to write instead. */
export interface DataProblem {
  readonly file: string;
  readonly sheet: string | null;
  /** From 1, as spreadsheets count; `null` for the list as a whole. */
  readonly row: number | null;
  /** A, B… as spreadsheets call it; `null` for a row as a whole. */
  readonly column: string | null;
  /** The column's name, where it is one of ours. */
  readonly name: string | null;
  readonly message: string;
  readonly expected: string;
  readonly nearest: string | null;
}

/** At most so many are told at once. */
export const DATA_PROBLEMS_TOLD = 20;

/** `week.xlsx, sheet tickets, row 7, column C (cause): 'hangup' is no cause; did you mean hang-up?` */
export function dataProblemInWords({ file, sheet, row, column, name, message }: DataProblem): string {
  const place = [
    file,
    ...(sheet === null ? [] : [`sheet ${sheet}`]),
    ...(row === null ? [] : [`row ${row}`]),
    ...(column === null ? [] : [`column ${column}${name === null ? '' : ` (${name})`}`]),
  ];
  return `${place.join(', ')}: ${message}`;
}

/** A, B… Z, AA, AB… for 0, 1… */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}
