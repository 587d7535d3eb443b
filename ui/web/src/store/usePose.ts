import { useMemo } from 'react';
import type { MachinePose } from '../pose/MachinePose.js';
import { poseAt } from '../pose/poseAt.js';
import { say } from '../text/say.js';
import type { MachineFacts } from '../worker/BenchFacts.js';
import { useBench } from './bench.js';

/** The machine of the first screen: shut, full, and waiting. */
const WAITING: MachineFacts = { id: 'waiting', site: '', loaded: Array.from({ length: 48 }, () => 14) };

/** The pose of the machine in the picture at the playhead. */
export function usePose(): MachinePose {
  const trace = useBench((state) => state.trace);
  const revision = useBench((state) => state.revision);
  const playhead_us = useBench((state) => state.playhead_us);
  const chosen = useBench((state) => state.chosenCartridge);
  const facts = useBench((state) => state.facts);
  const machine = useBench((state) => state.machine);
  return useMemo(() => {
    const shown = facts?.machines.find((one) => one.id === machine) ?? WAITING;
    return revision < 0 ? poseAt(trace, WAITING, 0, null, say) : poseAt(trace, shown, playhead_us, chosen, say);
  }, [trace, revision, playhead_us, chosen, facts, machine]);
}
