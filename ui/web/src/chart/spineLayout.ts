import {
  type ChartBox,
  type ChartEdge,
  type ChartGraph,
  type ChartLayout,
  type ChartLine,
  type ChartNode,
  type Point,
  startOf,
} from '@dosetwin/reports';
import { isFaultState } from '../trace/isFault.js';

const WIDTH = 118;
const HEIGHT = 33;
/** Between the columns: a trunk for each state that sends transitions across. */
const GAP = 50;
const LEFT_CHANNEL = 16;
const RIGHT_CHANNEL = 22;
const TOP = 24;
const ROW = 44;
const LONG_ROW = 66;
const PAD = 10;
const GROUP_HEAD = 26;
const LANE = 6;
const DOT = 8;

/**
 * A drawing for a narrow panel: the way that all goes well runs down the left, what else may come stands at the right, and
 * transitions keep to channels beside the columns. Plain and the same every time.
 */
export function spineLayout(graph: ChartGraph): ChartLayout {
  const columns = columnsOf(graph);
  const boxes = placeBoxes(graph, columns);
  // A spine alone stands in the panel's middle.
  const alone = columns.right.length === 0;
  const width = LEFT_CHANNEL + 2 * WIDTH + GAP + RIGHT_CHANNEL + PAD;
  const height = Math.max(...[...boxes.values()].map((box) => box.y + box.height)) + 4;
  const router = new Router(graph, columns, boxes);
  const first = columns.left[0];
  const start = first === undefined ? [] : [startBox(boxes.get(first.id), first.parent !== null)];
  const layout: ChartLayout = {
    width,
    height,
    boxes: [...boxes.values(), ...start],
    lines: [...start.map((box) => startLine(box)), ...graph.edges.map((edge) => router.line(edge))],
  };
  return alone ? movedRight(layout, (width - WIDTH) / 2 - LEFT_CHANNEL) : layout;
}

function movedRight({ width, height, boxes, lines }: ChartLayout, by: number): ChartLayout {
  const moved = (point: Point): Point => ({ x: point.x + by, y: point.y });
  return {
    width,
    height,
    boxes: boxes.map((box) => ({ ...box, x: box.x + by })),
    lines: lines.map((line) => ({
      ...line,
      points: line.points.map(moved),
      label: line.label === null ? null : moved(line.label),
    })),
  };
}

interface Columns {
  readonly left: readonly ChartNode[];
  readonly right: readonly ChartNode[];
}

/** The spine is followed from the first state by the first transition that leads to a new state and is no fault. */
function columnsOf(graph: ChartGraph): Columns {
  const leaves = graph.nodes.filter((node) => node.kind === 'state' || node.kind === 'final');
  const left = spineOf(graph, leaves);
  const right: ChartNode[] = [];
  for (const node of leaves) {
    if (left.includes(node)) continue;
    if (right.length >= left.length + 3 && node.parent === null) left.push(node);
    else right.push(node);
  }
  return { left, right };
}

function spineOf(graph: ChartGraph, leaves: readonly ChartNode[]): ChartNode[] {
  const spine: ChartNode[] = [];
  const inside = (node: ChartNode): boolean => {
    const parent = graph.nodes.find((one) => one.id === node.parent);
    return node.initial && (parent === undefined || inside(parent));
  };
  let at = leaves.find(inside) ?? leaves[0];
  while (at !== undefined) {
    spine.push(at);
    const from = at.id;
    const next: ChartEdge | undefined = graph.edges.find(
      (edge) => edge.from === from && !isFaultState(edge.to) && leaves.some((one) => one.id === edge.to && !spine.includes(one)),
    );
    at = next === undefined ? undefined : leaves.find((one) => one.id === next.to);
  }
  return spine;
}

