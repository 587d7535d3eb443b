/** Which lines of each of two lists stand out: those outside their longest common row, so that a change of order shows. */
export function unlikeLines(a: readonly string[], b: readonly string[]): [ReadonlySet<number>, ReadonlySet<number>] {
  /** By the places where both begin: the length of the longest common row from there on. */
  const longest = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number) => longest[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      (longest[i] as number[])[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const [onlyA, onlyB] = [new Set(a.keys()), new Set(b.keys())];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      onlyA.delete(i++);
      onlyB.delete(j++);
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return [onlyA, onlyB];
}
