import { type Markup, markup } from '../markup/Markup.js';
import { MARK_GAP_PX, type PlacedLabel, placeLabels, textWidth } from './placeLabels.js';
import type { TimelineBar, TimelineBracket, TimelineLane, TimelineModel } from './TimelineModel.js';

/** Measures of one drawing of the timeline, in its own pixels. */
interface Layout {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  readonly plotFrom: number;
  readonly plotTo: number;
  readonly size: number;
  readonly row: number;
  readonly bar: number;
  /** Height of the lane's name above it; 0 when it stands on its left. */
  readonly nameAbove: number;
  /** Height of a bracket with its words; where they stand above the line, it holds both. */
  readonly bracketRow: number;
}

const WIDE: Layout = {
  name: 'wide',
  width: 1018,
  plotFrom: 118,
  plotTo: 1017,
  size: 12.5,
  row: 29,
  bar: 17,
  nameAbove: 0,
  bracketRow: 19,
};
const NARROW: Layout = {
  name: 'narrow',
  width: 358,
  plotFrom: 0,
  plotTo: 357,
  size: 12.5,
  row: 26,
  bar: 17,
  nameAbove: 20,
  bracketRow: 30,
};

const MOMENT_ROW = 19;
/** Room for the lanes' names beside a drawing, at most. */
const MAX_NAMES = 220;
const AXIS = 24;

/** The timeline as two SVG drawings, for a page and for a phone; the style sheet shows one of them. */
export function renderTimeline(model: TimelineModel): Markup {
  const longest = model.lanes.reduce((most, { name }) => Math.max(most, textWidth(name, WIDE.size)), 0);
  const wide = { ...WIDE, plotFrom: Math.max(WIDE.plotFrom, Math.min(MAX_NAMES, Math.ceil(longest + 14))) };
  return markup`<div class="timeline">${draw(model, wide)}${draw(model, NARROW)}${model.note !== null && markup`<p>${model.note}</p>`}</div>`;
}

interface PlacedLane {
  readonly lane: TimelineLane;
  readonly labels: readonly LaneLabel[];
  readonly rows: number;
}

interface LaneLabel extends PlacedLabel {
  readonly text: string;
  readonly className: string;
  readonly onPaper: boolean;
}

function draw(model: TimelineModel, layout: Layout): Markup {
  const lanes = model.lanes.map((lane) => placeLane(lane, model, layout));
  // Beside the names there is room for the moment's time on the first bracket's row; on a phone it has a row of its own.
  const momentRow = model.moments.length > 0 && layout.nameAbove > 0 ? MOMENT_ROW : 0;
  const top = Math.max(model.moments.length > 0 ? MOMENT_ROW : 4, momentRow + model.brackets.length * layout.bracketRow);
  const tops: number[] = [];
  let y = top;
  for (const { rows } of lanes) {
    tops.push(y);
    y += layout.nameAbove + rows * layout.row;
  }
  const height = y + AXIS;
  return markup`<svg class="drawing ${layout.name}" viewBox="0 0 ${layout.width} ${height}" role="img" aria-label="${model.says}">${patterns(layout)}
${ticks(model, layout, top, y)}
${lanes.map(({ lane }, index) => drawGround(lane, tops[index] as number, model, layout))}
${model.moments.map((moment) => drawMoment(moment, y, model, layout))}
${lanes.map((lane, index) => drawFacts(lane, tops[index] as number, model, layout))}
<line class="axis" x1="0" x2="${layout.width}" y1="${y}" y2="${y}"/>
${model.brackets.map((bracket, index) => drawBracket(bracket, momentRow + index * layout.bracketRow, model, layout))}
</svg>`;
}

function xOf(t_us: number, model: TimelineModel, layout: Layout): number {
  const share = (t_us - model.from_us) / (model.to_us - model.from_us);
  const x = layout.plotFrom + Math.max(0, Math.min(1, share)) * (layout.plotTo - layout.plotFrom);
  return Math.round(x * 10) / 10;
}

function isInside(t_us: number, model: TimelineModel): boolean {
  return t_us >= model.from_us && t_us <= model.to_us;
}

