import { describe, expect, it } from 'vitest';
import { libraryScenario } from '../../test/libraryScenario.js';
import { Run } from './Run.js';

const SEEDS = Array.from({ length: 50 }, (_, i) => i + 1);
/** Recognised on no day, whatever the weather. */
const NEVER_RECOGNISED = 'P22';

/** Palms that were compared with their own reference and rejected, and people who were locked out. */
function rejects(variant: string, seed: number): { readonly rejected: number; readonly lockedOut: number } {
  const run = new Run(libraryScenario(`palm-not-recognised${variant}`, seed));
  run.finish();
  const others = run.entries.filter(({ source, payload }) => source.endsWith('/palm') && payload.person !== NEVER_RECOGNISED);
  return {
    rejected: others.filter(({ payload }) => payload.result === 'not-matched').length,
    lockedOut: others.filter(({ kind }) => kind === 'locked-out').length,
  };
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('palm-not-recognised, over 50 seeds', { timeout: 300_000 }, () => {
  const cold = SEEDS.map((seed) => rejects('', seed));
  const warm = SEEDS.map((seed) => rejects(':warm-hands', seed));
  const total = (days: typeof cold, of: 'rejected' | 'lockedOut') => sum(days.map((day) => day[of]));

  it('warm hands are rejected less often: on no day more, and on all days together by more than a quarter', () => {
    const more = SEEDS.filter((_, i) => (warm[i]?.rejected ?? 0) > (cold[i]?.rejected ?? 0));
    expect(more).toEqual([]);
    expect(total(warm, 'rejected')).toBeLessThan(0.75 * total(cold, 'rejected'));
  });

  it('and fewer people are locked out, though some still are', () => {
    expect(total(warm, 'lockedOut')).toBeLessThan(0.75 * total(cold, 'lockedOut'));
    expect(total(warm, 'lockedOut')).toBeGreaterThan(0);
  });
});
