/** Draws a whole number from 0 up to, and without, `below`. Numbers for ids come from the host's own chance, so that none can be drawn again. */
export type Draw = (below: number) => number;

/** The same things in an order drawn by lot. */
export function shuffled<T>(things: readonly T[], draw: Draw): T[] {
  const order = [...things];
  for (let left = order.length; left > 1; left--) {
    const at = draw(left);
    [order[left - 1], order[at]] = [order[at] as T, order[left - 1] as T];
  }
  return order;
}

/** A new name for each: `machine-1`, `machine-2`… dealt out by lot. */
export function renamed(ids: readonly string[], word: string, draw: Draw): ReadonlyMap<string, string> {
  return new Map(shuffled([...new Set(ids)], draw).map((id, i) => [id, `${word}-${i + 1}`]));
}