function placeLane(lane: TimelineLane, model: TimelineModel, layout: Layout): PlacedLane {
  const plot = { from: layout.plotFrom, to: layout.plotTo, size_px: layout.size };
  const bars = lane.bars.filter(({ label, from_us, to_us }) => label !== null && to_us > model.from_us && from_us < model.to_us);
  // A quiet bar whose name does not fit inside goes without; what its colour means, other lanes and the text say.
  const wishes = bars.map((bar) => barWish(bar, model, layout)).filter(({ className }) => className !== 'said');
  const marks = lane.marks.filter(({ t_us }) => isInside(t_us, model));
  for (const mark of marks) {
    if (mark.label === null) continue;
    const x = xOf(mark.t_us, model, layout);
    wishes.push({ text: mark.label, rightOf: x + MARK_GAP_PX, leftOf: x - MARK_GAP_PX, className: 'said' });
  }
  const points = marks.map(({ t_us }) => xOf(t_us, model, layout));
  const labels = placeLabels(wishes, points, plot).map((label, index) => {
    const { text, className } = wishes[index] as (typeof wishes)[number];
    const onPaper = className !== 'inside' && !(label.row === 0 && liesOnSolid(label, lane.bars, model, layout));
    return { ...label, text, className, onPaper };
  });
  return { lane, labels, rows: 1 + labels.reduce((most, { row }) => Math.max(most, row), 0) };
}

/** Whether bars without a hatch lie under the whole of a label, so that it needs no paper of its own. */
function liesOnSolid({ x, width }: PlacedLabel, bars: readonly TimelineBar[], model: TimelineModel, layout: Layout): boolean {
  return bars.some(
    ({ look, from_us, to_us }) =>
      look !== 'away' && look !== 'fault' && xOf(from_us, model, layout) <= x && x + width <= xOf(to_us, model, layout),
  );
}

/** A bar's label stands inside, where it fits. A fault's stands on paper, a little inside its hatch, or else beside it. */
function barWish(bar: TimelineBar, model: TimelineModel, layout: Layout) {
  const text = bar.label ?? '';
  const from = xOf(bar.from_us, model, layout);
  const to = xOf(bar.to_us, model, layout);
  const inset = bar.look === 'fault' ? 17 : 6;
  const fits = to - from >= textWidth(text, layout.size) + 2 * inset;
  const className = bar.look === 'fault' ? 'stuck' : fits ? 'inside' : 'said';
  return { text, className, rightOf: fits ? from + inset : to + 6, leftOf: fits ? to - inset : from - 6 };
}

function middleOf(top: number, layout: Layout): number {
  return top + layout.nameAbove + layout.row / 2;
}

/** A lane's name and bars; what is said of it comes later, over the lines that all lanes share. */
function drawGround(lane: TimelineLane, top: number, model: TimelineModel, layout: Layout): Markup {
  const middle = middleOf(top, layout);
  const name = layout.nameAbove > 0 ? top + layout.nameAbove - 3 : middle + 4.5;
  const bars = lane.bars.filter(({ from_us, to_us }) => to_us > model.from_us && from_us < model.to_us);
  return markup`<line class="rule" x1="0" x2="${layout.width}" y1="${top}" y2="${top}"/>
<text class="lane${lane.isStrong && ' strong'}" x="0" y="${name}">${lane.name}</text>
${bars.map((bar) => drawBar(bar, middle, model, layout))}
`;
}

function drawFacts({ lane, labels, rows }: PlacedLane, top: number, model: TimelineModel, layout: Layout): Markup {
  const middle = middleOf(top, layout);
  const marks = lane.marks.filter(({ t_us }) => isInside(t_us, model));
  return markup`${labels.map((label) => drawLabel(label, middle, layout))}
${marks.map(({ t_us, look }) => drawMark(xOf(t_us, model, layout), look, middle, rows, layout))}
`;
}

