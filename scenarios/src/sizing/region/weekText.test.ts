import { describe, expect, it } from 'vitest';
import { Complaint } from '../../format/Complaint.js';
import { readSeason, seasonText } from './seasonText.js';
import { readWeek, type Week, weekText } from './weekText.js';

describe('hours of a week as one line', () => {
  it.each([
    ['always', 'always'],
    ['never', 'never'],
    ['daily 00:00-24:00', 'always'],
    ['mon-fri 08:30-12:00, 13:00-16:30; sat 10:00-15:00; sun closed', 'mon-fri 08:30-12:00, 13:00-16:30; sat 10:00-15:00'],
    ['fri-sat 22:00-02:00', 'fri 22:00-24:00; sat 00:00-02:00, 22:00-24:00; sun 00:00-02:00'],
  ])('%s comes back as %s', (text, back) => {
    const week = readWeek(text) as Week;
    expect(weekText(week)).toBe(back);
    expect(readWeek(back)).toEqual(week);
  });

  it.each([
    ['weekdays 9:00-17:00', /'weekdays' is no word for days/],
    ['mon 09:00-17:00; mon-fri 08:00-09:00', /names mon twice/],
    ['mon nine to five', /is not from one time of day to another/],
  ])('%s is refused', (text, message) => {
    expect((readWeek(text) as Complaint).message).toMatch(message);
  });
});

describe('a season', () => {
  it('is two dates of a year without a leap day, and may run over its turn', () => {
    expect(readSeason('15 Jan - 15 Mar')).toEqual({ from: 15, to: 74 });
    expect(readSeason('december 1 to 4 January')).toEqual({ from: 335, to: 4 });
    expect(seasonText({ from: 335, to: 74 })).toBe('1 Dec - 15 Mar');
    expect(readSeason('31 Feb - 1 Mar')).toBeInstanceOf(Complaint);
  });
});
