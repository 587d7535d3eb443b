import { type Markup, markup } from '../markup/Markup.js';
import { grouped } from './measureWords.js';

export interface CurvePoint {
  readonly at: number;
  readonly value: number;
  readonly inner: readonly [number, number];
  readonly outer: readonly [number, number] | null;
}

export interface CurveLook {
  readonly width: number;
  readonly height: number;
  /** The number of machines that is marked. */
  readonly chosen: number | null;
  readonly goal: number | null;
  readonly goalSays: string;
  /** Of the values; from 0 to what is needed otherwise. */
  readonly range: readonly [number, number] | null;
  /** The inner range as a whisker at each point, and no bands. */
  readonly whiskers: boolean;
}

const [LEFT, RIGHT, TOP, BOTTOM] = [44, 14, 12, 26];
const MOST_TICKS = 5;

/** A line over numbers of machines, with bands or whiskers, a dotted line where it should be, and one number marked. */
export function curve(points: readonly CurvePoint[], look: CurveLook): Markup {
  const { width, height, chosen, goal } = look;
  const top = look.range?.[1] ?? Math.max(goal ?? 0, ...points.map(({ outer, inner }) => (outer ?? inner)[1])) * 1.06;
  const ticks = ticksOf(top === 0 ? 1 : top);
  const most = Math.max(top, ticks.at(-1) ?? 1);
  const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 1];
  const x = (at: number) => round(LEFT + ((at - first) / Math.max(1, last - first)) * (width - LEFT - RIGHT - 8) + 4);
  const y = (value: number) => round(height - BOTTOM - (value / most) * (height - TOP - BOTTOM));
  const marked = points.find(({ at }) => at === chosen);
  return markup`<svg class="curve" viewBox="0 0 ${width} ${height}" aria-hidden="true">
${ticks.map((tick) => markup`<line class="rule" x1="${LEFT}" x2="${width - RIGHT}" y1="${y(tick)}" y2="${y(tick)}"/><text class="hour" x="${LEFT - 8}" y="${y(tick) + 4}" text-anchor="end">${grouped(String(tick))}</text>`)}
${numbersShown(points, width).map((at) => markup`<text class="hour${at === chosen && ' chosen'}" x="${x(at)}" y="${height - 8}" text-anchor="middle">${at}</text>`)}
${!look.whiskers && [outline(points, 'outer', x, y), outline(points, 'inner', x, y)]}
${goal !== null && markup`<line class="goal" x1="${LEFT}" x2="${width - RIGHT}" y1="${y(goal)}" y2="${y(goal)}"/><text class="goal" x="${LEFT + 4}" y="${y(goal) + (y(goal) < TOP + 8 ? 15 : -6)}">${look.goalSays} ${grouped(String(round(goal)))}</text>`}
${marked && markup`<line class="chosen" x1="${x(marked.at)}" x2="${x(marked.at)}" y1="${y(marked.value)}" y2="${height - BOTTOM}"/>`}
<polyline class="mean" points="${points.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')}"/>
${look.whiskers && points.map(({ at, inner: [low, high] }) => markup`<path class="whisker" d="M${x(at)} ${y(low)}V${y(high)}M${x(at) - 3} ${y(low)}h6M${x(at) - 3} ${y(high)}h6"/>`)}
${points.map(({ at, value }) => markup`<circle class="${at === chosen ? 'chosen' : 'point'}" cx="${x(at)}" cy="${y(value)}" r="${at === chosen ? 5 : 2.6}"/>`)}
</svg>`;
}

function outline(
  points: readonly CurvePoint[],
  which: 'inner' | 'outer',
  x: (at: number) => number,
  y: (value: number) => number,
) {
  const ranges = points.flatMap(({ at, [which]: range }) => (range === null ? [] : [{ at, range }]));
  const high = ranges.map(({ at, range }) => `${x(at)},${y(range[1])}`);
  const low = ranges.map(({ at, range }) => `${x(at)},${y(range[0])}`).reverse();
  return markup`<polygon class="band ${which}" points="${[...high, ...low].join(' ')}"/>`;
}

/** Numbers of machines below the axis: as many as have room, the first always. */
function numbersShown(points: readonly CurvePoint[], width: number): readonly number[] {
  const room = (width - LEFT - RIGHT) / 26;
  const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  const step = [1, 2, 5, 10, 20].find((one) => (last - first) / one <= room) ?? 50;
  const from = Math.ceil(first / step) * step;
  return Array.from({ length: Math.floor((last - from) / step) + 1 }, (_, i) => from + i * step);
}

/** Round numbers from 0 to about `top`. */
export function ticksOf(top: number): readonly number[] {
  let step = 1e-3;
  for (let factor = 1e-3; factor < 1e9; factor *= 10) {
    const fitting = [1, 2, 2.5, 5].map((one) => one * factor).find((one) => top / one <= MOST_TICKS);
    if (fitting !== undefined) {
      step = fitting;
      break;
    }
  }
  return Array.from({ length: Math.floor(top / step + 1e-9) + 1 }, (_, i) => Number((i * step).toPrecision(6)));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
