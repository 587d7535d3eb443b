/** The machine, person or contact of an address: `harbour-house-1` of `harbour-house-1/session`, `nurse` of `nurse`. */
export function ownerOf(source: string): string {
  const cut = source.indexOf('/');
  return cut < 0 ? source : source.slice(0, cut);
}

/** The part of an address: `session` of `harbour-house-1/session`, '' of `nurse`. */
export function partOf(source: string): string {
  const cut = source.indexOf('/');
  return cut < 0 ? '' : source.slice(cut + 1);
}