function drawBar({ from_us, to_us, look }: TimelineBar, middle: number, model: TimelineModel, layout: Layout): Markup {
  const from = xOf(from_us, model, layout);
  const width = Math.max(1, Math.round((xOf(to_us, model, layout) - from) * 10) / 10);
  const hatch = look === 'away' || look === 'fault';
  const fill = hatch ? markup`fill="url(#${look}-${layout.name})"` : null;
  return markup`<rect class="bar ${look}" ${fill} x="${from}" y="${middle - layout.bar / 2}" width="${width}" height="${layout.bar}"/>`;
}

function drawLabel({ text, className, onPaper, x, width, row }: LaneLabel, middle: number, layout: Layout): Markup {
  const y = middle + row * layout.row;
  const paper =
    onPaper &&
    markup`<rect class="paper" x="${round(x - 5)}" y="${y - layout.bar / 2 - 1}" width="${round(width + 8)}" height="${layout.bar + 2}"/>`;
  return markup`${paper}<text class="${className}" x="${round(x)}" y="${y + 4.5}">${text}</text>`;
}

function drawMark(x: number, look: 'dot' | 'tick', middle: number, rows: number, layout: Layout): Markup {
  const stem = rows > 1 ? markup`<line class="stem" x1="${x}" x2="${x}" y1="${middle}" y2="${middle + layout.bar / 2}"/>` : null;
  if (look === 'dot') return markup`${stem}<circle class="mark" cx="${x}" cy="${middle}" r="4"/>`;
  return markup`<line class="mark" x1="${x}" x2="${x}" y1="${middle - 7}" y2="${middle + 7}"/>`;
}

function ticks(model: TimelineModel, layout: Layout, top: number, bottom: number): Markup {
  const room = layout.width / 46;
  const every = Math.ceil(model.ticks.length / room);
  return markup`${model.ticks.map(({ t_us, label }, index) => {
    const x = xOf(t_us, model, layout);
    const anchor = x > layout.width - 20 ? 'end' : x < 20 ? 'start' : 'middle';
    const words =
      index % every === 0 ? markup`<text class="hour" text-anchor="${anchor}" x="${x}" y="${bottom + 18}">${label}</text>` : null;
    return markup`<line class="tick" x1="${x}" x2="${x}" y1="${top}" y2="${bottom}"/>${words}`;
  })}`;
}

function drawBracket(
  { from_us, to_us, label, isMet }: TimelineBracket,
  top: number,
  model: TimelineModel,
  layout: Layout,
): Markup {
  const from = xOf(from_us, model, layout);
  const to = xOf(to_us, model, layout);
  const width = textWidth(label, layout.size);
  const above = layout.nameAbove > 0;
  const y = top + (above ? layout.bracketRow - 8 : 10);
  const right = !above && to + 8 + width <= layout.width;
  const x = right ? to + 8 : Math.max(0, Math.min(above ? from + 6 : layout.width, layout.width - width));
  const paper =
    !right && !above && markup`<rect class="paper" x="${round(x - 5)}" y="${y - 8}" width="${round(width + 8)}" height="16"/>`;
  return markup`<g class="bracket${!isMet && ' missed'}"><line x1="${from}" x2="${to}" y1="${y}" y2="${y}"/><line x1="${to}" x2="${to}" y1="${y - 4}" y2="${y + 4}"/>${paper}<text x="${round(x)}" y="${above ? y - 8 : y + 4.5}">${label}</text></g>`;
}

function drawMoment(moment: { t_us: number; label: string }, bottom: number, model: TimelineModel, layout: Layout): Markup {
  if (!isInside(moment.t_us, model)) return markup``;
  const x = xOf(moment.t_us, model, layout);
  const left = x - 70 > 0;
  return markup`<line class="moment" x1="${x}" x2="${x}" y1="2" y2="${bottom}"/><text class="moment" text-anchor="${left ? 'end' : 'start'}" x="${left ? x - 7 : x + 7}" y="14">${moment.label}</text>`;
}

function patterns({ name }: Layout): Markup {
  return markup`<defs><pattern id="away-${name}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="away-line" x1="0" x2="0" y1="0" y2="6"/></pattern><pattern id="fault-${name}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="fault-ground" width="6" height="6"/><line class="fault-line" x1="1.5" x2="1.5" y1="0" y2="6"/></pattern></defs>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
