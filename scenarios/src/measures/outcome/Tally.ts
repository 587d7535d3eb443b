import type { Outcomes } from './Outcomes.js';

/** Outcomes that are being added up, by name. */
export class Tally {
  readonly #values: Record<string, number | null> = {};

  count(name: string, value: number): void {
    this.#values[name] = (this.#values[name] ?? 0) + value;
  }

  /** A sum by parts, and the whole: `left-without` and `left-without:jammed`. */
  byPart(name: string, parts: ReadonlyMap<string, number>): void {
    this.count(name, 0);
    for (const [part, value] of parts) {
      this.count(name, value);
      this.count(`${name}:${part}`, value);
    }
  }

  /** The mean of times, in whole milliseconds; `null` of none. */
  mean(name: string, sum_us: number, count: number): void {
    this.#values[name] = count === 0 ? null : Math.round(sum_us / count / 1000);
  }

  result(): Outcomes {
    return { ...this.#values };
  }
}

/** Adds to what a map holds under a name. */
export function addTo(sums: Map<string, number>, name: string, value: number): void {
  sums.set(name, (sums.get(name) ?? 0) + value);
}
