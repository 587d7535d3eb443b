import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Run } from '@dosetwin/scenarios';
import type { Drift } from '../runAtPace.js';
import type { StopSignal } from '../StopSignal.js';
import type { Bench } from './Bench.js';

/** How often the run is asked to run up to now while a board is at work, in ms: well below the hinge's grid of 20 ms. */
const STEP_ms = 4;
const SLICE_ms = 20;
const US_PER_MS = 1_000;

/**
 * Runs with real boards: at the wall's pace while something goes on at one of them, as fast as can be in between, and not at all
 * while a prompt waits that time waits for, or the run is as far ahead of an unlocked flap as it may be. Ends early when the bench fails.
 */
export async function runWithBoards(
  run: Run,
  bench: Bench,
  { stop, pace, onSlice }: { readonly stop: StopSignal; readonly pace: 'max' | '1'; readonly onSlice: () => void },
): Promise<Drift> {
  const { time } = bench;
  let [worstMs, sumMs, asked] = [0, 0, 0];
  while (!run.finished && !stop.isGiven && bench.failure === null) {
    const { leapEnd_us, wantsRealTime } = bench;
    if (bench.standsStill || (pace === 'max' && !wantsRealTime && run.now_us >= leapEnd_us)) {
      time.letGo(run.now_us);
      await Promise.race([setTimeout(SLICE_ms), stop.given]);
    } else if (pace === '1' || wantsRealTime) {
      time.tie(run.now_us);
      const due_us = time.due_us(run.now_us);
      run.runWhile(due_us, () => !bench.standsStill);
      const lagMs = Math.max(0, time.due_us(run.now_us) - due_us) / US_PER_MS;
      worstMs = Math.max(worstMs, lagMs);
      sumMs += lagMs;
      asked += 1;
      onSlice();
      await Promise.race([setTimeout(STEP_ms), stop.given]);
    } else {
      time.letGo(run.now_us);
      const from_ms = performance.now();
      run.runWhile(leapEnd_us, () => !bench.wantsRealTime && !bench.standsStill && performance.now() - from_ms < SLICE_ms);
      onSlice();
      await setImmediate();
    }
  }
  // What was leapt over at last is an entry too.
  time.tie(run.now_us);
  onSlice();
  return { meanMs: asked === 0 ? 0 : sumMs / asked, worstMs };
}
