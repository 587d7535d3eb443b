import type { LinkFact, WireFrame } from '@dosetwin/firmware-bridge';
import { FrameLog } from './FrameLog.js';
import { Instants } from './Instants.js';

/** What was seen of one emulated board besides the trace, with its instants. */
export class BoardLog {
  readonly frames = new FrameLog();
  readonly #currents = new Instants();
  readonly #milliamp: number[] = [];
  readonly #told = new Instants();
  readonly #facts: LinkFact[] = [];

  frame(frame: WireFrame): void {
    this.frames.add(frame);
  }

  /** Of facts, those that the frames do not hold already. */
  fact(fact: LinkFact, t_us: number): void {
    if (fact.is === 'status' || fact.is === 'registers') return;
    this.#facts.length = this.#told.add(t_us);
    this.#facts.push(fact);
  }

  current(milliamp: number, t_us: number): void {
    this.#milliamp.length = this.#currents.add(t_us);
    this.#milliamp.push(milliamp);
  }

  windBack(t_us: number): void {
    this.frames.windBack(t_us);
    this.#facts.length = this.#told.windBack(t_us);
    this.#milliamp.length = this.#currents.windBack(t_us);
  }

  /** The last fact of a kind at or before `t_us` that a test lets through. */
  last<K extends LinkFact['is']>(
    is: K,
    t_us: number,
    fits: (fact: Extract<LinkFact, { is: K }>) => boolean = () => true,
  ): { readonly t_us: number; readonly fact: Extract<LinkFact, { is: K }> } | null {
    for (let place = this.#told.countAt(t_us) - 1; place >= 0; place -= 1) {
      const fact = this.#facts[place];
      if (fact?.is === is && fits(fact as Extract<LinkFact, { is: K }>))
        return { t_us: this.#told.at(place), fact: fact as Extract<LinkFact, { is: K }> };
    }
    return null;
  }

  /** Samples of the motor current with `from_us <= t_us <= to_us`. */
  currents(from_us: number, to_us: number): { readonly at_us: Float64Array; readonly milliamp: Float32Array } {
    const first = this.#currents.countAt(from_us - 1);
    const end = this.#currents.countAt(to_us);
    const at_us = Float64Array.from({ length: end - first }, (_, index) => this.#currents.at(first + index));
    return { at_us, milliamp: Float32Array.from(this.#milliamp.slice(first, end)) };
  }

  /** When the current was last sampled at or before `t_us`, or `null`. */
  lastCurrent_us(t_us: number): number | null {
    const count = this.#currents.countAt(t_us);
    return count === 0 ? null : this.#currents.at(count - 1);
  }
}
