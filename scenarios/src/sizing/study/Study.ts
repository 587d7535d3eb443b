import type { Plan } from '../Plan.js';
import type { Fidelity } from '../simulate/simulate.js';
import type { Totals } from '../simulate/Totals.js';
import type { Band } from './band.js';
import type { Design } from './Design.js';
import type { Target } from './Judgement.js';
import type { Reach } from './reachOf.js';
import type { Screened } from './screen.js';

/** All that a study of a region found: what the answer, the page and the files are written from. Plain data. */
export interface Study {
  readonly region: string;
  readonly seed: number;
  /** Half of the widest interval of the deciding share that was asked for. */
  readonly precision: number;
  readonly answer: Answer;
  /** SHA-256 over the totals of everything simulated (Z4). */
  readonly digest: string;
  /** Futures simulated, over all plans and steps. */
  readonly futures: number;
  readonly fidelities: Fidelities;
  readonly screened: readonly Screened[];
  readonly sited: readonly Sited[];
  readonly improved: readonly Improved[];
  /** By number of machines, ascending: the plan for each that was judged, and what it came to. */
  readonly plans: readonly JudgedPlan[];
  /** Of the plan that answers, or comes nearest. */
  readonly reach: Reach;
  readonly notes: readonly string[];
  readonly robustness: Robustness | null;
}

export interface Answer {
  /** The least number of machines whose plan holds all targets in the share of futures asked for; `null` if none does. */
  readonly machines: number | null;
  /** Numbers that cannot be ruled out, least and most; the most is `null` where none was surely enough. */
  readonly interval: readonly [number, number | null];
  readonly sentence: string;
  /** Why fewer do not do, or why none does, and what is possible: whole sentences. */
  readonly because: readonly string[];
  /** What of a plan of the region's wishes cannot be had, if anything. */
  readonly impossible: Impossible | null;
  /** The limit of replications was reached before the interval was as narrow as asked for (Z13). */
  readonly isLimited: boolean;
}

export interface Impossible {
  readonly kind: 'targets' | 'budget';
  /** Which, in a sentence. */
  readonly what: string;
  /** The nearest that is possible, in a sentence. */
  readonly nearest: string;
  /** Machines of the plan that comes nearest. */
  readonly machines: number;
}

/** Which fidelity judges and which screens, and why (Z10). */
export interface Fidelities {
  readonly judging: Fidelity;
  readonly screening: Fidelity;
  readonly agreements: readonly Agreement[];
}

/** A fidelity held against the one above it on the region at hand. */
export interface Agreement {
  readonly of: Fidelity;
  readonly against: Fidelity;
  readonly agrees: boolean;
  /** In words: by how much, or why it must not be used. */
  readonly says: string;
}

/** What siting and selection came to for a number of machines. */
export interface Sited {
  readonly machines: number;
  readonly designs: readonly (Design & { readonly meanWorth: number; readonly futures: number })[];
  /** Place of the one chosen. */
  readonly chosen: number;
  readonly futures: number;
  /** All others were left out by the procedure, and not by the limit. */
  readonly isSure: boolean;
}

/** What improving a plan on its simulated outcome came to. */
export interface Improved {
  readonly machines: number;
  readonly moves: readonly {
    readonly from: string;
    readonly to: string;
    readonly gain: number;
    readonly interval: readonly [number, number];
  }[];
  readonly tried: number;
}

export interface JudgedPlan {
  readonly machines: number;
  readonly plan: Plan;
  /** How it came about: the method of siting, and moves after it. */
  readonly method: string;
  readonly value: number;
  readonly bound: number | null;
  readonly isOptimal: boolean;
  readonly futures: number;
  /** Futures in which all targets held, their share, and its 95 % interval (Wilson). */
  readonly held: number;
  readonly share: number;
  readonly interval: readonly [number, number];
  readonly bands: Readonly<Record<Measure, Band>>;
  /** Each target as it could be set and still hold, alone, in the share of futures asked for. */
  readonly bounds: Readonly<Record<Target, number>>;
  /** Futures that missed each target. */
  readonly missed: Readonly<Record<Target, number>>;
  /** Sums over all futures, and over those that missed a target. */
  readonly totals: Totals;
  readonly totalsOfMissed: Totals;
}

export const MEASURES = ['served', 'reached', 'servedOfAll', 'meanKm', 'costPerYear', 'staffHoursPerYear', 'margin'] as const;
export type Measure = (typeof MEASURES)[number];

export interface Robustness {
  /** Of the answer's plan, or of the plan that comes nearest. */
  readonly machines: number;
  readonly futures: number;
  /** Share of futures in which the plan holds, as it was judged, and its 95 % interval; those below are this, and what a change makes of it. */
  readonly share: number;
  readonly interval: readonly [number, number];
  /** Each site of the plan taken away in every future: the worst first. */
  readonly sites: readonly { readonly candidate: string; readonly share: number; readonly interval: readonly [number, number] }[];
  /** One assumption at a time at its least and its most: the widest first. */
  readonly factors: readonly FactorEffect[];
  /** Morris' elementary effects on the margin: the strongest first. */
  readonly morris: readonly MorrisEffect[];
}

export interface FactorEffect {
  readonly factor: string;
  readonly low: FactorEnd;
  readonly high: FactorEnd;
  /** Where the answer changes on the way from the middle to an end, and to what there; `null` where both ends answer alike. */
  readonly turnsAt: { readonly value: number; readonly towards: 'low' | 'high'; readonly machines: number | null } | null;
}

export interface FactorEnd {
  readonly value: number;
  readonly share: number;
  readonly meanMargin: number;
  /** The least number among the plans at hand that holds the targets there; `null` where none of them does. */
  readonly machines: number | null;
}

export interface MorrisEffect {
  readonly factor: string;
  /** Mean of the absolute effect of going from an assumption's least to its most, and the spread of the effect: interplay. */
  readonly meanAbsolute: number;
  readonly deviation: number;
}
