import type { PlanModel } from '../src/sizing/simulate/PlanModel.js';
import type { ByHand } from './ByHand.js';

/** The counts of many models, by which a fidelity and its loop by hand must be the same. */
export class AddedUp {
  readonly counts: ByHand[] = [];

  run(models: readonly PlanModel[], one: (model: PlanModel) => ByHand): void {
    for (const model of models) {
      const { came, served, lostToDown, lostToJam, lostToEmpty, lostToPalm } = one(model);
      this.counts.push({ came, served, lostToDown, lostToJam, lostToEmpty, lostToPalm });
    }
  }

  get came(): number {
    return this.counts.reduce((sum, { came }) => sum + came, 0);
  }

  /** Throws at the first model of which the other says something else. */
  mustEqual(byHand: AddedUp): void {
    for (const [place, counts] of this.counts.entries()) {
      const [here, there] = [counts, byHand.counts[place]].map((some) => JSON.stringify(some));
      if (here !== there) throw new Error(`of model ${place} the loop by hand says ${there}, and the house ${here}`);
    }
  }
}
