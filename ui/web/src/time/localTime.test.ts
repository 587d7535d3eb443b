import { describe, expect, it } from 'vitest';
import { localTime, toTheMilli } from './localTime.js';

const NOON_VANCOUVER_us = Date.UTC(2021, 8, 14, 19) * 1000;

describe('localTime', () => {
  it('shifts by the offset in force', () => {
    const offsets = [{ from_us: 0, offsetMin: -420 }];
    const t_us = (2 * 3600 + 7 * 60 + 21) * 1e6 + 540_999;
    expect(toTheMilli(localTime(NOON_VANCOUVER_us, offsets, t_us))).toBe('14:07:21.540');
    expect(localTime(NOON_VANCOUVER_us, offsets, t_us)).toMatchObject({ year: 2021, month: 9, day: 14, weekday: 2 });
  });

  it('changes to a later offset at its instant, and not a microsecond before', () => {
    const offsets = [
      { from_us: 0, offsetMin: 0 },
      { from_us: 60_000_000, offsetMin: 60 },
    ];
    expect(toTheMilli(localTime(0, offsets, 59_999_999))).toBe('00:00:59.999');
    expect(toTheMilli(localTime(0, offsets, 60_000_000))).toBe('01:01:00.000');
  });
});
