import type { Benchmark } from '../../tools/Benchmark.js';
import { simulate } from '../src/sizing/simulate/simulate.js';
import { failuresByHand } from './failuresByHand.js';
import { processorSeconds, sizingModels } from './sizingModels.js';

const FUTURES = 40;
const models = sizingModels(FUTURES);
const TIMES = 20;

export const benchmark: Benchmark = {
  name: 'sizing, from failure to failure, on one core (aim: 5,000 million)',
  unit: 'visits/s',
  better: 'higher',
  run() {
    const counts = { came: 0, served: 0, faults: 0 };
    const seconds = processorSeconds(() => addUp(counts, (model) => simulate(model, 'failures')));
    const byHand = { came: 0, served: 0, faults: 0 };
    const secondsByHand = processorSeconds(() => addUp(byHand, failuresByHand));
    if (JSON.stringify(counts) !== JSON.stringify(byHand)) {
      throw new Error(`by hand ${JSON.stringify(byHand)}, from failure to failure ${JSON.stringify(counts)}`);
    }
    const compiling = processorSeconds(() => sizingModels(FUTURES));
    const whole = counts.came / TIMES / (compiling + seconds / TIMES);
    return Promise.resolve({
      value: counts.came / seconds,
      reference: counts.came / secondsByHand,
      referenceName: 'the same model in one loop by hand, with the same draws and the same counts',
      note:
        `${Math.round(counts.came / counts.faults)} visits a fault; ${Math.round(whole / 1e6)} million a second ` +
        'with drawing the future and putting the plan into it; processor time',
    });
  },
};

type Counts = Record<'came' | 'served' | 'faults', number>;

function addUp(counts: Counts, run: (model: (typeof models)[number]) => Counts): void {
  for (let i = 0; i < TIMES; i++) {
    for (const model of models) {
      const { came, served, faults } = run(model);
      counts.came += came;
      counts.served += served;
      counts.faults += faults;
    }
  }
}
