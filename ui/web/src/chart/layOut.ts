import ELK from 'elkjs/lib/elk.bundled.js';
import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { ChartEdge, ChartGraph, ChartNode } from './ChartGraph.js';
import type { ChartBox, ChartLayout, ChartLine } from './ChartLayout.js';
import { sayEdge, sayNode } from './chartWords.js';

const ROW = 16;
const PER_LETTER = 6.7;
const PER_NAME_LETTER = 7;
const STATE_HEIGHT = 33;
const DOT = 8;

/** The layered algorithm, downwards, right angles; what only leads on a straight line stays on one. */
const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.compaction.postCompaction.strategy': 'EDGE_LENGTH',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.layered.mergeEdges': 'false',
  'elk.randomSeed': '1',
} as const;

const elk = new ELK();
const kept = new Map<string, Promise<ChartLayout>>();

/** Places of a whole chart's states and transitions, with room for what each transition waits for. */
export function layOut(graph: ChartGraph): Promise<ChartLayout> {
  const key = graph.name;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = elk.layout(elkGraph(graph)).then(readLayout);
  kept.set(key, made);
  return made;
}

function elkGraph(graph: ChartGraph): ElkNode {
  return {
    id: 'root',
    layoutOptions: {
      ...OPTIONS,
      'elk.spacing.nodeNode': '22',
      'elk.spacing.edgeNode': '12',
      'elk.spacing.edgeEdge': '9',
      'elk.layered.spacing.nodeNodeBetweenLayers': '30',
      'elk.layered.spacing.edgeNodeBetweenLayers': '11',
      'elk.layered.spacing.edgeEdgeBetweenLayers': '9',
      'elk.padding': '[top=4,left=4,bottom=4,right=4]',
    },
    children: [...childrenOf(null, graph), ...startDots(graph, null)],
    edges: [...startEdges(graph), ...graph.edges.map((edge) => elkEdge(edge))],
  };
}

function childrenOf(parent: string | null, graph: ChartGraph): ElkNode[] {
  return graph.nodes
    .filter((node) => node.parent === parent)
    .map((node): ElkNode => {
      if (node.kind === 'state' || node.kind === 'final')
        return { id: node.id, width: widthOf(node, graph), height: STATE_HEIGHT };
      return {
        id: node.id,
        layoutOptions: { 'elk.padding': '[top=30,left=12,bottom=12,right=12]' },
        children: [...childrenOf(node.id, graph), ...startDots(graph, node.id)],
      };
    });
}

/** Counters are dots beside the name of the state that they count. */
function widthOf(node: ChartNode, graph: ChartGraph): number {
  const dots = counterAt(node, graph) === null ? 0 : 34;
  return Math.max(92, sayNode(node).length * PER_NAME_LETTER + 26 + dots);
}

/** The counter whose dots a state shows: the one that its own transitions are guarded by, if that has a small limit. */
export function counterAt(node: ChartNode, graph: ChartGraph): string | null {
  const guards = graph.edges.filter((edge) => edge.from === node.id).map((edge) => edge.guard.split(' ')[0]);
  return graph.counters.find((one) => guards.includes(one.name) && one.limit > 1 && one.limit <= 6)?.name ?? null;
}

/** Only the outermost initial state has a dot: inner ones are reached by a transition that is drawn. */
function startDots(graph: ChartGraph, parent: string | null): ElkNode[] {
  return parent === null && graph.nodes.some((node) => node.parent === null && node.initial)
    ? [{ id: 'start', width: DOT, height: DOT }]
    : [];
}

function startEdges(graph: ChartGraph): ElkExtendedEdge[] {
  const first = graph.nodes.find((node) => node.parent === null && node.initial);
  return first === undefined ? [] : [{ id: 'start', sources: ['start'], targets: [innermost(first, graph).id] }];
}

function innermost(node: ChartNode, graph: ChartGraph): ChartNode {
  const inner = graph.nodes.find((one) => one.parent === node.id && one.initial);
  return inner === undefined || node.kind === 'parallel' ? node : innermost(inner, graph);
}

function elkEdge(edge: ChartEdge): ElkExtendedEdge {
  const lines = sayEdge(edge);
  const width = Math.max(0, ...lines.map((line) => line.length)) * PER_LETTER;
  return {
    id: edge.id,
    sources: [edge.from],
    targets: [edge.to],
    ...(lines.length === 0 ? {} : { labels: [{ text: lines.join('\n'), width: width + 8, height: lines.length * ROW }] }),
  };
}

function readLayout(root: ElkNode): ChartLayout {
  return { width: root.width ?? 0, height: root.height ?? 0, boxes: boxesOf(root), lines: linesOf(root) };
}

function boxesOf(node: ElkNode): ChartBox[] {
  return (node.children ?? []).flatMap((child) => [
    {
      id: child.id,
      x: child.x ?? 0,
      y: child.y ?? 0,
      width: child.width ?? 0,
      height: child.height ?? 0,
      group: (child.children ?? []).length > 0,
    },
    ...boxesOf(child),
  ]);
}

function linesOf(node: ElkNode): ChartLine[] {
  const own = (node.edges ?? []).map((edge): ChartLine => {
    const section = edge.sections?.[0];
    const label = edge.labels?.[0];
    return {
      id: edge.id,
      points: section === undefined ? [] : [section.startPoint, ...(section.bendPoints ?? []), section.endPoint],
      label: label?.x === undefined || label.y === undefined ? null : { x: label.x, y: label.y },
    };
  });
  return [...own, ...(node.children ?? []).flatMap(linesOf)];
}
