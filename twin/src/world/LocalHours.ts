import { holidayOn } from '../calendar/holidays.js';
import type { WeeklyHours } from '../calendar/WeeklyHours.js';
import { nextClosing, nextOpening, openSpells, type PlacedHours, type Spell, spellAt } from '../calendar/weekly.js';
import { localTime } from '../calendar/zone.js';

/** A place's clocks and holidays, as sites and contacts have them. */
interface Place {
  readonly zone: string;
  readonly province: string;
}

/** Weekly hours in microseconds since the scenario's start, as everything in the world counts. */
export class LocalHours {
  readonly #placed: PlacedHours;
  readonly #epoch_us: number;
  /** The spell that was asked about last, open or closed: most questions fall into it again. Since 1970. */
  #last: { readonly open: boolean; readonly from_us: number; readonly to_us: number } = { open: false, from_us: 0, to_us: 0 };

  constructor({ zone, province }: Place, hours: WeeklyHours, epoch_us: number) {
    this.#placed = { zone, province, hours };
    this.#epoch_us = epoch_us;
  }

  isOpen(t_us: number): boolean {
    const at_us = this.#epoch_us + t_us;
    if (this.#isKnown(at_us)) return this.#last.open;
    const spell = spellAt(this.#placed, at_us);
    if (spell) this.#last = { open: true, ...spell };
    return spell !== null;
  }

  /** `t_us` itself when it is open then; `null` when it does not open for 400 days. */
  nextOpening(t_us: number): number | null {
    const at_us = this.#epoch_us + t_us;
    if (this.#isKnown(at_us)) return this.#last.open ? t_us : this.#last.to_us - this.#epoch_us;
    const opens_us = nextOpening(this.#placed, at_us);
    if (opens_us !== null && opens_us > at_us) this.#last = { open: false, from_us: at_us, to_us: opens_us };
    return this.#since(opens_us);
  }

  /** `t_us` itself when it is closed then; `null` when it does not close for 400 days. */
  nextClosing(t_us: number): number | null {
    const at_us = this.#epoch_us + t_us;
    // The spell that is known may be followed at once by the next one.
    if (this.#isKnown(at_us) && !this.#last.open) return t_us;
    const closes_us = nextClosing(this.#placed, at_us);
    if (closes_us !== null && closes_us > at_us) this.#last = { open: true, from_us: at_us, to_us: closes_us };
    return this.#since(closes_us);
  }

  /** In order, cut off at both ends. */
  spells(from_us: number, to_us: number): Spell[] {
    return openSpells(this.#placed, this.#epoch_us + from_us, this.#epoch_us + to_us).map((spell) => ({
      from_us: spell.from_us - this.#epoch_us,
      to_us: spell.to_us - this.#epoch_us,
    }));
  }

  /** Why it is closed: a public holiday that has hours of its own, or the ordinary hours. */
  closedBecause(t_us: number): 'holiday' | 'hours' {
    const { zone, province, hours } = this.#placed;
    const { dayNumber } = localTime(zone, this.#epoch_us + t_us);
    return hours.holidays !== null && holidayOn(province, dayNumber) !== null ? 'holiday' : 'hours';
  }

  /** The instant at which it will have been open for `lasting_us` since `t_us`; `null` when it stays closed for 400 days before. */
  openFor(t_us: number, lasting_us: number): number | null {
    let left_us = lasting_us;
    let at_us = t_us;
    for (;;) {
      const from_us = this.nextOpening(at_us);
      if (from_us === null) return null;
      const to_us = this.nextClosing(from_us);
      if (to_us === null || to_us - from_us >= left_us) return from_us + left_us;
      left_us -= to_us - from_us;
      at_us = to_us;
    }
  }

  #isKnown(at_us: number): boolean {
    return at_us >= this.#last.from_us && at_us < this.#last.to_us;
  }

  #since(epoch_us: number | null): number | null {
    return epoch_us === null ? null : epoch_us - this.#epoch_us;
  }
}
