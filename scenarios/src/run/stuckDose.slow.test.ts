import { describe, expect, it } from 'vitest';
import { libraryScenario } from '../../test/libraryScenario.js';
import { Run } from './Run.js';

const SEEDS = Array.from({ length: 50 }, (_, i) => i + 1);
const MIN_US = 60_000_000;

/** Minutes from the jam of cartridge 19 to its clearing, or to the scenario's end when it was not cleared. */
function minutesToClear(variant: string, seed: number): number {
  const run = new Run(libraryScenario(`stuck-dose-no-key${variant}`, seed));
  run.finish();
  const of19 = run.entries.filter(({ payload }) => payload.cartridge === 19);
  const jam = of19.find(({ kind, source }) => kind === 'jam' && source.endsWith('/session'));
  if (!jam) throw new Error(`seed ${seed}: cartridge 19 never jammed`);
  const cleared = of19.find(({ kind, t_us }) => kind === 'cleared' && t_us > jam.t_us);
  return ((cleared?.t_us ?? run.length_us) - jam.t_us) / MIN_US;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

describe('stuck-dose-no-key, over 50 seeds', { timeout: 300_000 }, () => {
  const asItWas = SEEDS.map((seed) => minutesToClear('', seed));

  it('as it was, the machine waits for the nurse: between two and three hours', () => {
    expect(Math.min(...asItWas)).toBeGreaterThan(140);
    expect(Math.max(...asItWas)).toBeLessThan(200);
  });

  it('with a key on site the time to clear falls, under every seed', () => {
    const withKey = SEEDS.map((seed) => minutesToClear(':key-on-site', seed));
    for (const [i, minutes] of withKey.entries()) expect(minutes, `seed ${SEEDS[i]}`).toBeLessThan(asItWas[i] as number);
    expect(median(withKey)).toBeLessThan(median(asItWas) / 3);
  });

  it('with the desk open and its remote recovery succeeding it falls: never later, and earlier under nearly every seed', () => {
    const freed = SEEDS.map((seed) => minutesToClear(':desk-open-frees', seed));
    for (const [i, minutes] of freed.entries())
      expect(minutes, `seed ${SEEDS[i]}`).toBeLessThanOrEqual((asItWas[i] as number) + 5);
    expect(freed.filter((minutes, i) => minutes < (asItWas[i] as number)).length).toBeGreaterThanOrEqual(45);
    expect(median(freed)).toBeLessThan(median(asItWas) / 2);
  });

  it('with the desk open and recovery unable to free this jam it does not fall, under any seed', () => {
    const notFreed = SEEDS.map((seed) => minutesToClear(':desk-open-cannot-free', seed));
    for (const [i, minutes] of notFreed.entries())
      expect(minutes, `seed ${SEEDS[i]}`).toBeGreaterThanOrEqual((asItWas[i] as number) - 1);
  });
});
