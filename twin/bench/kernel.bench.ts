import { performance } from 'node:perf_hooks';
import type { Benchmark } from '../../tools/Benchmark.js';
import { type Component, Kernel, type KernelEvent, type Saved } from '../src/index.js';

const EVENTS = 300_000;
/** Events pending at any time, as in a world of many timers. */
const PENDING = 100;
/** Delays that hop about without drawing, so that kernel and reference do the same. */
const delayOf = (n: number) => 1 + ((n * 7_919) % 1_000);

class Hopper implements Component {
  readonly #kernel: Kernel;
  handled = 0;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
    kernel.register('hopper', 2, this);
  }

  handle(event: KernelEvent): void {
    this.handled += 1;
    this.#kernel.at(this.#kernel.now_us + delayOf(this.handled), 'hopper', event);
  }

  save(): Saved {
    return this.handled;
  }

  restore(saved: Saved): void {
    this.handled = saved as number;
  }
}

function kernelSeconds(): number {
  const kernel = new Kernel({ seed: 1 });
  const hopper = new Hopper(kernel);
  for (let i = 0; i < PENDING; i++) kernel.at(i, 'hopper', { type: 'HOP' });
  const from = performance.now();
  while (hopper.handled < EVENTS) kernel.stepUntil(Number.MAX_SAFE_INTEGER);
  return (performance.now() - from) / 1_000;
}

/** The least that any calendar must do: a binary heap of times in a typed array, and nothing said to anybody. */
function heapSeconds(): number {
  const heap = new Float64Array(PENDING);
  for (let i = 0; i < PENDING; i++) heap[i] = i;
  const from = performance.now();
  for (let handled = 1; handled <= EVENTS; handled++) {
    const time = (heap[0] as number) + delayOf(handled);
    let at = 0;
    for (let child = 1; child < PENDING; child = 2 * at + 1) {
      if (child + 1 < PENDING && (heap[child + 1] as number) < (heap[child] as number)) child += 1;
      if ((heap[child] as number) >= time) break;
      heap[at] = heap[child] as number;
      at = child;
    }
    heap[at] = time;
  }
  return (performance.now() - from) / 1_000;
}

export const benchmark: Benchmark = {
  name: 'kernel, events with 100 pending',
  unit: 'events/s',
  better: 'higher',
  run() {
    const reference = EVENTS / heapSeconds();
    return Promise.resolve({
      value: EVENTS / kernelSeconds(),
      reference,
      referenceName: 'a bare binary heap of times in a typed array',
    });
  },
};
