import type { ChartGraph, ChartNode } from './ChartGraph.js';
import type { ChartBox, Point } from './ChartLayout.js';

export type Rule = readonly [from: Point, to: Point];

/**
 * The dashed lines between the regions of a parallel state, from edge to edge of its box: down where regions stand side by
 * side, across where one stands under the other. `null` where neither is so, and each region needs a frame.
 */
export function regionRules(
  graph: ChartGraph,
  node: ChartNode,
  boxes: ReadonlyMap<string, ChartBox>,
  top: number,
): Rule[] | null {
  const around = boxes.get(node.id);
  const regions = graph.nodes
    .filter(
      (one) => one.parent === (node.id === '' ? null : node.id) && one.kind !== 'shallow-history' && one.kind !== 'deep-history',
    )
    .flatMap((one) => boxes.get(one.id) ?? []);
  if (around === undefined) return [];
  const bottom = around.y + around.height;
  const beside = gapsBetween(regions.map(({ x, width }) => [x, x + width]));
  if (beside !== null)
    return beside.map(
      (x): Rule => [
        { x, y: around.y + top },
        { x, y: bottom },
      ],
    );
  const below = gapsBetween(regions.map(({ y, height }) => [y, y + height]));
  return (
    below?.map(
      (y): Rule => [
        { x: around.x, y },
        { x: around.x + around.width, y },
      ],
    ) ?? null
  );
}

/** The middles of the gaps between spans, or `null` where two spans overlap. */
function gapsBetween(spans: readonly (readonly [number, number])[]): number[] | null {
  const ordered = spans.toSorted((a, b) => a[0] - b[0]);
  const gaps = ordered.slice(1).map((span, place) => [ordered[place]?.[1] ?? 0, span[0]] as const);
  return gaps.some(([end, start]) => end > start) ? null : gaps.map(([end, start]) => (end + start) / 2);
}
