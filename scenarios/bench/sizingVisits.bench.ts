import type { Benchmark } from '../../tools/Benchmark.js';
import { VisitByVisit } from '../src/sizing/simulate/VisitByVisit.js';
import { visitsByHand } from './sizingByHand.js';
import { processorSeconds, sizingModels } from './sizingModels.js';

const models = sizingModels(4);

export const benchmark: Benchmark = {
  name: 'sizing, visit by visit on the charts, on one core (aim: 4 million)',
  unit: 'visits/s',
  better: 'higher',
  run() {
    let [came, transitions, cameByHand] = [0, 0, 0];
    const totals: number[][] = [[], []];
    const seconds = processorSeconds(() => {
      for (const model of models) {
        const visits = new VisitByVisit(model);
        const { came: some, served } = visits.run();
        came += some;
        totals[0]?.push(served);
        transitions += visits.operation.charts.transitions + visits.operation.tickets.chart.transitions;
      }
    });
    const secondsByHand = processorSeconds(() => {
      for (const model of models) {
        const { came: some, served } = visitsByHand(model);
        cameByHand += some;
        totals[1]?.push(served);
      }
    });
    if (String(totals[0]) !== String(totals[1])) throw new Error(`by hand served ${totals[1]}, on the charts ${totals[0]}`);
    return Promise.resolve({
      value: came / seconds,
      reference: cameByHand / secondsByHand,
      referenceName: 'the same model written out by hand, with the same draws and the same counts',
      note: `${(transitions / came).toFixed(2)} state transitions a visit; processor time`,
    });
  },
};
