import type { Benchmark } from '../../tools/Benchmark.js';
import { MachineByMachine } from '../src/sizing/simulate/MachineByMachine.js';
import { AddedUp } from './AddedUp.js';
import { machinesByHand } from './machinesByHand.js';
import { processorSeconds, sizingModels } from './sizingModels.js';

const models = sizingModels(8);

export const benchmark: Benchmark = {
  name: 'sizing, machine by machine, on one core (aim: 20 million)',
  unit: 'visits/s',
  better: 'higher',
  run() {
    const [house, byHand] = [new AddedUp(), new AddedUp()];
    let transitions = 0;
    const seconds = processorSeconds(() =>
      house.run(models, (model) => {
        const machines = new MachineByMachine(model);
        const totals = machines.run();
        transitions += machines.operation.charts.transitions + machines.operation.tickets.chart.transitions;
        return totals;
      }),
    );
    const secondsByHand = processorSeconds(() => byHand.run(models, machinesByHand));
    house.mustEqual(byHand);
    return Promise.resolve({
      value: house.came / seconds,
      reference: house.came / secondsByHand,
      referenceName: 'the same model in one loop by hand, with the same draws and the same counts',
      note: `stands for ${(transitions / house.came).toFixed(2)} state transitions a visit; processor time`,
    });
  },
};