function placeBoxes(graph: ChartGraph, { left, right }: Columns): Map<string, ChartBox> {
  const boxes = new Map<string, ChartBox>();
  const leftX = LEFT_CHANNEL;
  const rightX = leftX + WIDTH + GAP;
  const outer = graph.nodes.filter((node) => node.kind === 'group');
  const around = (node: ChartNode) => outer.find((group) => group.id === node.parent) ?? null;
  const wide = (group: ChartNode | null) => group !== null && left.some((one) => one.parent === group.id);
  let y = TOP + ROW + (left.some((one) => one.parent !== null) ? GROUP_HEAD : 0);
  let group: ChartNode | null = null;
  for (const node of right) {
    const own = around(node);
    if (own !== group) {
      if (own !== null && !wide(own)) y += GROUP_HEAD;
      if (group !== null) y += PAD + 8;
      group = own;
    }
    boxes.set(node.id, { id: node.id, x: rightX, y, width: WIDTH, height: HEIGHT, group: false });
    y += ROW;
  }
  const top = TOP + (left.some((one) => one.parent !== null) ? GROUP_HEAD - 4 : 0);
  const pitch = Math.min(LONG_ROW + 14, Math.max(LONG_ROW - 8, (y - ROW - top) / Math.max(1, left.length - 1)));
  left.forEach((node, row) => {
    boxes.set(node.id, { id: node.id, x: leftX, y: top + row * pitch, width: WIDTH, height: HEIGHT, group: false });
  });
  for (const one of outer) boxes.set(one.id, aroundBox(one, graph, boxes));
  return boxes;
}

/** A group's frame around its states, with room for its name. */
function aroundBox(group: ChartNode, graph: ChartGraph, boxes: ReadonlyMap<string, ChartBox>): ChartBox {
  const inner = graph.nodes
    .flatMap((node) => (node.parent === group.id ? [boxes.get(node.id)] : []))
    .filter((box) => box !== undefined);
  const x = Math.min(...inner.map((box) => box.x)) - PAD;
  const y = Math.min(...inner.map((box) => box.y)) - GROUP_HEAD;
  const right = Math.max(...inner.map((box) => box.x + box.width)) + PAD;
  const bottom = Math.max(...inner.map((box) => box.y + box.height)) + PAD;
  return { id: group.id, x, y, width: right - x, height: bottom - y, group: true };
}

function startBox(first: ChartBox | undefined, inGroup: boolean): ChartBox {
  // In a group the name stands at the left.
  const x = (first?.x ?? 0) + WIDTH * (inGroup ? 0.75 : 0.5) - DOT / 2;
  return { id: startOf(''), x, y: (first?.y ?? TOP) - 24, width: DOT, height: DOT, group: false };
}

function startLine({ x, y }: ChartBox): ChartLine {
  const middle = x + DOT / 2;
  return {
    id: startOf(''),
    points: [
      { x: middle, y: y + DOT },
      { x: middle, y: y + 24 },
    ],
    label: null,
  };
}

/** Ways for transitions: straight down the spine, by trunks between the columns, by channels at the sides. */
class Router {
  readonly #graph: ChartGraph;
  readonly #columns: Columns;
  readonly #boxes: ReadonlyMap<string, ChartBox>;

  constructor(graph: ChartGraph, columns: Columns, boxes: ReadonlyMap<string, ChartBox>) {
    this.#graph = graph;
    this.#columns = columns;
    this.#boxes = boxes;
  }

