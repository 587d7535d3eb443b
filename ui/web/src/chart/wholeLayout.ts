import { type ChartGraph, type ChartLayout, layOut } from '@dosetwin/reports';
import { sayEdge, sayNode } from './chartWords.js';
import { counterAt } from './counterAt.js';

const DOTS_WIDTH = 34;
const kept = new Map<string, Promise<ChartLayout>>();

/** Places of a whole chart's states and transitions, with room for the page's own words; each chart is laid out once. */
export function wholeLayout(graph: ChartGraph): Promise<ChartLayout> {
  const known = kept.get(graph.name);
  if (known !== undefined) return known;
  const made = layOut(graph, {
    name: sayNode,
    lines: () => [],
    label: sayEdge,
    frame: false,
    beside: (node) => (counterAt(node, graph) === null ? 0 : DOTS_WIDTH),
  });
  kept.set(graph.name, made);
  return made;
}
