import type { Plan } from '../Plan.js';
import type { Region } from '../region/Region.js';
import type { Design } from './Design.js';
import { improve } from './improve.js';
import { judgedPlan, judging, type PlanToJudge } from './judgePlans.js';
import type { Simulations } from './Simulations.js';
import type { Fidelities, Improved, JudgedPlan, Sited } from './Study.js';
import type { StudyTools } from './StudyTools.js';
import { select } from './select.js';
import type { Standing } from './standingOf.js';

export interface JudgingOptions {
  readonly region: Region;
  readonly tools: Pick<StudyTools, 'sites' | 'onStep'>;
  readonly simulations: Simulations;
  readonly fidelities: Fidelities;
  readonly precision: number;
}

/** Futures in which a plan is judged at first, by how many more at most at once, and at most in all (Z13). */
const FIRST = 64;
const MORE = 256;
const LIMIT = 2_048;
/** Numbers whose plans are improved: more would be improving what nobody will build. */
const MOST_IMPROVED = 2;

interface Judged {
  readonly sited: Sited;
  readonly toJudge: PlanToJudge;
  readonly improved: Improved | null;
  readonly plan: JudgedPlan;
}

/** The plans of a study, by number of machines: sited, chosen, improved and judged as far as it was asked for. */
export class Judging {
  readonly #options: JudgingOptions;
  readonly #by = new Map<number, Judged>();
  #improved = 0;

  constructor(options: JudgingOptions) {
    this.#options = options;
  }

  numbers(): readonly number[] {
    return [...this.#by.keys()].sort((a, b) => a - b);
  }

  plans(): readonly JudgedPlan[] {
    return this.numbers().map((number) => this.#of(number).plan);
  }

  sited(): readonly Sited[] {
    return this.numbers().map((number) => this.#of(number).sited);
  }

  improved(): readonly Improved[] {
    return this.numbers().flatMap((number) => this.#of(number).improved ?? []);
  }

  /** A deciding number would need more futures than the limit. */
  get isLimited(): boolean {
    return this.plans().some(({ futures, interval }) => futures >= LIMIT && !this.#isNarrow(interval));
  }

  /** Sites so many machines by each method, chooses among the plans, and judges the chosen. */
  async look(numbers: readonly number[]): Promise<void> {
    const { region, tools, simulations, fidelities } = this.#options;
    tools.onStep?.('site');
    const designs: (readonly [number, readonly Design[]])[] = [];
    for (const number of numbers) designs.push([number, await tools.sites(number)]);
    tools.onStep?.('judge');
    const chosen = await Promise.all(
      designs
        .filter(([, some]) => some.length > 0)
        .map(([number, some]) => select(region, simulations, fidelities.screening, number, some)),
    );
    await Promise.all(
      chosen.map(async (sited) => {
        const { method, plan, value, bound, isOptimal } = sited.designs[sited.chosen] as Design;
        const toJudge = { machines: sited.machines, plan, method, value, bound, isOptimal };
        this.#by.set(sited.machines, { sited, toJudge, improved: null, plan: await this.#judge(toJudge, FIRST) });
      }),
    );
  }

  /** Numbers in doubt, and the one below them, whose plans were not improved yet. */
  unimproved({ machines, interval: [low, high] }: Standing, most: number): readonly number[] {
    const centre = machines ?? most;
    return this.numbers()
      .filter((number) => this.#of(number).improved === null && number >= low - 1 && number <= (high ?? most))
      .sort((a, b) => Math.abs(a - centre + 0.5) - Math.abs(b - centre + 0.5))
      .slice(0, Math.max(0, MOST_IMPROVED - this.#improved));
  }

  async improve(numbers: readonly number[]): Promise<void> {
    const { region, simulations, fidelities } = this.#options;
    this.#improved += numbers.length;
    await Promise.all(
      numbers.map(async (number) => {
        const before = this.#of(number);
        const { plan, improved } = await improve(region, simulations, fidelities.screening, before.toJudge.plan);
        const toJudge = improved.moves.length === 0 ? before.toJudge : movedFrom(before.toJudge, plan, improved);
        this.#by.set(number, { ...before, toJudge, improved, plan: await this.#judge(toJudge, before.plan.futures) });
      }),
    );
  }

  /** Judges the deciding numbers in more futures; false once they are as sure as asked for, or the limit is reached. */
  async sharpen({ machines, vague }: Standing): Promise<boolean> {
    const below = this.numbers()
      .filter((number) => machines === null || number < machines)
      .at(-1);
    const deciding = new Set([...vague, ...(machines === null ? [] : [machines]), ...(below === undefined ? [] : [below])]);
    const open = [...deciding]
      .map((number) => this.#of(number))
      .filter(({ plan }) => plan.futures < LIMIT && !this.#isNarrow(plan.interval));
    await Promise.all(
      open.map(async (judged) => {
        const plan = await this.#judge(judged.toJudge, Math.min(LIMIT, judged.plan.futures + this.#moreFor(judged.plan)));
        this.#by.set(plan.machines, { ...judged, plan });
      }),
    );
    return open.length > 0;
  }

  async #judge(toJudge: PlanToJudge, count: number): Promise<JudgedPlan> {
    const { region, simulations, fidelities } = this.#options;
    const [futures = []] = await simulations.totals([judging(toJudge.plan, fidelities.judging, count)]);
    return judgedPlan(region, toJudge, futures);
  }

  /** Futures that should make the interval narrow enough, in whole steps. */
  #moreFor({ share, futures }: JudgedPlan): number {
    const spread = Math.max(share * (1 - share), 0.02);
    const needed = (1.96 * 1.96 * spread) / (this.#options.precision * this.#options.precision);
    return Math.min(MORE, Math.max(32, Math.ceil((needed - futures) / 32) * 32));
  }

  #isNarrow([low, high]: readonly [number, number]): boolean {
    return (high - low) / 2 <= this.#options.precision;
  }

  #of(number: number): Judged {
    return this.#by.get(number) as Judged;
  }
}

function movedFrom(before: PlanToJudge, plan: Plan, { moves }: Improved): PlanToJudge {
  const words = moves.length === 1 ? 'one move' : `${moves.length} moves`;
  return { ...before, plan, method: `${before.method}, ${words} on simulated outcome`, isOptimal: false };
}
