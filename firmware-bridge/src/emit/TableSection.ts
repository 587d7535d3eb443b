/** A number of the table: one byte, or several with the lower ones first. */
export type Cell = number | { readonly word: number } | { readonly long: number };

export interface TableRow {
  readonly comment: string;
  readonly cells: readonly Cell[];
}

export interface TableSection {
  readonly title: string;
  readonly rows: readonly TableRow[];
}
