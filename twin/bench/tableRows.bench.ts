import type { Benchmark } from '../../tools/Benchmark.js';
import { ConfigurationSpace, compileChart, TableRows } from '../src/index.js';
import { cartridge, limits, VEND } from './cartridgeVend.js';
import { secondsOf } from './secondsOf.js';
import { xstateTransitionsPerSecond } from './xstateTransitions.js';

const ROWS = 1_000;
const ROUNDS = 8_000;
const rows = new TableRows(new ConfigurationSpace(compileChart(cartridge)), ROWS, limits);
const events = Int32Array.from(VEND, (name) => rows.space.eventNumbers.numberOf(name));

/** Every row takes the same vend, one event after the other; timers are set and cancelled in the rows. */
function rowStepsPerSecond(): number {
  for (let row = 0; row < ROWS; row++) rows.start(row, 0);
  const seconds = secondsOf(() => {
    for (let round = 0; round < ROUNDS; round++) {
      const event = events[round & 7] as number;
      for (let row = 0; row < ROWS; row++) rows.step(row, event, round);
    }
  });
  return (ROWS * ROUNDS) / seconds;
}

export const benchmark: Benchmark = {
  name: 'a thousand cartridges as rows, timers among them (aim: 1,000 times)',
  unit: 'transitions/s',
  better: 'higher',
  run: () =>
    Promise.resolve({
      value: rowStepsPerSecond(),
      reference: xstateTransitionsPerSecond(),
      referenceName: "XState's transition()",
    }),
};
