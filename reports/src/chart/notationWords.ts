import type { ChartNote } from './ChartGraph.js';
import type { ChartWords } from './ChartWords.js';

/** Longer lines break between words. */
const MOST_LETTERS = 42;

/** The usual notation of statecharts: the event, its guard in square brackets, each effect behind a slash on a line of its own. */
export const notationWords: ChartWords = {
  // The title stands over the frame of the whole.
  name: ({ id, key }) => (id === '' ? '' : key),
  lines: ({ notes }) => notes.flatMap(noteLines),
  label: (edge) => [...headLines(edge), ...edge.effects.flatMap((effect) => brokenUp(`/ ${effect}`, '    '))],
  frame: true,
  beside: ({ kind }) => (kind === 'final' ? 24 : 0),
};

/** The same for one note, its effect beside the event where both fit into one line. */
function noteLines(note: ChartNote): string[] {
  const effects = note.effects.length > 0 ? note.effects : ['nothing'];
  const head = headLines(note);
  const joined = `${head.at(-1)} / ${effects[0]}`;
  const fits = joined.length <= MOST_LETTERS;
  const below = (fits ? effects.slice(1) : effects).flatMap((effect) => brokenUp(`  / ${effect}`, '      '));
  return [...(fits ? [...head.slice(0, -1), joined] : head), ...below];
}

function headLines({ on, afterMs, guard, limit, otherwise, effects }: ChartNote): string[] {
  const condition = otherwise ? '[otherwise]' : guard === '' ? '' : `[${guard}\u00a0=\u00a0${limit}]`;
  const event = afterMs === null ? on : `${on}\u00a0=\u00a0${delayWords(afterMs).replace(' ', '\u00a0')}`;
  const lines = [event, condition].filter(Boolean).flatMap((line) => brokenUp(line, '  '));
  return lines.length === 0 && effects.length === 0 ? ['at once'] : lines;
}

/** Exactly, in the largest unit of which it is a whole number. */
export function delayWords(ms: number): string {
  const units = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['min', 60_000],
    ['s', 1_000],
  ] as const;
  const [unit, size] = units.find(([, one]) => ms > 0 && ms % one === 0) ?? ['ms', 1];
  return `${ms / size} ${unit}`;
}

function brokenUp(line: string, indent: string): string[] {
  if (line.length <= MOST_LETTERS) return [line];
  const cut = line.lastIndexOf(' ', MOST_LETTERS);
  if (cut <= indent.length) return [line];
  return [line.slice(0, cut), ...brokenUp(`${indent}${line.slice(cut + 1)}`, indent)];
}
