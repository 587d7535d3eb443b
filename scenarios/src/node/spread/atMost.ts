import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for something, but no longer than this, and not for whether it succeeds. */
export async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  const patience = new AbortController();
  const settled = work.then(
    () => {},
    () => {},
  );
  await Promise.race([settled, sleep(ms, null, { signal: patience.signal }).catch(() => {})]);
  patience.abort();
}
