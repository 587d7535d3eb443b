const MINUTES = 2_880;

/** Visits to come, by minute over two days, first in, first out within a minute. Times are whole minutes. */
export class VisitQueue {
  readonly #head = new Int32Array(MINUTES).fill(-1);
  readonly #tail = new Int32Array(MINUTES).fill(-1);
  #next: Int32Array<ArrayBuffer>;
  #free = -1;
  /** By entry: what was put in. */
  person: Int32Array<ArrayBuffer>;
  machine: Int32Array<ArrayBuffer>;
  visit: Int32Array<ArrayBuffer>;
  /** The draw that made somebody come; of others than one's own machine's visits, -1 less the reason for which they left theirs. */
  word: Float64Array<ArrayBuffer>;

  constructor(room = 1_024) {
    this.#next = new Int32Array(0);
    this.person = new Int32Array(0);
    this.machine = new Int32Array(0);
    this.visit = new Int32Array(0);
    this.word = new Float64Array(0);
    this.#grow(room);
  }

  /** Puts a visit at a minute less than two days ahead of the one last taken. */
  put(minute: number, person: number, machine: number, visit: number, word: number): void {
    if (this.#free < 0) this.#grow(2 * this.#next.length);
    const entry = this.#free;
    this.#free = this.#next[entry] as number;
    this.person[entry] = person;
    this.machine[entry] = machine;
    this.visit[entry] = visit;
    this.word[entry] = word;
    this.#next[entry] = -1;
    const bucket = minute % MINUTES;
    const last = this.#tail[bucket] as number;
    if (last < 0) this.#head[bucket] = entry;
    else this.#next[last] = entry;
    this.#tail[bucket] = entry;
  }

  /** Takes the first entry of a minute; -1 where there is none. What it holds stays until the next is put. */
  take(minute: number): number {
    const bucket = minute % MINUTES;
    const entry = this.#head[bucket] as number;
    if (entry < 0) return -1;
    const after = this.#next[entry] as number;
    this.#head[bucket] = after;
    if (after < 0) this.#tail[bucket] = -1;
    this.#next[entry] = this.#free;
    this.#free = entry;
    return entry;
  }

  #grow(room: number): void {
    const from = this.#next.length;
    this.#next = grownInts(this.#next, room);
    this.person = grownInts(this.person, room);
    this.machine = grownInts(this.machine, room);
    this.visit = grownInts(this.visit, room);
    const word = new Float64Array(room);
    word.set(this.word);
    this.word = word;
    for (let entry = room - 1; entry >= from; entry--) {
      this.#next[entry] = this.#free;
      this.#free = entry;
    }
  }
}

function grownInts(old: Int32Array<ArrayBuffer>, room: number): Int32Array<ArrayBuffer> {
  const next = new Int32Array(room);
  next.set(old);
  return next;
}
