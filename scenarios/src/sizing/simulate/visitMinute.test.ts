import { expect, it } from 'vitest';
import { keyedDraw } from './keyedDraw.js';
import { outOfHoursBelow, visitMinute } from './visitMinute.js';

const minutes = (from: number, to: number) => Uint16Array.from({ length: to - from }, (_, i) => from + i);

it('[Z16] visits fall evenly over the open minutes, each window on its share of the day, and some out of hours where a site is open then', () => {
  const profile = { inside: minutes(480, 1_200), outside: minutes(1_200, 1_320), isClosed: false };
  const below = outOfHoursBelow(profile, { outOfHours: 0.3 } as Parameters<typeof outOfHoursBelow>[1]);
  const drawn = Array.from({ length: 20_000 }, (_, i) => visitMinute(profile, keyedDraw(1, 2, i), below, 1, 3));
  const inside = drawn.filter((minute) => minute < 1_200);
  // Three of ten out of hours, with a standard deviation of 0.0032; the others on the second third of 8 to 20 h, 12 to 16 h.
  expect(Math.abs(1 - inside.length / drawn.length - 0.3)).toBeLessThan(0.013);
  expect([Math.min(...inside), Math.max(...inside)]).toEqual([720, 959]);
  const mean = inside.reduce((sum, minute) => sum + minute, 0) / inside.length;
  // An even spread over 240 minutes deviates by 69; 14,000 of them by 0.6.
  expect(Math.abs(mean - 839.5)).toBeLessThan(2.4);
  expect(outOfHoursBelow({ ...profile, outside: new Uint16Array(0) }, { outOfHours: 0.3 } as never)).toBe(0);
});
