import type { StoryLine } from './StoryLine.js';

/** Calls that nobody takes: these alone are folded, since everything else in a story happens once. */
const CALLS = new Set(['asked', 'answered', 'nobody-free', 'state']);
const LONGEST_ROUND = 12;
/** A round that comes twice is read faster than a sentence about it. */
const FEWEST_ROUNDS = 3;

/** A line of a story, or the first round of calls that then came again and again. */
export interface FoldedLine extends StoryLine {
  /** Behind the last line of such a round: how often it came again, and the last time of all. */
  readonly again: { readonly count: number; readonly last: StoryLine } | null;
}

/** A story in which calls that went unanswered again and again, in the same words, stand once, with their count. */
export function foldRepeats(lines: readonly StoryLine[]): FoldedLine[] {
  const folded: FoldedLine[] = [];
  for (let at = 0; at < lines.length; ) {
    const { length, rounds } = roundsAt(lines, at);
    const isFolded = rounds >= FEWEST_ROUNDS;
    const shown = isFolded ? length : 1;
    for (let i = at; i < at + shown; i++) folded.push({ ...(lines[i] as StoryLine), again: null });
    if (isFolded) {
      const last = folded.pop() as FoldedLine;
      folded.push({ ...last, again: { count: rounds - 1, last: lines[at + length * rounds - 1] as StoryLine } });
    }
    at += isFolded ? length * rounds : 1;
  }
  return folded;
}

/** The round of calls that begins here and, of those that come again, takes up most lines. */
function roundsAt(lines: readonly StoryLine[], at: number): { readonly length: number; readonly rounds: number } {
  let best = { length: 1, rounds: 1 };
  for (let length = 1; length <= LONGEST_ROUND && isCall(lines[at + length - 1]); length++) {
    let rounds = 1;
    while (isSame(lines, at, at + rounds * length, length)) rounds += 1;
    if (rounds >= FEWEST_ROUNDS && rounds * length > best.rounds * best.length) best = { length, rounds };
  }
  return best;
}

function isCall(line: StoryLine | undefined): boolean {
  return line !== undefined && CALLS.has(line.entry.kind);
}

function isSame(lines: readonly StoryLine[], at: number, other: number, length: number): boolean {
  for (let i = 0; i < length; i++) {
    const [a, b] = [lines[at + i], lines[other + i]];
    if (
      !a ||
      !b ||
      a.sentence !== b.sentence ||
      a.entry.source !== b.entry.source ||
      a.entry.payload.machine !== b.entry.payload.machine
    )
      return false;
  }
  return true;
}
