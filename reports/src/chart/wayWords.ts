import type { WayStep } from '@dosetwin/twin';

/** More than these, from the front and from the end, are left out in the middle. */
const MOST = 12;

/** The steps of a way in words, `3 CAM_CLOSED`, equal neighbours as one: `4 to 257 CAM_CLOSED`. */
export function wayWords(way: readonly WayStep[]): string[] {
  const runs: { words: string; from: number; to: number }[] = [];
  for (const [i, step] of way.entries()) {
    const words = stepWords(step);
    const last = runs.at(-1);
    if (last?.words === words) last.to = i + 1;
    else runs.push({ words, from: i + 1, to: i + 1 });
  }
  const all = runs.map(({ words, from, to }) => `${from === to ? from : `${from} to ${to}`} ${words}`);
  return all.length <= 2 * MOST ? all : [...all.slice(0, MOST), '…', ...all.slice(-MOST)];
}

function stepWords({ event, after }: WayStep): string {
  if (event === null) return `put in ${after.join(', ')}`;
  const timer = /^xstate\.after\.([^.]+)\./.exec(event)?.[1];
  // The stand-in for an event that nobody named is no printable word.
  return timer === undefined ? event.replace('\u0001', '(unnamed)') : `after ${timer}`;
}
