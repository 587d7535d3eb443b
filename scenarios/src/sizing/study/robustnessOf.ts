import type { Region } from '../region/Region.js';
import type { Fidelity } from '../simulate/simulate.js';
import { uncertainInputs } from '../simulate/uncertainInputs.js';
import { type Factor, factorAt, factorsOf } from './Factor.js';
import { heldUnder, wanted } from './heldUnder.js';
import { judging, meanMargin } from './judgePlans.js';
import { morris } from './morris.js';
import { oneAtATime } from './oneAtATime.js';
import type { Simulations } from './Simulations.js';
import type { JudgedPlan, Robustness } from './Study.js';

/** Futures in which each change is tried: those of the plan's judging that come first. */
const FUTURES = 48;
const MORRIS_FUTURES = 8;
const TRAJECTORIES = 4;

export interface RobustnessOptions {
  readonly region: Region;
  readonly seed: number;
  readonly simulations: Simulations;
  readonly fidelity: Fidelity;
  readonly plans: readonly JudgedPlan[];
  /** Place of the plan that answers, or comes nearest. */
  readonly place: number;
}

/** What would change the answer: sites that fall through, assumptions one at a time, and all of them together. */
export async function robustnessOf(options: RobustnessOptions): Promise<Robustness> {
  const { region, simulations, fidelity, plans, place } = options;
  const plan = plans[place] as JudgedPlan;
  const factors = factorsOf(uncertainInputs(region));
  const trial = { region, simulations, fidelity, futures: FUTURES };
  const closed = plan.plan.sites.map(({ candidate }) => ({ [`candidate.${candidate}.opens`]: { value: 0 } }));
  await simulations.totals([{}, ...closed].map((overrides) => wanted(trial, plan, overrides)));
  const sites = await Promise.all(
    plan.plan.sites.map(async ({ candidate }, i) => {
      const { share, interval } = await heldUnder(trial, plan, closed[i] ?? {});
      return { candidate, share, interval };
    }),
  );
  return {
    machines: plan.machines,
    futures: FUTURES,
    share: plan.share,
    interval: plan.interval,
    sites: sites.sort((a, b) => a.share - b.share || (a.candidate < b.candidate ? -1 : 1)),
    factors: await oneAtATime({ ...trial, plans, place }, factors),
    morris: await interplay(options, factors, plan),
  };
}

function interplay({ region, seed, simulations, fidelity }: RobustnessOptions, factors: readonly Factor[], { plan }: JudgedPlan) {
  return morris({
    factors: factors.map(({ name }) => name),
    seed,
    trajectories: TRAJECTORIES,
    at: async (points) => {
      const rows = await simulations.totals(
        points.map((levels) => {
          const overrides = Object.assign({}, ...factors.map((factor, i) => factorAt(factor, levels[i] as number)));
          return judging(plan, fidelity, MORRIS_FUTURES, overrides);
        }),
      );
      return rows.map((row) => meanMargin(region, row));
    },
  });
}