  line(edge: ChartEdge): ChartLine {
    const from = this.#boxes.get(edge.from);
    const to = this.#boxes.get(edge.to);
    if (edge.from === '' && to !== undefined) return { id: edge.id, points: this.#fromAnywhere(edge, to), label: null };
    if (from === undefined || to === undefined) return { id: edge.id, points: [], label: null };
    const [a, b] = [this.#side(edge.from), this.#side(edge.to)];
    if (a === 'left' && b === 'left') return this.#down(edge, from, to);
    if (a === 'left') return { id: edge.id, points: this.#across(edge, from, to), label: null };
    if (b === 'left') return { id: edge.id, points: this.#back(edge, from, to), label: null };
    return { id: edge.id, points: this.#besideRight(edge, from, to), label: null };
  }

  /** What may happen in any state: a short way in from outside. */
  #fromAnywhere(edge: ChartEdge, to: ChartBox): Point[] {
    const y = to.y + to.height - 7;
    if (this.#side(edge.to) === 'left')
      return [
        { x: to.x - LEFT_CHANNEL + 2, y },
        { x: to.x, y },
      ];
    return [
      { x: to.x + to.width + LEFT_CHANNEL - 2, y },
      { x: to.x + to.width, y },
    ];
  }

  #side(id: string): 'left' | 'right' {
    return this.#columns.left.some((one) => one.id === id) || this.#boxes.get(id)?.x === LEFT_CHANNEL - PAD ? 'left' : 'right';
  }

  #down(edge: ChartEdge, from: ChartBox, to: ChartBox): ChartLine {
    const { left } = this.#columns;
    const step = left.findIndex((one) => one.id === edge.to) - left.findIndex((one) => one.id === edge.from);
    const middle = from.x + WIDTH / 2;
    if (step === 1) {
      const points = [
        { x: middle, y: from.y + HEIGHT },
        { x: middle, y: to.y },
      ];
      return { id: edge.id, points, label: { x: middle + 5, y: (from.y + HEIGHT + to.y) / 2 - 8 } };
    }
    if (step === -1) {
      const x = middle - 34;
      return {
        id: edge.id,
        points: [
          { x, y: from.y },
          { x, y: to.y + HEIGHT },
        ],
        label: null,
      };
    }
    const x = LEFT_CHANNEL - 5 - this.#lane(edge.from, left) * 2.4;
    return {
      id: edge.id,
      points: [
        { x: from.x, y: middleY(from) + 4 },
        { x, y: middleY(from) + 4 },
        { x, y: middleY(to) - 4 },
        { x: to.x, y: middleY(to) - 4 },
      ],
      label: null,
    };
  }

  /** From the left column to the right: one trunk for each state it starts from. */
  #across(edge: ChartEdge, from: ChartBox, to: ChartBox): Point[] {
    const lane = this.#lane(edge.from, this.#columns.left);
    const x = LEFT_CHANNEL + WIDTH + 9 + lane * LANE;
    const fromY = from.group ? from.y + from.height - 14 : middleY(from) - 5;
    const toY = middleY(to) - 8 + (lane % 5) * 4;
    return [
      { x: from.x + from.width, y: fromY },
      { x, y: fromY },
      { x, y: toY },
      { x: to.x, y: toY },
    ];
  }

  /** From the right column back: to the first state over the right side and the top row, to others by the middle. */
  #back(edge: ChartEdge, from: ChartBox, to: ChartBox): Point[] {
    const first = this.#columns.left[0];
    const lane = this.#lane(edge.from, this.#columns.right);
    if (edge.to === first?.id || to.group) {
      const x = LEFT_CHANNEL + 2 * WIDTH + GAP + PAD + 5 + (lane % 3) * 4;
      const toY = middleY(to) - 6 + (from.group ? 0 : 8);
      return [
        { x: from.x + from.width, y: middleY(from) },
        { x, y: middleY(from) },
        { x, y: toY },
        { x: to.x + to.width, y: toY },
      ];
    }
    const x = LEFT_CHANNEL + WIDTH + GAP - 4;
    const fromY = middleY(from) + 8;
    return [
      { x: from.x, y: fromY },
      { x, y: fromY },
      { x, y: middleY(to) + 6 },
      { x: to.x + to.width, y: middleY(to) + 6 },
    ];
  }

  #besideRight(edge: ChartEdge, from: ChartBox, to: ChartBox): Point[] {
    const under = to.y >= from.y + from.height && to.y - from.y - from.height < ROW;
    const x = Math.max(to.x, from.x) + Math.min(from.width, to.width) / 2;
    if (under)
      return [
        { x, y: from.y + from.height },
        { x, y: to.y },
      ];
    const side = LEFT_CHANNEL + 2 * WIDTH + GAP + PAD + 5 + (this.#lane(edge.from, this.#columns.right) % 3) * 4;
    return [
      { x: from.x + from.width, y: middleY(from) + 5 },
      { x: side, y: middleY(from) + 5 },
      { x: side, y: middleY(to) - 5 },
      { x: to.x + to.width, y: middleY(to) - 5 },
    ];
  }

  /** A number for the source among its column's, groups before states. */
  #lane(id: string, column: readonly ChartNode[]): number {
    const place = column.findIndex((one) => one.id === id);
    return place >= 0 ? place : this.#graph.nodes.filter((node) => node.kind === 'group').findIndex((one) => one.id === id);
  }
}

function middleY(box: ChartBox): number {
  return box.y + box.height / 2;
}
