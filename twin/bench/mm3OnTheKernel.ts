import { type Component, Kernel, type KernelEvent, type Saved } from '../src/index.js';
import { CUSTOMERS, Draws, SERVERS, WaitingLine } from './mm3.js';

export const SEED = 3;
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
    this.line.events += 1;
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

export function onTheKernel(): WaitingLine {
  const kernel = new Kernel({ seed: SEED });
  const desk = new Desk(kernel);
  kernel.at(0, 'desk', COMES);
  while (desk.line.served < CUSTOMERS) kernel.stepUntil(Number.MAX_SAFE_INTEGER);
  return desk.line;
}
