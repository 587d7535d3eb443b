/** The name nearest to what was written, if few enough letters differ for it to have been meant; `null`: none is near. */
export function nearName(written: string, names: readonly string[]): string | null {
  const reach = written.length <= 3 ? 1 : Math.max(2, Math.floor(written.length / 3));
  let nearest: string | null = null;
  let least = reach + 1;
  for (const name of names) {
    const far = written.length > 100 ? least : lettersApart(written.toLowerCase(), name.toLowerCase());
    if (far >= least) continue;
    nearest = name;
    least = far;
  }
  return nearest;
}

/** How many letters must be put in, taken out or changed. */
function lettersApart(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
