/** `12`, `12.5` or `12,5`; `null` for anything else. */
export function readCellNumber(text: string): number | null {
  return /^-?\d{1,9}([.,]\d{1,12})?$/.test(text) ? Number(text.replace(',', '.')) : null;
}
