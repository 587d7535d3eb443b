/** A cell as a file has it. Dates of a spreadsheet have become text such as `2026-03-02 08:30:00` before. */
export type Cell = string | number | boolean | null;

export const TABLE_NAMES = ['people', 'shifts', 'sites', 'tickets'] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** One list of a site: a CSV file, or a sheet of a workbook. The first of its rows is row 1. */
export interface Table {
  readonly name: TableName;
  readonly file: string;
  /** `null` for a file that is one list. */
  readonly sheet: string | null;
  readonly rows: readonly (readonly Cell[])[];
}
