import type { Benchmark } from '../../tools/Benchmark.js';
import { type Component, Kernel, type KernelEvent, type Saved } from '../src/index.js';
import { CUSTOMERS, Draws, EXPECTED_WAIT, SERVERS, WaitingLine } from './mm3.js';
import { secondsOf } from './secondsOf.js';

const SEED = 3;
const COMES: KernelEvent = { type: 'COMES' };
const LEAVES: KernelEvent = { type: 'LEAVES' };

/** A desk with three servers as a component of the kernel that scenarios use. */
class Desk implements Component {
  readonly line = new WaitingLine();
  readonly #kernel: Kernel;
  readonly #draws = new Draws(SEED);
  #free = SERVERS;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
    kernel.register('desk', 2, this);
  }

  handle(event: KernelEvent): void {
    const now_us = this.#kernel.now_us;
    if (event.type === 'COMES') {
      this.#kernel.at(now_us + this.#draws.gap_us(), 'desk', COMES);
      if (this.#free === 0) return this.line.join(now_us);
      this.#free -= 1;
      this.#serve(now_us, now_us);
    } else if (this.line.isEmpty) this.#free += 1;
    else this.#serve(now_us, this.line.next());
  }

  save(): Saved {
    return this.#free;
  }

  restore(saved: Saved): void {
    this.#free = saved as number;
  }

  #serve(now_us: number, came_us: number): void {
    this.line.waited(now_us - came_us);
    this.#kernel.at(now_us + this.#draws.service_us(), 'desk', LEAVES);
  }
}

function onTheKernel(): WaitingLine {
  const kernel = new Kernel({ seed: SEED });
  const desk = new Desk(kernel);
  kernel.at(0, 'desk', COMES);
  while (desk.line.served < CUSTOMERS) kernel.stepUntil(Number.MAX_SAFE_INTEGER);
  return desk.line;
}

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

function customersPerSecond(run: () => WaitingLine): number {
  let line: WaitingLine | undefined;
  const seconds = secondsOf(() => {
    line = run();
  });
  const { mean, standardError } = (line as WaitingLine).result();
  if (Math.abs(mean - EXPECTED_WAIT) > 3 * standardError) {
    throw new Error(`a mean wait of ${mean} ± ${standardError}, and ${EXPECTED_WAIT} was expected`);
  }
  return CUSTOMERS / seconds;
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
    }),
};
