export interface FlowArc {
  readonly from: number;
  readonly to: number;
  readonly most: number;
  readonly cost: number;
}

/**
 * As much as fits from source to sink, at the least cost (successive shortest paths; costs of 0 and more). Whole amounts stay
 * whole.
 */
export function cheapestFlow(
  nodes: number,
  arcs: readonly FlowArc[],
  source: number,
  sink: number,
): { readonly amount: number; readonly cost: number } {
  // Each arc is followed by its own way back.
  const both = arcs.flatMap(({ from, to, most, cost }) => [
    { from, to, left: most, cost },
    { from: to, to: from, left: 0, cost: -cost },
  ]);
  const out = Array.from({ length: nodes }, (): number[] => []);
  for (const [index, { from }] of both.entries()) out[from]?.push(index);
  let [amount, cost] = [0, 0];
  for (;;) {
    const { by, far } = shortestWays(nodes, both, out, source);
    if ((far[sink] as number) === Number.POSITIVE_INFINITY) return { amount, cost };
    let pushed = Number.POSITIVE_INFINITY;
    for (let node = sink; node !== source; node = both[by[node] as number]?.from as number) {
      pushed = Math.min(pushed, both[by[node] as number]?.left as number);
    }
    for (let node = sink; node !== source; ) {
      const index = by[node] as number;
      const [there, back] = [both[index], both[index % 2 === 0 ? index + 1 : index - 1]];
      if (!there || !back) throw new Error('a way back is missing');
      there.left -= pushed;
      back.left += pushed;
      node = there.from;
    }
    amount += pushed;
    cost += pushed * (far[sink] as number);
  }
}

/** Bellman and Ford with a queue: costs of ways back are below 0. */
function shortestWays(
  nodes: number,
  arcs: readonly { readonly to: number; readonly left: number; readonly cost: number }[],
  out: readonly (readonly number[])[],
  source: number,
) {
  const far = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  const by = new Int32Array(nodes).fill(-1);
  far[source] = 0;
  const queue = [source];
  const isWaiting = new Uint8Array(nodes);
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head] as number;
    isWaiting[node] = 0;
    for (const index of out[node] ?? []) {
      const { to, left, cost } = arcs[index] as (typeof arcs)[number];
      const way = (far[node] as number) + cost;
      if (left <= 0 || way >= (far[to] as number) - 1e-12) continue;
      far[to] = way;
      by[to] = index;
      if (isWaiting[to] === 0) queue.push(to);
      isWaiting[to] = 1;
    }
  }
  return { far, by };
}
