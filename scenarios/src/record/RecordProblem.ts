/** Why a record cannot be read: where, and what was expected there. */
export interface RecordProblem {
  readonly file: string;
  /** From 1; 0 when the file as a whole is meant. */
  readonly line: number;
  /** From 1, in characters (UTF-16 code units); 0 when the line as a whole is meant. */
  readonly column: number;
  readonly message: string;
}

/** `runs/a.jsonl:12:8: …`, as editors and terminals know how to jump to. */
export function problemInWords({ file, line, column, message }: RecordProblem): string {
  const place = line === 0 ? file : column === 0 ? `${file}:${line}` : `${file}:${line}:${column}`;
  return `${place}: ${message}`;
}
