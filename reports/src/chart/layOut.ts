import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import { backwardsEdges } from './backwardsEdges.js';
import type { ChartEdge, ChartGraph, ChartNode } from './ChartGraph.js';
import type { ChartBox, ChartLayout, ChartLine, Point } from './ChartLayout.js';
import type { ChartWords } from './ChartWords.js';
import { chartMeasures } from './chartMeasures.js';
import { startOf } from './startOf.js';

const { row, perLetter, perNameLetter, stateHeight, stateWidth, inset, head, dot, history } = chartMeasures;

/** The layered algorithm, downwards, right angles; what only leads on a straight line stays on one. */
const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.mergeEdges': 'false',
  'elk.randomSeed': '1',
  'elk.spacing.nodeNode': '22',
  'elk.spacing.edgeNode': '12',
  'elk.spacing.edgeEdge': '9',
  'elk.layered.spacing.nodeNodeBetweenLayers': '30',
  'elk.layered.spacing.edgeNodeBetweenLayers': '11',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '9',
  'elk.padding': '[top=4,left=4,bottom=4,right=4]',
} as const;

/** Places for a whole chart's states and transitions, with room for what is written; the same every time. */
export async function layOut(graph: ChartGraph, words: ChartWords): Promise<ChartLayout> {
  // Loaded when first needed: it is larger than all the rest of this room.
  const { default: ELK } = await import('elkjs/lib/elk.bundled.js');
  const backwards = backwardsEdges(graph);
  const lay = (widened: ReadonlyMap<string, number>) =>
    new ELK().layout(new ElkGraph(graph, words, backwards, widened).root()).then((root) => readLayout(root, backwards));
  const first = await lay(new Map());
  const widened = tooNarrow(graph, words, first);
  return widened.size === 0 ? first : lay(widened);
}

/** The chart as the layout library wants it. */
export class ElkGraph {
  readonly #graph: ChartGraph;
  readonly #words: ChartWords;
  readonly #backwards: ReadonlySet<string>;
  readonly #widened: ReadonlyMap<string, number>;

  constructor(graph: ChartGraph, words: ChartWords, backwards: ReadonlySet<string>, widened: ReadonlyMap<string, number>) {
    this.#graph = graph;
    this.#words = words;
    this.#backwards = backwards;
    this.#widened = widened;
  }

  root(): ElkNode {
    const { root, nodes, edges } = this.#graph;
    const drawn = new Set([...nodes.map(({ id }) => id), ...(this.#words.frame ? [root.id] : [])]);
    const inside = this.#inside(null, root);
    return {
      id: 'drawing',
      layoutOptions: OPTIONS,
      children: this.#words.frame ? [this.#group(root, inside)] : inside,
      edges: [
        ...[root, ...nodes].flatMap((node) => this.#startEdge(node)),
        ...edges.filter(({ from, to }) => drawn.has(from) && drawn.has(to)).map((edge) => this.#edge(edge)),
      ],
    };
  }

  #inside(parent: string | null, around: ChartNode): ElkNode[] {
    const children = this.#graph.nodes.filter((node) => node.parent === parent);
    const starts = children.some(({ initial }) => initial) ? [{ id: startOf(around.id), width: dot, height: dot }] : [];
    return [...starts, ...children.map((node) => this.#node(node))];
  }

  #node(node: ChartNode): ElkNode {
    if (node.kind === 'group' || node.kind === 'parallel') return this.#group(node, this.#inside(node.id, node));
    if (node.kind !== 'state' && node.kind !== 'final') return { id: idOf(node.id), width: history, height: history };
    const lines = this.#words.lines(node).length;
    return { id: idOf(node.id), width: widthOf(node, this.#words), height: stateHeight + (lines === 0 ? 0 : lines * row + 8) };
  }

  #group(node: ChartNode, children: ElkNode[]): ElkNode {
    const lines = this.#words.lines(node).length;
    const top = head + (lines === 0 ? 0 : lines * row + 6);
    return {
      id: idOf(node.id),
      // The library hands no option down to what lies inside.
      layoutOptions: {
        ...OPTIONS,
        // Regions side by side begin at one height.
        'elk.alignment': 'TOP',
        'elk.padding': `[top=${top},left=${inset},bottom=${inset},right=${inset + (this.#widened.get(node.id) ?? 0)}]`,
      },
      children,
    };
  }

  #startEdge({ id }: ChartNode): ElkExtendedEdge[] {
    const first = this.#graph.nodes.find((node) => node.initial && (node.parent ?? '') === id);
    return first === undefined ? [] : [{ id: startOf(id), sources: [startOf(id)], targets: [idOf(first.id)] }];
  }

  #edge(edge: ChartEdge): ElkExtendedEdge {
    const lines = this.#words.label(edge);
    const width = Math.max(0, ...lines.map((line) => line.length)) * perLetter + 8;
    const labels = lines.length === 0 ? {} : { labels: [{ text: lines.join('\n'), width, height: lines.length * row + 2 }] };
    const ends = [idOf(edge.from), idOf(edge.to)];
    const [from = '', to = ''] = this.#backwards.has(edge.id) ? ends.reverse() : ends;
    return { id: edge.id, sources: [from], targets: [to], ...labels };
  }
}

/** Room for a state's name and its lines. */
function widthOf(node: ChartNode, words: ChartWords): number {
  const name = words.name(node).length * perNameLetter + 2 * inset + words.beside(node);
  const lines = words.lines(node).map((line) => line.length * perLetter + 2 * inset);
  return Math.max(stateWidth, name, ...lines);
}

/** By how much groups are narrower than their own words: the library makes them as wide as what lies inside, no wider. */
function tooNarrow(graph: ChartGraph, words: ChartWords, { boxes }: ChartLayout): ReadonlyMap<string, number> {
  const groups = new Map(boxes.filter(({ group }) => group).map(({ id, width }) => [id, width]));
  return new Map(
    [graph.root, ...graph.nodes].flatMap((node): [string, number][] => {
      const missing = widthOf(node, words) - (groups.get(node.id) ?? Number.POSITIVE_INFINITY);
      return missing > 0 ? [[node.id, missing]] : [];
    }),
  );
}

/** The whole chart's id is empty, which the library takes for none. */
function idOf(path: string): string {
  return `state/${path}`;
}

function readLayout(root: ElkNode, backwards: ReadonlySet<string>): ChartLayout {
  const lines = linesOf(root).map((line) => (backwards.has(line.id) ? { ...line, points: line.points.toReversed() } : line));
  return { width: root.width ?? 0, height: root.height ?? 0, boxes: boxesOf(root), lines };
}

function boxesOf(node: ElkNode): ChartBox[] {
  return (node.children ?? []).flatMap((child) => [
    {
      id: child.id.replace(/^state\//, ''),
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
      points: section === undefined ? [] : straight([section.startPoint, ...(section.bendPoints ?? []), section.endPoint]),
      label: label?.x === undefined || label.y === undefined ? null : { x: label.x, y: label.y },
    };
  });
  return [...own, ...(node.children ?? []).flatMap(linesOf)];
}

/** Between the border of the whole and a state the library is off by part of a pixel, and a line would slant. */
function straight(points: readonly Point[]): Point[] {
  const made: Point[] = [];
  for (const { x, y } of points) {
    const before = made.at(-1) ?? { x, y };
    const [dx, dy] = [Math.abs(x - before.x), Math.abs(y - before.y)];
    made.push({ x: dx < 1 && dx < dy ? before.x : x, y: dy < 1 && dy < dx ? before.y : y });
  }
  return made;
}
