import { World } from '@dosetwin/twin';
import { OutcomeFold } from '../measures/outcome/OutcomeFold.js';
import type { Outcomes } from '../measures/outcome/Outcomes.js';
import type { Runnable } from './Run.js';

/** Runs a world to its end without keeping a trace, and says what it came to: the same as if the trace had been kept. */
export function measureRun({ seed, spec }: Runnable): Outcomes {
  const fold = new OutcomeFold(spec);
  const world = new World(spec, {
    seed,
    wants: (source, kind) => fold.wants(source, kind),
    onEntry: (entry) => fold.add(entry),
  });
  world.start();
  world.runUntil(spec.length_us);
  return fold.result(spec.length_us);
}
