import type { WeekDay, WeekStrip } from '@dosetwin/scenarios';
import { describe, expect, it } from 'vitest';
import { renderWeekStrip } from './renderWeekStrip.js';

const HOUR_US = 3_600_000_000;

/** A Monday: the nurse from nine to noon, the desk from six to ten; busy from ten to eleven. */
function day(hours = 24): WeekDay {
  const spell = (fromH: number, toH: number) => ({ from_us: fromH * HOUR_US, to_us: toH * HOUR_US });
  return {
    date: { year: 2026, month: 11, day: 1, weekday: 7 },
    ...spell(0, hours),
    holiday: '',
    spells: [
      { ...spell(9, 12), helper: 'night-nurse', is: 'comes', reason: '' },
      { ...spell(6, 10), helper: 'desk', is: 'from-afar', reason: '' },
      { ...spell(12, 15), helper: 'night-nurse', is: 'busy', reason: 'outreach <1>' },
    ],
    nobody: [spell(0, 6), spell(12, hours)],
    fromAfarOnly: [spell(6, 9)],
    due_us: [3 * HOUR_US, 10 * HOUR_US],
    nobody_us: (hours - 6) * HOUR_US,
    dueWithNobody: 1,
  };
}

const week = (days: readonly WeekDay[]): WeekStrip => ({
  site: 'harbour-house',
  zone: 'America/Thunder_Bay',
  helpers: [
    { id: 'night-nurse', role: 'nurse', hasKey: true },
    { id: 'desk', role: 'desk', hasKey: false },
  ],
  deskClocks: [{ zone: 'America/Halifax', minutes: [60, 240, 420, 600, 780, 960, 1140, 1320, 60] }],
  mayNotOpen: false,
  days,
  length_us: 24 * HOUR_US,
  nobody_us: 18 * HOUR_US,
  nobodyWithKey_us: 21 * HOUR_US,
  due: 2,
  dueWithNobody: 1,
});

describe('the picture of a week', () => {
  const svg = renderWeekStrip(week([day()])).text;

  it('says in words what it shows, for whoever does not see it', () => {
    expect(svg).toContain('aria-label="For 18 of 24 hours, nobody can help. 1 of 2 doses fall due in those hours');
    expect(svg).toContain('<title>night nurse, with key</title>');
    expect(svg).toContain('night nurse: outreach &lt;1&gt;');
  });

  it('hatches the hours in which nobody can help, to scale, and no others', () => {
    const hatched = [...svg.matchAll(/url\(#week-hatch\)" x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="(\d+)"/g)]
      .filter(([, , , height]) => Number(height) > 20)
      .map(([, x, width]) => [Number(x), Number(width)]);
    const hour = (1268 - 168) / 24;
    expect(hatched).toEqual([
      [168, 6 * hour],
      [168 + 12 * hour, 12 * hour],
    ]);
  });

  it('names the clocks of both zones, and a day that is longer than others', () => {
    expect(svg).toContain('>Thunder Bay<');
    expect(svg).toContain('>Halifax<');
    expect(svg).toContain('>19:00<');
    expect(svg).not.toContain('hours long');
    expect(renderWeekStrip(week([day(25)])).text).toContain('25 hours long');
  });

  it('draws the same week the same, and needs nothing from elsewhere', () => {
    expect(renderWeekStrip(week([day()])).text).toBe(svg);
    expect(svg.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script|url\((?!#)/);
  });
});
