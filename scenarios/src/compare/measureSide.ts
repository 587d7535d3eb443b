import type { Outcomes } from '../measures/outcome/Outcomes.js';
import { measureRun } from '../run/measureRun.js';
import { type ReadSide, readSide, type Side } from './Side.js';

/** A side under some seeds: what a worker is given. */
export interface MeasureJob {
  readonly side: Side;
  readonly seeds: readonly number[];
}

/** Runs a side under each of the seeds, without a trace, and says what each run came to, in their order. */
export function measureSide({ side, seeds }: MeasureJob): readonly Outcomes[] {
  const read = readOnce(side);
  return seeds.map((seed) => measureRun(read.resolve(seed)));
}

const SIDES_KEPT = 64;
const known = new Map<string, ReadSide>();

/** Reading costs more than a run, and a worker is given the same side many times. */
function readOnce(side: Side): ReadSide {
  const key = JSON.stringify([side.text, side.variant, side.changes]);
  const before = known.get(key);
  if (before) return before;
  const read = readSide(side);
  if ('problems' in read) throw new Error(`${side.name}: ${read.problems[0]?.message ?? 'cannot be read'}`);
  if (known.size >= SIDES_KEPT) known.clear();
  known.set(key, read);
  return read;
}
