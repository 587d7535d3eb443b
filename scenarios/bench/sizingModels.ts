import type { Region } from '../src/sizing/region/Region.js';
import { compilePlan } from '../src/sizing/simulate/compilePlan.js';
import { future } from '../src/sizing/simulate/future.js';
import type { PlanModel } from '../src/sizing/simulate/PlanModel.js';
import { ALWAYS, fixed, oneEach, smallRegion } from '../test/smallRegion.js';

/** Machines of fifty people with four windows a day, for a year, and technicians whom all share. */
const MACHINES = 20;

/** Futures of it, ready to run. */
export function sizingModels(futures: number): PlanModel[] {
  const region = sizingRegion(MACHINES);
  return Array.from({ length: futures }, (_, index) => compilePlan(region, oneEach(MACHINES), future(region, 1, index)));
}

/** A region with so many machines of fifty people who come for four doses a day. */
export function sizingRegion(machines: number): Region {
  return smallRegion({
    places: machines,
    peopleEach: 50,
    days: 365,
    change: (one) => ({
      ...one,
      travel: { ...one.travel, furthestKm: 1 },
      demand: { ...one.demand, dosesPerDay: 4 },
      machine: { ...one.machine, people: 50, packages: 40, jam: fixed(0.0024) },
      support: {
        ...one.support,
        technicians: [0, 5, 10, 15].filter((at) => at < machines).map((at) => ({ id: `t${at}`, place: `p${at}`, week: ALWAYS })),
      },
    }),
  });
}

/** Seconds of processor time that something takes: what else runs on the machine is left out. */
export function processorSeconds(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}
