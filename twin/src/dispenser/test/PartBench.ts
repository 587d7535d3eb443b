import { Listener } from '../../engine/test/Listener.js';
import { Kernel, type KernelEvent } from '../../kernel/Kernel.js';
import type { Payload, TraceEntry } from '../../kernel/trace.js';

/** A kernel on which one part of the machine `m1` stands, with listeners for neighbours: `authoriser DROPPED order=1`. */
export class PartBench {
  readonly kernel: Kernel;
  readonly entries: TraceEntry[] = [];
  readonly heard: string[] = [];

  constructor(neighbours: readonly string[], seed = 1) {
    this.kernel = new Kernel({ seed, onEntry: (entry) => this.entries.push(entry) });
    for (const name of neighbours) this.kernel.register(`m1/${name}`, 2, new Listener(name, (words) => this.heard.push(words)));
  }

  /** Sends an event to a part, with all that it causes at this instant. */
  tell(part: string, event: KernelEvent): this {
    this.kernel.post(`m1/${part}`, event);
    return this.until(this.kernel.now_us);
  }

  until(t_us: number): this {
    this.kernel.runUntil(t_us);
    return this;
  }

  /** What was heard since this was asked last. */
  news(): string[] {
    return this.heard.splice(0);
  }

  /** Payloads of a kind, oldest first. */
  of(kind: string): Payload[] {
    return this.entries.filter((entry) => entry.kind === kind).map(({ payload }) => payload);
  }
}
