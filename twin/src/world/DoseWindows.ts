import { epochOfDay, localTime } from '../calendar/zone.js';
import { MIN_PER_DAY } from '../kernel/timeUnits.js';
import type { DoseWindow } from '../spec/WorldSpec.js';

/** One person's window on one day. Half-open, microseconds since the scenario's start. */
export interface DatedWindow {
  /** Counts a person's windows; the first of the scenario's first local day is 1. */
  readonly number: number;
  readonly from_us: number;
  readonly to_us: number;
}

/** A person's windows, day after day, in the local time of their site. */
export class DoseWindows {
  readonly #windows: readonly DoseWindow[];
  readonly #zone: string;
  readonly #epoch_us: number;
  readonly #firstDay: number;
  /** Windows that were asked for, by the last two bits of their numbers: a person is mostly asked for the same few. */
  readonly #latest: DatedWindow[] = [];

  constructor(windows: readonly DoseWindow[], zone: string, epoch_us: number) {
    this.#windows = [...windows].sort((a, b) => a.fromMin - b.fromMin || a.toMin - b.toMin);
    this.#zone = zone;
    this.#epoch_us = epoch_us;
    this.#firstDay = localTime(zone, epoch_us).dayNumber;
  }

  get perDay(): number {
    return this.#windows.length;
  }

  /** The window of a number; numbers below 1 lie on the days before the scenario's first. */
  at(number: number): DatedWindow {
    const known = this.#latest[number & 3];
    if (known?.number === number) return known;
    const day = Math.floor((number - 1) / this.perDay);
    const { fromMin, toMin } = this.#windows[number - 1 - day * this.perDay] as DoseWindow;
    const from_us = this.#instantOf(day, fromMin);
    const window = { number, from_us, to_us: this.#instantOf(day, toMin > fromMin ? toMin : toMin + MIN_PER_DAY) };
    this.#latest[number & 3] = window;
    return window;
  }

  #instantOf(day: number, minute: number): number {
    return epochOfDay(this.#zone, this.#firstDay + day, minute) - this.#epoch_us;
  }

  /** The window that holds an instant, or else the one that lies nearest to it, the earlier of two. */
  nearest(t_us: number): DatedWindow {
    const day = localTime(this.#zone, this.#epoch_us + t_us).dayNumber - this.#firstDay;
    const distance = ({ from_us, to_us }: DatedWindow) => Math.max(from_us - t_us, t_us - to_us + 1, 0);
    let best = this.at((day - 1) * this.perDay + 1);
    for (let number = best.number; number <= (day + 2) * this.perDay; number++) {
      const window = this.at(number);
      if (distance(window) < distance(best)) best = window;
    }
    return best;
  }
}
