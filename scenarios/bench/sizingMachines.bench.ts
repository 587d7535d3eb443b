import type { Benchmark } from '../../tools/Benchmark.js';
import { simulate } from '../src/sizing/simulate/simulate.js';
import { machinesByHand } from './sizingByHand.js';
import { processorSeconds, sizingModels } from './sizingModels.js';

const models = sizingModels(8);

export const benchmark: Benchmark = {
  name: 'sizing, machine by machine, on one core (aim: 20 million)',
  unit: 'visits/s',
  better: 'higher',
  run() {
    let [came, cameByHand, served, servedByHand] = [0, 0, 0, 0];
    const seconds = processorSeconds(() => {
      for (const model of models) {
        const totals = simulate(model, 'machines');
        came += totals.came;
        served += totals.served;
      }
    });
    const secondsByHand = processorSeconds(() => {
      for (const model of models) {
        const totals = machinesByHand(model);
        cameByHand += totals.came;
        servedByHand += totals.served;
      }
    });
    if (served !== servedByHand) throw new Error(`by hand served ${servedByHand}, machine by machine ${served}`);
    return Promise.resolve({
      value: came / seconds,
      reference: cameByHand / secondsByHand,
      referenceName: 'the same model written out by hand, with the same draws and the same counts',
      note: 'processor time',
    });
  },
};
