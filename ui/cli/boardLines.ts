import { counted, durationInWords } from '@dosetwin/scenarios';
import type { TraceEntry } from '@dosetwin/twin';

const BOARD = '/board';

/** What a run with real boards is worth, a line each: how much of it they did not see, and what those of another make cannot promise. */
export function boardLines(entries: readonly TraceEntry[]): string[] {
  const ofBoards = entries.filter(({ source }) => source.endsWith(BOARD));
  return [...new Set(ofBoards.map(({ source }) => source))].flatMap((board) => {
    const of = (kind: string) => ofBoards.filter((entry) => entry.source === board && entry.kind === kind);
    const machine = board.slice(0, -BOARD.length);
    const leaps = of('leapt');
    const by_us = leaps.reduce((sum, { payload }) => sum + Number(payload.by_us), 0);
    const leapt = `${machine}: ${durationInWords(by_us)} were leapt over, in ${counted(leaps.length, 'leap')}, while nothing was at work at its board`;
    const lowered = of('promise').map(({ payload }) => `${machine}, not promised: ${payload.says}`);
    return [...(leaps.length > 0 ? [leapt] : []), ...lowered];
  });
}
