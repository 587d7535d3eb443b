import type { Benchmark } from '../../tools/Benchmark.js';
import { VisitByVisit } from '../src/sizing/simulate/VisitByVisit.js';
import { AddedUp } from './AddedUp.js';
import { processorSeconds, sizingModels } from './sizingModels.js';
import { visitsByHand } from './visitsByHand.js';

const models = sizingModels(4);

export const benchmark: Benchmark = {
  name: 'sizing, visit by visit on the charts, on one core (aim: 4 million)',
  unit: 'visits/s',
  better: 'higher',
  run() {
    const [house, byHand] = [new AddedUp(), new AddedUp()];
    let transitions = 0;
    const seconds = processorSeconds(() =>
      house.run(models, (model) => {
        const visits = new VisitByVisit(model);
        const totals = visits.run();
        transitions += visits.operation.charts.transitions + visits.operation.tickets.chart.transitions;
        return totals;
      }),
    );
    const secondsByHand = processorSeconds(() => byHand.run(models, visitsByHand));
    house.mustEqual(byHand);
    return Promise.resolve({
      value: house.came / seconds,
      reference: house.came / secondsByHand,
      referenceName: 'the same model in one loop by hand, with the same draws and the same counts',
      note: `${(transitions / house.came).toFixed(2)} state transitions a visit; processor time`,
    });
  },
};
