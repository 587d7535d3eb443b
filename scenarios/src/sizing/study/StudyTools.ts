import type { Plan } from '../Plan.js';
import type { RunBlocks } from './Block.js';
import type { SitesOf } from './Design.js';
import type { KmBetween } from './KmBetween.js';
import type { Agreement, Fidelities, JudgedPlan } from './Study.js';

/** The steps of a study, in their order (Z11), with the check of the fidelities among them. */
export const STEPS = ['screen', 'agree', 'site', 'judge', 'improve', 'robust'] as const;
export type Step = (typeof STEPS)[number];

/** What a study is done with: whoever calls it brings threads, a web worker or servers. */
export interface StudyTools {
  readonly run: RunBlocks;
  readonly sites: SitesOf;
  readonly km: KmBetween;
  /** Holds the faster fidelities against those above them on this region, with a plan of about the number likely wanted. */
  readonly agree: (plan: Plan) => Promise<readonly Agreement[]>;
  /** Told which fidelities agree, once that is known. */
  readonly onFidelities?: (fidelities: Fidelities) => void;
  /** Told as a step begins or goes on; siting and judging take turns. */
  readonly onStep?: (step: Step) => void;
  /** Told of the plans judged so far, by number of machines, whenever they may have changed. */
  readonly onPlans?: (plans: readonly JudgedPlan[]) => void;
}

export interface StudyOptions {
  readonly seed: number;
  /** Half of the widest interval of the deciding share, above 0 and below 0.5. */
  readonly precision: number;
  /** Least and most machines to look at; chosen from the region otherwise. */
  readonly machines?: readonly [number, number] | undefined;
}

/** The default: 0.05, plus or minus 5 of 100 futures. */
export const PRECISION = 0.05;
