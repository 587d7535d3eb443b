import { performance } from 'node:perf_hooks';

/** How long something takes, in seconds. */
export function secondsOf(work: () => void): number {
  const from = performance.now();
  work();
  return (performance.now() - from) / 1_000;
}
