import type { ChartGraph } from './ChartGraph.js';

/**
 * Ids of the transitions that lead back: to what the chart names earlier, at the level where both ends lie in one state. A
 * drawing that turns them round for the layout has the initial states at its head and no circle, and reads as it was written.
 */
export function backwardsEdges(graph: ChartGraph): ReadonlySet<string> {
  const order = new Map<string, number>();
  graph.nodes.forEach(({ id, initial }, place) => {
    order.set(id, initial ? -1 : place);
  });
  const parents = new Map(graph.nodes.map(({ id, parent }) => [id, parent]));
  const wayTo = (id: string): string[] => {
    const parent = parents.get(id);
    return parent === undefined ? [] : [...(parent === null ? [] : wayTo(parent)), id];
  };
  const leadsBack = (from: readonly string[], to: readonly string[]): boolean => {
    const fork = from.findIndex((id, level) => id !== to[level]);
    const [a, b] = [order.get(from[fork] ?? ''), order.get(to[fork] ?? '')];
    return a !== undefined && b !== undefined && a > b;
  };
  return new Set(graph.edges.filter(({ from, to }) => leadsBack(wayTo(from), wayTo(to))).map(({ id }) => id));
}
