import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parameterValues } from '../charts/parameters.js';
import { mechanismParameters } from './mechanism.parameters.js';
import { motorCurrentMilliamp, stallCrossing_us } from './motorCurrent.js';

const motor = parameterValues('mechanism', mechanismParameters);
const at = (ms: number, boundMs: number | null = null) =>
  motorCurrentMilliamp(ms * 1_000, boundMs === null ? null : boundMs * 1_000, motor);

describe('motorCurrentMilliamp', () => {
  it('rises to about half an ampere, fades to 0.21 A, and stays below the stall limit', () => {
    const wave = Array.from({ length: 2_000 }, (_, ms) => at(ms));
    expect(wave[0]).toBe(0);
    expect(Math.max(...wave)).toBeGreaterThan(480);
    expect(Math.max(...wave)).toBeLessThan(530);
    expect(wave.at(-1)).toBeCloseTo(210, 3);
  });

  it('[M8] rises towards 0.97 A once the coil is bound, from where it was', () => {
    expect(at(700, 700)).toBeCloseTo(at(700), 9);
    expect(at(721, 700)).toBeGreaterThan(600);
    expect(at(900, 700)).toBeCloseTo(970, 0);
  });

  it('[M8] passes the stall limit at the computed microsecond and not before, wherever the coil binds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000 }), (bound_us) => {
        const crossing_us = stallCrossing_us(bound_us, motor) as number;
        expect(motorCurrentMilliamp(bound_us + crossing_us, bound_us, motor)).toBeGreaterThanOrEqual(
          motor.stallLimitMilliamp - 1e-6,
        );
        expect(motorCurrentMilliamp(bound_us + crossing_us - 1, bound_us, motor)).toBeLessThan(motor.stallLimitMilliamp);
      }),
    );
  });

  it('[M8] never passes a limit that the held motor does not reach', () => {
    expect(stallCrossing_us(500_000, { ...motor, boundMilliamp: 790 })).toBeNull();
  });
});
