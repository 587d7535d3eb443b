import type { BenchEntry } from './BenchEntry.js';

const NONE: readonly number[] = [];

/**
 * The entries of one run in the order of the trace, found by time, by source, by kind and by cartridge. It grows as the
 * worker runs on, and is cut where a branch begins. Every picture on the page is a function of it and of the time.
 */
export class TraceIndex {
  readonly entries: BenchEntry[] = [];
  readonly #places = new Map<string, number[]>();
  readonly #sources = new Set<string>();

  /** Addresses that have said something, in the order in which they first did. */
  get sources(): ReadonlySet<string> {
    return this.#sources;
  }

  append(entries: readonly BenchEntry[]): void {
    for (const entry of entries) {
      const place = this.entries.push(entry) - 1;
      this.#sources.add(entry.source);
      for (const key of keysOf(entry)) {
        const list = this.#places.get(key);
        if (list === undefined) this.#places.set(key, [place]);
        else list.push(place);
      }
    }
  }

  /** Forgets every entry from place `count` on. */
  cut(count: number): void {
    this.entries.length = Math.min(count, this.entries.length);
    for (const [key, list] of this.#places) {
      while (list.length > 0 && (list.at(-1) ?? 0) >= count) list.pop();
      if (list.length === 0) this.#places.delete(key);
    }
    this.#sources.clear();
    for (const entry of this.entries) this.#sources.add(entry.source);
  }

  /** How many entries lie at or before `t_us`. */
  countAt(t_us: number): number {
    return upperBound(this.entries.length, (place) => this.#time(place) <= t_us);
  }

  /** The last entry of a source and a kind (and a cartridge) at or before `t_us`. */
  last(t_us: number, source: string, kind: string, cartridge?: number): BenchEntry | undefined {
    const list = this.#list(source, kind, cartridge);
    const count = upperBound(list.length, (at) => this.#time(list[at] ?? 0) <= t_us);
    return count === 0 ? undefined : this.entries[list[count - 1] ?? 0];
  }

  /** The first entry of a source and a kind (and a cartridge) after `t_us`. */
  next(t_us: number, source: string, kind: string, cartridge?: number): BenchEntry | undefined {
    const list = this.#list(source, kind, cartridge);
    const count = upperBound(list.length, (at) => this.#time(list[at] ?? 0) <= t_us);
    const place = list[count];
    return place === undefined ? undefined : this.entries[place];
  }

  /** The entries of a source and a kind (and a cartridge) with `from_us <= t_us <= to_us`. */
  between(from_us: number, to_us: number, source: string, kind: string, cartridge?: number): BenchEntry[] {
    const list = this.#list(source, kind, cartridge);
    const from = upperBound(list.length, (at) => this.#time(list[at] ?? 0) < from_us);
    const to = upperBound(list.length, (at) => this.#time(list[at] ?? 0) <= to_us);
    return list.slice(from, to).map((place) => this.entries[place] as BenchEntry);
  }

  /** All entries of one kind, whatever their source, at or before `t_us`. */
  ofKind(t_us: number, kind: string): BenchEntry[] {
    const list = this.#places.get(kind) ?? NONE;
    const count = upperBound(list.length, (at) => this.#time(list[at] ?? 0) <= t_us);
    return list.slice(0, count).map((place) => this.entries[place] as BenchEntry);
  }

  #list(source: string, kind: string, cartridge?: number): readonly number[] {
    const key = cartridge === undefined ? `${source}\n${kind}` : `${source}\n${kind}\n${cartridge}`;
    return this.#places.get(key) ?? NONE;
  }

  #time(place: number): number {
    return this.entries[place]?.t_us ?? 0;
  }
}

function keysOf({ source, kind, payload }: BenchEntry): string[] {
  const keys = [kind, `${source}\n${kind}`];
  if (typeof payload.cartridge === 'number') keys.push(`${source}\n${kind}\n${payload.cartridge}`);
  return keys;
}

/** The first place in 0..length at which `holds` is false, given that it is true up to there and false from there on. */
function upperBound(length: number, holds: (place: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
