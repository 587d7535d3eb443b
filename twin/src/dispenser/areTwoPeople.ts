/** Whether two signatures are two people's: an empty one is nobody's, and neither case nor spaces around or between make another of one. */
export function areTwoPeople(first: string, second: string): boolean {
  const [one, other] = [nameOf(first), nameOf(second)];
  return one !== '' && other !== '' && one !== other;
}

function nameOf(signed: string): string {
  return signed.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
