import type { ChartGraph, ChartNode } from '@dosetwin/reports';

/** The counter whose dots a state shows: the one that its own transitions are guarded by, if that has a small limit. */
export function counterAt(node: ChartNode, graph: ChartGraph): string | null {
  const guards = graph.edges.filter((edge) => edge.from === node.id).map((edge) => edge.guard.split(' ')[0]);
  return graph.counters.find((one) => guards.includes(one.name) && one.limit > 1 && one.limit <= 6)?.name ?? null;
}
