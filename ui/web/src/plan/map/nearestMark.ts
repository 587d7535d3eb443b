interface Mark {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** Farther from every place than this a machine is set down nowhere. */
const NEAR_PX = 64;

/** The place that a machine held here would be set down at. */
export function nearestMark<M extends Mark>(marks: readonly M[], x: number, y: number): M | null {
  const far = ({ x: px, y: py }: Mark) => Math.hypot(px - x, py - y);
  const near = marks.filter((mark) => far(mark) <= NEAR_PX);
  return near.reduce<M | null>((best, mark) => (best === null || far(mark) < far(best) ? mark : best), null);
}

/** The next place in a direction: the nearest of those that lie rather there than to the side. */
export function towards<M extends Mark>(marks: readonly M[], from: Mark, [dx, dy]: readonly [number, number]): M | null {
  let best: { readonly mark: M; readonly cost: number } | null = null;
  for (const mark of marks) {
    if (mark.id === from.id) continue;
    const ahead = (mark.x - from.x) * dx + (mark.y - from.y) * dy;
    const aside = Math.abs((mark.x - from.x) * dy) + Math.abs((mark.y - from.y) * dx);
    const cost = ahead + 2 * aside;
    if (ahead > 0 && aside <= 2 * ahead && (best === null || cost < best.cost)) best = { mark, cost };
  }
  return best?.mark ?? null;
}
