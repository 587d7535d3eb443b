import type { ChartEdge, ChartGraph, ChartNode } from '@dosetwin/reports';

/** A drawing in a narrow panel stays legible up to so many boxes. */
const MOST_BOXES = 12;

/** A chart with its inner workings folded away, and for each of its states and transitions which drawn one stands for it. */
export interface FoldedChart {
  readonly graph: ChartGraph;
  /** The transitions of the whole chart that a drawn one stands for, by the drawn one's id. */
  readonly standsFor: ReadonlyMap<string, readonly string[]>;
}

/**
 * Opens groups from the outside in while there is room: first those whose states are alternatives (nothing leads from one
 * to another, as the ways to jam), then the larger ones. States side by side stay folded into one box.
 */
export function foldChart(graph: ChartGraph): FoldedChart {
  const open = openGroups(graph);
  const drawn = graph.nodes.filter((node) => node.parent === null || open.has(node.parent));
  const ids = new Set(drawn.map((node) => node.id));
  const nodes = drawn.map((node): ChartNode => (node.kind === 'state' || open.has(node.id) ? node : { ...node, kind: 'state' }));
  const standsFor = new Map<string, string[]>();
  const edges = new Map<string, ChartEdge>();
  for (const edge of graph.edges) {
    const from = drawnFor(edge.from, ids);
    const to = drawnFor(edge.to, ids);
    if (from === to) continue;
    const id = `${from} > ${to}`;
    const known = edges.get(id);
    edges.set(id, known ?? { ...edge, id, from, to });
    standsFor.set(id, [...(standsFor.get(id) ?? []), edge.id]);
  }
  return { graph: { ...graph, nodes, edges: [...edges.values()] }, standsFor };
}

/** The state itself if it is drawn, or the nearest one around it that is. */
function drawnFor(path: string, ids: ReadonlySet<string>): string {
  let at = path;
  while (!ids.has(at) && at.includes('.')) at = at.slice(0, at.lastIndexOf('.'));
  return at;
}

function openGroups(graph: ChartGraph): ReadonlySet<string> {
  const open = new Set<string>();
  let boxes = graph.nodes.filter((node) => node.parent === null).length;
  const top = graph.nodes.filter((node) => node.parent === null && node.kind === 'group');
  const ordered = top.toSorted((a, b) => rank(b, graph) - rank(a, graph));
  for (const group of ordered) {
    const more = childrenOf(group, graph).length - 1;
    if (boxes + more > MOST_BOXES) continue;
    boxes += more;
    open.add(group.id);
  }
  return open;
}

function rank(group: ChartNode, graph: ChartGraph): number {
  const children = childrenOf(group, graph);
  const inside = (path: string) => children.some((one) => path === one.id || path.startsWith(`${one.id}.`));
  const alternatives = !graph.edges.some((edge) => inside(edge.from) && inside(edge.to));
  return (alternatives ? 100 : 0) + children.length;
}

function childrenOf(group: ChartNode, graph: ChartGraph): readonly ChartNode[] {
  return graph.nodes.filter((node) => node.parent === group.id);
}
