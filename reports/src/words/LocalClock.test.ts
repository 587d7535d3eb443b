import { localTime } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { LocalClock } from './LocalClock.js';

/** 2021-09-14T12:00 in Vancouver, seven hours behind UTC. */
const EPOCH_US = Date.UTC(2021, 8, 14, 19) * 1000;
const clock = new LocalClock('America/Vancouver', EPOCH_US, localTime);
const after = (hours: number, minutes = 0, seconds = 0) => ((hours * 60 + minutes) * 60 + seconds) * 1_000_000;

describe('LocalClock', () => {
  it('writes the time at the site, to the minute or the second', () => {
    expect(clock.time(after(2, 7, 21))).toBe('14:07');
    expect(clock.timeWithSeconds(after(2, 7, 21.9))).toBe('14:07:21');
    expect(clock.date(0)).toBe('Tuesday 14 September 2021');
    expect(clock.isoDate(0)).toBe('2021-09-14');
  });

  it('names the day where it is not the first', () => {
    expect(clock.time(after(16, 30))).toBe('Wed 04:30');
    expect(clock.time(after(24 * 8))).toBe('22 Sep 12:00');
    expect(clock.time(after(-13))).toBe('13 Sep 23:00');
  });

  it('follows a change of the clocks: the hour from one to two came twice on 7 November 2021', () => {
    const turning = new LocalClock('America/Vancouver', Date.UTC(2021, 10, 7, 8) * 1000, localTime);
    expect([0, 1, 2].map((hour) => turning.time(after(hour)))).toEqual(['01:00', '01:00', '02:00']);
  });
});
