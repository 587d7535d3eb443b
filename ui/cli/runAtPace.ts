import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Run } from '@dosetwin/scenarios';
import type { StopSignal } from './StopSignal.js';

/** How far the run lagged behind the clock on the wall each time it was asked to run up to now, in milliseconds. */
export interface Drift {
  readonly meanMs: number;
  readonly worstMs: number;
}

const SLICE_MS = 20;
const FIRST_STEP_US = 60_000_000;

/** Runs as fast as can be, in slices so that a signal is heard between them; `onSlice` sees what each one brought. No drift. */
export async function runAtOnce(run: Run, stop: StopSignal, onSlice: () => void): Promise<null> {
  let step_us = FIRST_STEP_US;
  while (!run.finished && !stop.isGiven) {
    const from_ms = performance.now();
    while (!run.finished && performance.now() - from_ms < SLICE_MS) {
      const step_ms = performance.now();
      run.runUntil(run.now_us + step_us);
      // A step grows while steps are quick, so that an empty night costs one.
      step_us = performance.now() - step_ms < SLICE_MS / 4 ? step_us * 2 : Math.max(FIRST_STEP_US, Math.floor(step_us / 2));
    }
    onSlice();
    await setImmediate();
  }
  return null;
}

/** Runs in real time: asks the run again and again to run up to now. */
export async function runInRealTime(run: Run, stop: StopSignal, onSlice: () => void): Promise<Drift> {
  const from_ms = performance.now();
  const start_us = run.now_us;
  let [worstMs, sumMs, asked] = [0, 0, 0];
  while (!run.finished && !stop.isGiven) {
    const due_us = Math.min(run.length_us, start_us + Math.floor((performance.now() - from_ms) * 1000));
    const lagMs = (due_us - run.now_us) / 1000;
    run.runUntil(due_us);
    worstMs = Math.max(worstMs, lagMs);
    sumMs += lagMs;
    asked += 1;
    onSlice();
    await Promise.race([setTimeout(SLICE_MS, undefined, { ref: true }), stop.given]);
  }
  return { meanMs: asked === 0 ? 0 : sumMs / asked, worstMs };
}
