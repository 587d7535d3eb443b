import type { Benchmark } from '../../tools/Benchmark.js';
import { customersPerSecond } from './customersPerSecond.js';
import { CUSTOMERS, Draws, SERVERS, WaitingLine } from './mm3.js';
import { onTheKernel, SEED } from './mm3OnTheKernel.js';

/** The same desk by hand: one place for the next arrival and one for each server, the earliest next, ties by their order. */
function byHand(): WaitingLine {
  const line = new WaitingLine();
  const draws = new Draws(SEED);
  const due_us = new Float64Array(SERVERS + 1).fill(Number.POSITIVE_INFINITY);
  due_us[0] = 0;
  while (line.served < CUSTOMERS) {
    let first = 0;
    for (let i = 1; i <= SERVERS; i++) if ((due_us[i] as number) < (due_us[first] as number)) first = i;
    const now_us = due_us[first] as number;
    let server = first;
    let came_us = now_us;
    if (first === 0) {
      due_us[0] = now_us + draws.gap_us();
      server = due_us.indexOf(Number.POSITIVE_INFINITY);
      if (server < 0) {
        line.join(now_us);
        continue;
      }
    } else if (line.isEmpty) {
      due_us[server] = Number.POSITIVE_INFINITY;
      continue;
    } else came_us = line.next();
    line.waited(now_us - came_us);
    due_us[server] = now_us + draws.service_us();
  }
  return line;
}

export const benchmark: Benchmark = {
  name: 'M/M/3, load 0.8, a million customers on the kernel (aim: 0.7 times)',
  unit: 'customers/s',
  better: 'higher',
  run: () =>
    Promise.resolve({
      value: customersPerSecond(onTheKernel),
      reference: customersPerSecond(byHand),
      referenceName: 'an event loop by hand over typed arrays, with the same draws',
      note: 'processor time',
    }),
};
