import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeAt, timeScale, xAt } from './TimeScale.js';

const asked = fc.record({
  x0: fc.integer({ min: 0, max: 200 }),
  x1: fc.integer({ min: 800, max: 2000 }),
  length_us: fc.integer({ min: 3_600_000_000, max: 86_400_000_000 }),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('timeScale', () => {
  it('gives back the instant of the place of an instant, anywhere and with the lens anywhere', () => {
    fc.assert(
      fc.property(asked, fc.double({ min: 0, max: 1, noNaN: true }), ({ x0, x1, length_us, share }, where) => {
        const scale = timeScale({ x0, x1, length_us, playhead_us: share * length_us, lensPx: 500, usPerPx: 25_000 });
        const t_us = where * length_us;
        expect(Math.abs(timeAt(scale, xAt(scale, t_us)) - t_us)).toBeLessThan(2);
      }),
    );
  });

  it('goes from left to right with time', () => {
    fc.assert(
      fc.property(asked, ({ x0, x1, length_us, share }) => {
        const scale = timeScale({ x0, x1, length_us, playhead_us: share * length_us, lensPx: 500, usPerPx: 25_000 });
        const xs = Array.from({ length: 50 }, (_, place) => xAt(scale, (place / 49) * length_us));
        for (const [place, x] of xs.entries()) if (place > 0) expect(x).toBeGreaterThanOrEqual((xs[place - 1] ?? 0) - 1e-6);
        expect(xs[0]).toBeCloseTo(x0, 6);
        expect(xs.at(-1)).toBeCloseTo(x1, 6);
      }),
    );
  });

  it('has no lens where a whole run fits into one', () => {
    expect(timeScale({ x0: 0, x1: 1000, length_us: 10, playhead_us: 5, lensPx: 500, usPerPx: 25_000 }).lens).toBeNull();
  });
});
