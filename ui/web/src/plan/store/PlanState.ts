import type { Fidelities, JudgedPlan, Plan, Region, Step, Study, TriedPlan } from '@dosetwin/scenarios';
import type { PlaceProblem } from '../worker/planProtocol.js';

export type PlanStep = 'start' | 'check' | 'answer';
/** What the curve shows over the number of machines. */
export const CURVES = ['served', 'reached', 'meanKm', 'costPerYear', 'staffHoursPerYear'] as const;
export type CurveMeasure = (typeof CURVES)[number];

/** A plan that the planner made by moving machines. */
export interface OwnPlan {
  readonly id: number;
  readonly plan: Plan;
  /** Grows with each change: an estimate of an older state is ignored. */
  readonly revision: number;
  /** The estimate that comes at once, and the simulated one shortly after. */
  readonly quick: TriedPlan | null;
  readonly simulated: TriedPlan | null;
}

/** A study as it goes on, or as it ended. */
export interface StudyRun {
  readonly state: 'running' | 'done' | 'stopped' | 'failed';
  readonly step: Step;
  /** Futures simulated so far. */
  readonly futures: number;
  /** Plans judged so far, by number of machines. */
  readonly plans: readonly JudgedPlan[];
  /** About how much of it is done, from 0 to 1, and how long it should still take; `null` while that is a guess. */
  readonly share: number;
  readonly left_ms: number | null;
  /** Which fidelities agree on the region; `null` until that is known. */
  readonly fidelities: Fidelities | null;
  readonly result: Study | null;
  /** Why it could not go on. */
  readonly message: string;
}

/** Which plan the map shows: a computed one by its number of machines, or an own one. */
export type ShownPlan = { readonly kind: 'computed'; readonly machines: number } | { readonly kind: 'own'; readonly id: number };

/** What the planner's page shows. */
export interface PlanState {
  readonly isOpen: boolean;
  readonly step: PlanStep;
  /** A file is being read. */
  readonly isReading: boolean;
  readonly problems: readonly PlaceProblem[];
  /** Problems that are not told beside these. */
  readonly more: number;
  /** What the file or the paste was called. */
  readonly origin: string;
  /** As it was read, and as it stands after the form. */
  readonly read: Region | null;
  readonly region: Region | null;
  /** What was taken for granted, and what a planner should know before anything is computed: sentences. */
  readonly notes: readonly string[];
  /** Fields of the form that hold something that is no value, by their path, and what is wrong. */
  readonly faults: Readonly<Record<string, string>>;
  readonly study: StudyRun | null;
  readonly own: readonly OwnPlan[];
  readonly shown: ShownPlan | null;
  /** What a plan comes to place by place, by the plan's key. */
  readonly places: Readonly<Record<string, TriedPlan>>;
  readonly curve: CurveMeasure;
  /** Said aloud to who does not see the map. */
  readonly news: string;
}
