/** A share for people, in percent with at most one decimal, halves up: '96.6 %', '95 %'. `of` must not be 0. */
export function percent(part: number, of: number): string {
  const tenths = Math.round((part * 1000) / of);
  // What is not all is never shown as all, and what is not nothing never as nothing.
  if (tenths === 1000 && part < of) return 'almost 100 %';
  if (tenths === 0 && part > 0) return 'almost 0 %';
  return `${tenths % 10 === 0 ? tenths / 10 : `${Math.floor(tenths / 10)}.${tenths % 10}`} %`;
}
