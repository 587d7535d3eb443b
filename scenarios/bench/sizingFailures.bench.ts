import type { Benchmark } from '../../tools/Benchmark.js';
import { simulate } from '../src/sizing/simulate/simulate.js';
import { failuresByHand } from './failuresByHand.js';
import { processorSeconds, sizingModels } from './sizingModels.js';

const models = sizingModels(40);
const TIMES = 5;

export const benchmark: Benchmark = {
  name: 'sizing, from failure to failure, on one core (aim: 5,000 million)',
  unit: 'visits/s',
  better: 'higher',
  run() {
    let [came, cameByHand, faults, lost] = [0, 0, 0, 0];
    const seconds = processorSeconds(() => {
      for (let i = 0; i < TIMES; i++) {
        for (const model of models) {
          const totals = simulate(model, 'failures');
          came += totals.came;
          faults += totals.faults;
        }
      }
    });
    const secondsByHand = processorSeconds(() => {
      for (let i = 0; i < TIMES; i++) {
        for (const model of models) {
          const totals = failuresByHand(model, 1_000);
          cameByHand += totals.came;
          lost += totals.lost;
        }
      }
    });
    if (lost === 0) throw new Error('by hand nothing was lost');
    return Promise.resolve({
      value: came / seconds,
      reference: cameByHand / secondsByHand,
      referenceName: 'stops at a constant rate and of one length, by hand, without calendars or help',
      note: `${Math.round(came / faults)} visits a fault; processor time`,
    });
  },
};
