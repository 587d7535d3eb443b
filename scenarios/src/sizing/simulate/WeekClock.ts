import type { Candidate } from '../region/Region.js';

const DAY = 1_440;
const WEEK = 7 * DAY;
/** A time that never comes, in minutes. */
export const NEVER = 1e15;

/**
 * The weekly hours of a place as tables by the minute of its own week, so that questions about them cost a look. Times are minutes on
 * the place's clock since the first minute of the study; the days of the week go on from there.
 */
export class WeekClock {
  /** Minutes of the week that are open, 0 to 10,080. */
  readonly openMinutes: number;
  /** Minute of the week at which the study begins. */
  readonly #from: number;
  /** By minute of the week: open minutes before it. */
  readonly #before: Uint16Array;
  /** By ordinal of an open minute: which minute of the week it is. */
  readonly #minuteOf: Uint16Array;
  /** By minute of the week: how long until it is open. */
  readonly #waits: Uint16Array;

  /** `weekday` of the study's first day, Monday is 0. Spells that end at or before their beginning go on into the next day. */
  constructor(week: Candidate['week'], weekday: number) {
    const open = new Uint8Array(WEEK);
    for (const [day, spells] of week.entries()) {
      for (const [from, to] of spells) {
        const end = to > from ? to : to + DAY;
        for (let minute = from; minute < end; minute++) open[(day * DAY + minute) % WEEK] = 1;
      }
    }
    this.#from = weekday * DAY;
    this.#before = new Uint16Array(WEEK + 1);
    for (let i = 0; i < WEEK; i++) this.#before[i + 1] = (this.#before[i] as number) + (open[i] as number);
    this.openMinutes = this.#before[WEEK] as number;
    this.#minuteOf = Uint16Array.from(Array.from({ length: WEEK }, (_, i) => i).filter((i) => open[i] === 1));
    this.#waits = new Uint16Array(WEEK);
    // Twice round, so that the last minutes of the week know of its first.
    for (let i = 2 * WEEK - 1, wait = 0; i >= 0; i--) {
      wait = open[i % WEEK] === 1 ? 0 : wait + 1;
      this.#waits[i % WEEK] = wait;
    }
  }

  isOpen(minute: number): boolean {
    const at = (minute + this.#from) % WEEK;
    return (this.#before[at + 1] as number) > (this.#before[at] as number);
  }

  /** The first open minute from `minute` on; `NEVER` where it never opens. */
  nextOpen(minute: number): number {
    if (minute >= NEVER || this.openMinutes === 0) return NEVER;
    if (this.openMinutes === WEEK) return minute;
    const at = minute + this.#from;
    return minute + (this.#waits[at - Math.floor(at / WEEK) * WEEK] as number);
  }

  /** The open minute before which `count` open minutes have passed since `minute`; `NEVER` where it never opens. */
  afterOpen(minute: number, count: number): number {
    if (this.openMinutes === 0 || minute >= NEVER) return NEVER;
    if (this.openMinutes === WEEK) return minute + count;
    const at = minute + this.#from;
    const weeks = Math.floor(at / WEEK);
    const ordinal = (this.#before[at - weeks * WEEK] as number) + count;
    const whole = Math.floor(ordinal / this.openMinutes);
    return (weeks + whole) * WEEK + (this.#minuteOf[ordinal - whole * this.openMinutes] as number) - this.#from;
  }

  /** Open minutes in [from, to). */
  openBetween(from: number, to: number): number {
    if (to <= from) return 0;
    return this.openMinutes === WEEK ? to - from : this.#openUntil(to) - this.#openUntil(from);
  }

  /** The open minutes of a day of the study, as minutes of that day. */
  openMinutesOfDay(day: number): number[] {
    return Array.from({ length: DAY }, (_, minute) => minute).filter((minute) => this.isOpen(day * DAY + minute));
  }

  #openUntil(minute: number): number {
    const at = minute + this.#from;
    const weeks = Math.floor(at / WEEK);
    return weeks * this.openMinutes + (this.#before[at - weeks * WEEK] as number);
  }
}
