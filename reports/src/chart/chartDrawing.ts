import { type Markup, markup } from '../markup/Markup.js';
import type { ChartGraph, ChartNode } from './ChartGraph.js';
import type { ChartBox, ChartLayout, ChartLine } from './ChartLayout.js';
import { chartMeasures } from './chartMeasures.js';
import { notationWords } from './notationWords.js';
import { regionRules } from './regionRules.js';
import { roundedPath, tipPath } from './roundedPath.js';
import { isStart } from './startOf.js';

const { row, inset, head } = chartMeasures;

/** What stands out in a drawing, by the classes of its style sheet. */
export interface ChartMarks {
  readonly states: ReadonlyMap<string, string>;
  readonly edges: ReadonlyMap<string, string>;
}

const NO_MARKS: ChartMarks = { states: new Map(), edges: new Map() };

/** A chart's boxes below, lines over them, words on top. */
export function chartDrawing(graph: ChartGraph, layout: ChartLayout, marks: ChartMarks = NO_MARKS): Markup {
  const nodes = new Map([graph.root, ...graph.nodes].map((node) => [node.id, node]));
  const boxes = new Map(layout.boxes.map((box) => [box.id, box]));
  const drawn = layout.boxes.flatMap((box) => {
    const node = nodes.get(box.id);
    return node === undefined ? [] : [{ box, node }];
  });
  return markup`${drawn.map(({ box, node }) => shape(graph, node, box, boxes, marks))}${layout.lines.map((line) =>
    way(line, marks),
  )}${layout.boxes
    .filter(({ id }) => isStart(id))
    .map(
      ({ x, y, width }) => markup`<circle class="dot" cx="${x + width / 2}" cy="${y + width / 2}" r="${width / 2}"/>\n`,
    )}${drawn.map(({ box, node }) => words(node, box))}${layout.lines.map((line) => label(graph, line))}`;
}

function shape(
  graph: ChartGraph,
  node: ChartNode,
  box: ChartBox,
  boxes: ReadonlyMap<string, ChartBox>,
  marks: ChartMarks,
): Markup {
  const { x, y, width, height } = box;
  if (node.kind === 'shallow-history' || node.kind === 'deep-history') {
    return markup`<circle class="state" cx="${x + width / 2}" cy="${y + height / 2}" r="${width / 2}"/>\n`;
  }
  if (node.kind === 'parallel') {
    const rules = regionRules(graph, node, boxes, headHeight(node)) ?? [];
    return markup`${frame(node, box, boxes, graph)}${rules.map(
      ([from, to]) => markup`<path class="rule" d="M${from.x} ${from.y}L${to.x} ${to.y}"/>\n`,
    )}`;
  }
  if (node.kind === 'group') return frame(node, box, boxes, graph);
  const hair = notationWords.lines(node).length > 0 && markup`<path class="hair" d="M${x} ${y + 30}h${width}"/>\n`;
  const end = node.kind === 'final' && endMark(box);
  const tone = ['state', marks.states.get(node.id)].filter(Boolean).join(' ');
  return markup`<rect class="${tone}" x="${x}" y="${y}" width="${width}" height="${height}" rx="5"/>\n${hair}${end}`;
}

/** The box around a group. A region has none of its own where lines part it from the others. */
function frame(
  node: ChartNode,
  { x, y, width, height }: ChartBox,
  boxes: ReadonlyMap<string, ChartBox>,
  graph: ChartGraph,
): Markup {
  const around = node.id === '' ? undefined : [graph.root, ...graph.nodes].find((one) => one.id === (node.parent ?? ''));
  if (around?.kind === 'parallel') {
    if (regionRules(graph, around, boxes, 0) !== null) return markup``;
    return markup`<rect class="group rule" x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/>\n`;
  }
  const tone = node.id === '' ? 'group whole' : 'group';
  return markup`<rect class="${tone}" x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/>\n`;
}

function endMark({ x, y }: ChartBox): Markup {
  const [cx, cy] = [x + 17, y + 16.5];
  return markup`<circle class="line" cx="${cx}" cy="${cy}" r="6"/><circle class="dot" cx="${cx}" cy="${cy}" r="3.4"/>\n`;
}

function headHeight(node: ChartNode): number {
  const lines = notationWords.lines(node).length;
  return head + (lines === 0 ? 0 : lines * row + 2);
}

function words(node: ChartNode, box: ChartBox): Markup {
  const { x, y, width } = box;
  const middle = x + width / 2;
  if (node.kind === 'shallow-history' || node.kind === 'deep-history') {
    const mark = node.kind === 'deep-history' ? 'H*' : 'H';
    return markup`<text class="name" x="${middle}" y="${y + 15.5}" text-anchor="middle"><title>${node.key}</title>${mark}</text>\n`;
  }
  const lines = mono(box.group ? 'mono halo' : 'mono', notationWords.lines(node), x + inset, y + (box.group ? 35 : 46));
  if (box.group)
    return markup`<text class="head halo" x="${x + inset}" y="${y + 20}">${notationWords.name(node)}</text>\n${lines}`;
  const aside = notationWords.beside(node) / 2;
  return markup`<text class="name" x="${middle + aside}" y="${y + 21}" text-anchor="middle">${node.key}</text>\n${lines}`;
}

function way({ id, points }: ChartLine, marks: ChartMarks): Markup {
  const tip = tipPath(points, 3.6);
  const tone = ['line', marks.edges.get(id)].filter(Boolean).join(' ');
  return markup`<path class="${tone}" d="${roundedPath(points)}"/>${tip !== null && markup`<path class="tip" d="${tip}"/>`}\n`;
}

function label(graph: ChartGraph, line: ChartLine): Markup {
  const edge = graph.edges.find(({ id }) => id === line.id);
  if (edge === undefined || line.label === null) return markup``;
  return mono('mono halo', notationWords.label(edge), line.label.x + 4, line.label.y + 12);
}

function mono(tone: string, lines: readonly string[], x: number, y: number): Markup {
  if (lines.length === 0) return markup``;
  return markup`<text class="${tone}" y="${y}">${lines.map(
    (line, place) => markup`<tspan x="${x}"${place > 0 && markup` dy="${row}"`}>${line.replaceAll(' ', '\u00a0')}</tspan>`,
  )}</text>\n`;
}
