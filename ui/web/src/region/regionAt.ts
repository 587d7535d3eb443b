import type { TraceIndex } from '../trace/TraceIndex.js';
import type { BenchFacts } from '../worker/BenchFacts.js';
import { type MachineGlance, machineGlance } from './machineGlance.js';
import { type Whereabouts, whereabouts } from './whereabouts.js';

/** Everything that the map of a region shows at one instant. */
export interface RegionPose {
  readonly machines: readonly MachineGlance[];
  /** Those who travel, whoever is under way first; desks help from where they are. */
  readonly helpers: readonly Whereabouts[];
}

/** A pure function of the trace and the time, as `poseAt` is for one machine. */
export function regionAt(trace: TraceIndex, facts: BenchFacts, t_us: number): RegionPose {
  const helpers = facts.contacts
    .filter(({ role, base, likelyMin }) => role !== 'desk' && (base !== null || likelyMin !== null))
    .map((contact) => whereabouts(trace, facts, contact, t_us));
  return {
    machines: facts.machines.map((machine) => machineGlance(trace, machine, t_us)),
    helpers: [...helpers.filter(({ is }) => is !== 'free'), ...helpers.filter(({ is }) => is === 'free')],
  };
}
