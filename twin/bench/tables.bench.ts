import type { Benchmark } from '../../tools/Benchmark.js';
import { tableStepsPerSecond } from './tableSteps.js';
import { xstateTransitionsPerSecond } from './xstateTransitions.js';

export const benchmark: Benchmark = {
  name: "cartridge chart on tables, through the engines' interface (aim: 500 times)",
  unit: 'transitions/s',
  better: 'higher',
  run: () =>
    Promise.resolve({
      value: tableStepsPerSecond(),
      reference: xstateTransitionsPerSecond(),
      referenceName: "XState's transition()",
    }),
};
