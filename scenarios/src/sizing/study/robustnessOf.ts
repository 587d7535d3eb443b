import type { Region } from '../region/Region.js';
import type { Fidelity } from '../simulate/simulate.js';
import { uncertainInputs } from '../simulate/uncertainInputs.js';
import { type Factor, factorAt, factorsOf } from './Factor.js';
import { heldIn, judging, meanMargin } from './judgePlans.js';
import { morris } from './morris.js';
import { oneAtATime } from './oneAtATime.js';
import type { Simulations } from './Simulations.js';
import type { JudgedPlan, Robustness } from './Study.js';
import { wilson } from './wilson.js';

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
  const [base = [], ...without] = await simulations.totals([
    judging(plan.plan, fidelity, FUTURES),
    ...plan.plan.sites.map(({ candidate }) =>
      judging(plan.plan, fidelity, FUTURES, { [`candidate.${candidate}.opens`]: { value: 0 } }),
    ),
  ]);
  const sites = plan.plan.sites.map(({ candidate }, i) => {
    const held = heldIn(region, without[i] ?? []);
    return { candidate, share: held / FUTURES, interval: wilson(held, FUTURES) };
  });
  const study = { region, simulations, fidelity, plans, place, futures: FUTURES };
  const effects = await oneAtATime(study, factors);
  return {
    machines: plan.machines,
    futures: FUTURES,
    share: heldIn(region, base) / FUTURES,
    interval: wilson(heldIn(region, base), FUTURES),
    sites: sites.sort((a, b) => a.share - b.share || (a.candidate < b.candidate ? -1 : 1)),
    factors: effects,
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
