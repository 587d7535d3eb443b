import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { angleAfter, camClosedAt, MDEG_PER_TURN, nextCamEdge, speedOf, timeToTurn } from './coil.js';

const NOTCH_MDEG = 3_960;

describe('coil', () => {
  it('[M2] the cam switch is closed within the notch around every half turn, and nowhere else', () => {
    const closed = [0, 3_959, 176_040, 180_000, 183_959, 356_040, 360_000].map((at) => camClosedAt(at, NOTCH_MDEG));
    const open = [3_960, 90_000, 176_039, 183_960, 280_800, 356_039].map((at) => camClosedAt(at, NOTCH_MDEG));
    expect(closed).toEqual(closed.map(() => true));
    expect(open).toEqual(open.map(() => false));
  });

  it('[M2] the next edge lies ahead, is an edge, and none lies before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 14 * MDEG_PER_TURN }), (from) => {
        const edge = nextCamEdge(from, NOTCH_MDEG);
        expect(edge).toBeGreaterThan(from);
        expect(camClosedAt(edge, NOTCH_MDEG)).toBe(!camClosedAt(edge - 1, NOTCH_MDEG));
        expect(camClosedAt(from, NOTCH_MDEG)).toBe(camClosedAt(edge - 1, NOTCH_MDEG));
      }),
    );
  });

  it('[M1] a coil is at an angle at the first whole microsecond at which it can be', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 * MDEG_PER_TURN }), fc.integer({ min: 5, max: 120 }), (mdeg, rpm) => {
        const speed = speedOf(rpm);
        const t_us = timeToTurn(mdeg, speed);
        expect(angleAfter(0, speed, t_us)).toBeGreaterThanOrEqual(mdeg);
        expect(angleAfter(0, speed, t_us - 1)).toBeLessThan(mdeg);
      }),
    );
  });

  it('[M1] at 30 rpm a whole turn takes two seconds', () => {
    expect(timeToTurn(MDEG_PER_TURN, speedOf(30))).toBe(2_000_000);
  });
});
