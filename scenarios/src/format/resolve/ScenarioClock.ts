import { epochOf, localTime, US_PER_S } from '@dosetwin/twin';
import { Complaint } from '../Complaint.js';
import { atSeconds, daysLater, type LocalDateTime, writeDateTime } from '../units/readLocalTime.js';
import type { Moment } from '../units/readMoment.js';

/** Microseconds since 1970 at which a zone's clocks show this (the first time, where they show it twice); `null` if never. */
export function epochAt(zone: string, local: LocalDateTime): number | null {
  const minute = local.hour * 60 + local.minute;
  const epoch_us = epochOf(zone, local, minute) + local.second * US_PER_S;
  const shown = localTime(zone, epoch_us);
  return shown.minute === minute && shown.day === local.day && shown.second === local.second ? epoch_us : null;
}

export function skippedTime(zone: string, local: LocalDateTime): Complaint {
  const found = `'${writeDateTime(local)}'`;
  return Complaint.of(
    found,
    `does not exist in ${zone}: the clocks go forward over it on that day; write a time before or after the change`,
    'a time that clocks show',
  );
}

/** A scenario's span of time, and where the times that it writes lie in it. */
export class ScenarioClock {
  constructor(
    readonly epoch_us: number,
    readonly length_us: number,
    /** Whether `length` could be read; without it nothing is after the end. */
    readonly hasEnd: boolean,
  ) {}

  /** What the clocks of a zone show so long after the start. */
  local(zone: string, at_us: number): LocalDateTime {
    const shown = localTime(zone, this.epoch_us + at_us);
    const { year, month, day, second } = shown;
    return { year, month, day, hour: Math.floor(shown.minute / 60), minute: shown.minute % 60, second };
  }

  /** Microseconds since the start, negative before it. A time of day is the next after the start, or after `after_us`. */
  instant(moment: Moment, zone: string, after_us = 0): number | Complaint {
    if (moment.is === 'elapsed') return moment.us;
    if (moment.is === 'date-time') return this.#since(zone, moment.local);
    const today = this.local(zone, after_us);
    const first = this.#since(zone, atSeconds(today, moment.second));
    if (first instanceof Complaint || first >= after_us) return first;
    return this.#since(zone, atSeconds(daysLater(today, 1), moment.second));
  }

  /** The same, within the scenario: what would be before its start or after its end is refused. */
  within(moment: Moment, zone: string): number | Complaint {
    const at_us = this.instant(moment, zone);
    if (at_us instanceof Complaint) return at_us;
    const found = `'${writeDateTime(this.local(zone, at_us))}'`;
    if (at_us < 0) {
      const message = `is before the start, ${writeDateTime(this.local(zone, 0))} there`;
      return Complaint.of(found, message, 'a time within the scenario');
    }
    if (at_us >= this.length_us && this.hasEnd) return this.afterTheEnd(found, moment, zone);
    return at_us;
  }

  afterTheEnd(found: string, moment: Moment, zone: string): Complaint {
    const why = moment.is === 'time-of-day' ? ' (a time of day is the next after the start)' : '';
    const message = `is after the end, ${writeDateTime(this.local(zone, this.length_us))} there${why}; write an earlier time, or a longer length`;
    return Complaint.of(found, message, 'a time within the scenario');
  }

  #since(zone: string, local: LocalDateTime): number | Complaint {
    const epoch_us = epochAt(zone, local);
    return epoch_us === null ? skippedTime(zone, local) : epoch_us - this.epoch_us;
  }
}
