import { describe, expect, it } from 'vitest';
import type { ComparisonStudy } from '../compare/ComparisonStudy.js';
import type { Side } from '../compare/Side.js';
import { compareSides } from './compareSides.js';
import { findScenario } from './library.js';

const found = findScenario('stuck-dose-no-key');
if (!('scenario' in found)) throw new Error('the library lacks stuck-dose-no-key');
const { text, file } = found.scenario;
const sides = [null, 'key-on-site'].map(
  (variant): Side => ({ name: variant ?? 'as it stands', file, text, variant, changes: [] }),
);

async function study(workers: number, isStopped?: () => boolean): Promise<ComparisonStudy> {
  const result = await compareSides({ sides, firstSeed: 1, runs: 12, workers, ...(isStopped && { isStopped }) });
  if ('problems' in result) throw new Error(result.problems[0]?.message);
  return result;
}

describe('sides on worker threads', () => {
  it('come to the same digits with one and with two', async () => {
    const one = await study(1);
    expect(await study(2)).toEqual(one);
    const left = one.contrasts[0]?.measures.find(({ name }) => name === 'left-without');
    expect(left).toMatchObject({ pairs: 12, differs: true });
    expect(left?.difference).toBeLessThan(-0.3);
    const came = one.contrasts[0]?.measures.find(({ name }) => name === 'did-not-come');
    expect(came).toMatchObject({ difference: 0, saved: 1 });
  });

  it('keep whole pairs when they are stopped', async () => {
    let asked = 0;
    const { seeds, contrasts } = await study(1, () => ++asked > 3);
    expect(seeds.done).toBeGreaterThan(0);
    expect(seeds.done).toBeLessThan(12);
    expect(contrasts[0]?.measures[0]?.pairs).toBe(seeds.done);
  });

  it('that do not load say what to mend', async () => {
    const changes = [{ path: 'contacts.nurse.travl', value: 1 }];
    const result = await compareSides({ sides: [{ ...(sides[0] as Side), changes }], firstSeed: 1, runs: 2, workers: 1 });
    expect('problems' in result && result.problems[0]?.message).toContain('did you mean travel?');
  });
});
