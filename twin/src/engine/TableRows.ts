import type { Saved } from '../kernel/Kernel.js';
import { NONE, type TableDelay } from './ChartTable.js';
import type { ConfigurationSpace } from './ConfigurationSpace.js';
import { limitsOf } from './limitsOf.js';
import { restoreConfiguration, saveConfiguration } from './savedConfiguration.js';

/** A timer that is not set. */
const NEVER = Number.POSITIVE_INFINITY;

/**
 * Many components of one chart at once, each a row of typed arrays: where it stands, its counters, when its timers are due.
 * One set of limits and delays for all of them. A step allocates nothing once its like was taken, by whichever row. Times
 * are in milliseconds and given by the caller, who also decides which row goes next.
 */
export class TableRows {
  readonly space: ConfigurationSpace;
  readonly rows: number;
  /** By row: the number of its configuration in `space`. */
  readonly configurations: Int32Array;
  /** By row and counter. */
  readonly counters: Uint8Array;
  /** By row and timer: when it is due, or infinity. */
  readonly due: Float64Array;
  /** By row and timer: rises with every timer set in its row, so that equal times fire first in, first out. */
  readonly turns: Uint32Array;
  readonly #limits: Float64Array;
  /** By timer, in milliseconds. */
  readonly #delayOf: Float64Array;
  readonly #timers: number;
  readonly #countersEach: number;
  readonly #turn: Uint32Array;
  readonly #timerEvent: Int32Array;

  constructor(space: ConfigurationSpace, rows: number, values: Readonly<Record<string, number>>) {
    const { table } = space;
    this.space = space;
    this.rows = rows;
    this.#timers = table.timers.length;
    this.#countersEach = table.counters.length;
    this.configurations = new Int32Array(rows);
    this.counters = new Uint8Array(rows * this.#countersEach);
    this.due = new Float64Array(rows * this.#timers).fill(NEVER);
    this.turns = new Uint32Array(rows * this.#timers);
    this.#turn = new Uint32Array(rows);
    this.#limits = limitsOf(table, values);
    this.#delayOf = Float64Array.from(table.timers, ({ delay }) => {
      const { name } = table.delays[delay] as TableDelay;
      const ms = values[name];
      if (ms === undefined) throw new Error(`chart ${table.chart} waits for ${name}, which is no parameter`);
      return ms;
    });
    this.#timerEvent = Int32Array.from(table.timers, ({ event }) => event);
  }

  /** Enters the chart in one row. Like every step, returns its end: what it yielded lies between `space.yieldsFrom` and `yieldsTo`. */
  start(row: number, nowMs: number): number {
    this.due.fill(NEVER, row * this.#timers, (row + 1) * this.#timers);
    return this.#take(row, this.space.start(this.counters, row * this.#countersEach, this.#limits), nowMs);
  }

  /** One event, by its number (`space.eventNumbers`), for one row. Timers are set and cancelled here; effects are the caller's. */
  step(row: number, event: number, nowMs: number): number {
    const at = row * this.#countersEach;
    const end = this.space.step(this.configurations[row] as number, event, this.counters, at, this.#limits);
    return this.#take(row, end, nowMs);
  }

  /** The timer of a row that fires next, or `NONE`. */
  nextTimer(row: number): number {
    let next = NONE;
    const from = row * this.#timers;
    for (let timer = 0; timer < this.#timers; timer++) {
      const due = this.due[from + timer] as number;
      if (due === NEVER) continue;
      const best = next === NONE ? NEVER : (this.due[from + next] as number);
      if (due < best || (due === best && (this.turns[from + timer] as number) < (this.turns[from + next] as number)))
        next = timer;
    }
    return next;
  }

  /** When a timer of a row is due, in milliseconds. */
  dueOf(row: number, timer: number): number {
    return this.due[row * this.#timers + timer] as number;
  }

  /** Lets a pending timer fire, at the time for which it was set. */
  fire(row: number, timer: number): number {
    const place = row * this.#timers + timer;
    const now = this.due[place] as number;
    if (now === NEVER) throw new Error(`timer ${this.space.table.timers[timer]?.name} is not pending in row ${row}`);
    this.due[place] = NEVER;
    return this.step(row, this.#timerEvent[timer] as number, now);
  }

  /** A row as plain data, in the form of the engines (SPEC E7), with its pending timers in the order in which they were set. */
  save(row: number): Saved {
    const { table } = this.space;
    const from = row * this.#timers;
    const pending = table.timers
      .map(({ name }, timer) => ({ name, dueMs: this.due[from + timer] as number, turn: this.turns[from + timer] as number }))
      .filter(({ dueMs }) => dueMs !== NEVER)
      .sort((a, b) => a.turn - b.turn);
    return {
      ...saveConfiguration(table, this.space.configurationOf(this.configurations[row] as number)),
      counters: Object.fromEntries(
        table.counters.map(({ name }, i) => [name, this.counters[row * this.#countersEach + i] as number]),
      ),
      timers: pending.map(({ name, dueMs }) => ({ name, dueMs })),
    } as Saved;
  }

  restore(row: number, saved: Saved): void {
    const { table } = this.space;
    const { counters, timers } = saved as unknown as SavedRow;
    this.configurations[row] = this.space.numberOf(restoreConfiguration(table, saved));
    for (const [i, { name }] of table.counters.entries()) this.counters[row * this.#countersEach + i] = counters[name] ?? 0;
    const from = row * this.#timers;
    this.due.fill(NEVER, from, from + this.#timers);
    for (const { name, dueMs } of timers) {
      const timer = table.timers.findIndex((one) => one.name === name);
      if (timer < 0) throw new Error(`chart ${table.chart} has no timer ${name}: it was saved by another chart`);
      this.#set(row, from + timer, dueMs);
    }
  }

  #take(row: number, end: number, nowMs: number): number {
    const { space } = this;
    this.configurations[row] = space.nextOf(end);
    const to = space.timersTo(end);
    const { timerYields } = space;
    const first = row * this.#timers;
    for (let i = space.timersFrom(end); i < to; i++) {
      const timer = timerYields[i] as number;
      if (timer < 0) this.due[first - 1 - timer] = NEVER;
      else this.#set(row, first + timer, nowMs + (this.#delayOf[timer] as number));
    }
    return end;
  }

  #set(row: number, place: number, dueMs: number): void {
    this.due[place] = dueMs;
    const turn = (this.#turn[row] as number) + 1;
    this.#turn[row] = turn;
    this.turns[place] = turn;
  }
}

interface SavedRow {
  readonly counters: Readonly<Record<string, number>>;
  readonly timers: readonly { readonly name: string; readonly dueMs: number }[];
}
