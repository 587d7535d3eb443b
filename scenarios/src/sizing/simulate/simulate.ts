import { FailureToFailure } from './FailureToFailure.js';
import { MachineByMachine } from './MachineByMachine.js';
import type { PlanModel } from './PlanModel.js';
import type { Totals } from './Totals.js';
import { VisitByVisit } from './VisitByVisit.js';

/** From the most exact to the fastest (Z10). */
export const FIDELITIES = ['visits', 'machines', 'failures'] as const;
export type Fidelity = (typeof FIDELITIES)[number];

/** Runs a plan in a future, from its first day to its last. The same model gives the same totals, every time and everywhere. */
export function simulate(model: PlanModel, fidelity: Fidelity): Totals {
  if (fidelity === 'visits') return new VisitByVisit(model).run();
  return fidelity === 'machines' ? new MachineByMachine(model).run() : new FailureToFailure(model).run();
}
