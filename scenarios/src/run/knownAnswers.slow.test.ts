import { describe, expect, it } from 'vitest';
import { poissonHours, runQueue } from '../../test/queueWorld.js';
import { Moments } from '../compare/PairedDifference.js';

/** Replications; what comes out of each is one value, so that the error of their mean needs no theory of queues. */
const REPLICATIONS = 8;

function replicate(measures: (seed: number) => readonly number[]): readonly Moments[] {
  const found: Moments[] = [];
  for (let seed = 1; seed <= REPLICATIONS; seed++) {
    for (const [place, value] of measures(seed).entries()) {
      const moments = found[place] ?? new Moments();
      found[place] = moments;
      moments.add(value);
    }
  }
  return found;
}

/** Within three standard errors of the run, which must be small enough to tell a wrong model: a share of the answer. */
function expectNear(moments: Moments | undefined, answer: number, precision: number): void {
  const { mean = Number.NaN, variance = Number.NaN, count = 0 } = moments ?? {};
  const error = Math.sqrt(variance / count);
  expect(error).toBeLessThan(precision * answer);
  expect(Math.abs(mean - answer)).toBeLessThan(3 * error);
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('known answers, from the charts and people of scenarios', () => {
  it('the machine repairman: 4 machines, failing 0.1 an hour, one technician who mends 0.5 an hour', () => {
    const [machines, hours] = [4, 1_500];
    const [available, waited] = replicate((seed) => {
      const comes = Array.from({ length: machines }, (_, m) => poissonHours(seed, `machine ${m}`, 0.1, hours));
      const { downHours, mendings } = runQueue({ machines, technicians: 1, mendMeanMin: 120, hours, seed, comes });
      return [1 - downHours / (machines * hours), mean(mendings.map((mending) => mending.waited))];
    });
    expectNear(available, 0.752071, 0.02);
    expectNear(waited, 1.29661, 0.12);
  });

  it('alternating renewal: up 240 h, down 8 h', () => {
    const hours = 40_000;
    const [available] = replicate((seed) => {
      const comes = [poissonHours(seed, 'machine', 1 / 240, hours)];
      return [1 - runQueue({ machines: 1, technicians: 1, mendMeanMin: 480, hours, seed, comes }).downHours / hours];
    });
    expectNear(available, 0.967742, 0.003);
  });

  it('M/M/c: 2.4 faults an hour, three technicians who mend one an hour each', () => {
    // Each fault strikes the next of many machines, long after it was mended, so that none is lost.
    const [machines, hours] = [60, 400];
    const [waits, waited] = replicate((seed) => {
      const comes = Array.from({ length: machines }, (): number[] => []);
      for (const [i, at] of poissonHours(seed, 'faults', 2.4, hours).entries()) comes[i % machines]?.push(at);
      const { mendings } = runQueue({ machines, technicians: 3, mendMeanMin: 60, hours, seed, comes });
      // Steps that theory leaves out take seconds; whoever waits does so for a mending to end.
      return [mean(mendings.map(({ waited: h }) => (h > 1 / 120 ? 1 : 0))), mean(mendings.map(({ waited: h }) => h))];
    });
    expectNear(waits, 0.647191, 0.06);
    expectNear(waited, 1.078652, 0.25);
  });
});
