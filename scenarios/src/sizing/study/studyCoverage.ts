import type { Region } from '../region/Region.js';
import type { Coverage } from '../simulate/coverage.js';
import { knownRegion } from '../simulate/knownTruth.js';
import { Judging } from './Judging.js';
import { Simulations } from './Simulations.js';
import { simulateBlock } from './simulateBlocks.js';
import { standingOf } from './standingOf.js';

const OPENS = 0.8;
const NEEDED = 6;
const NUMBERS = [7, 8, 9, 10] as const;
const CONFIDENCE = 0.85;
/** Of 9 sites 6 open in 91.4 of 100 futures, of 8 in 79.7: the answer is 9. */
const ANSWER = 9;

/**
 * How often the intervals of studies that stop by themselves (Z13, Z14) hold what is true: of the shares of futures in which the two
 * deciding plans hold, and of the number of machines. Each study draws futures of its own. One town has as many people as six
 * machines, and each site opens with a chance of 0.8, so that the truth is a binomial's.
 */
export async function studyCoverage(studies: number, precision: number, seed: number): Promise<Coverage[]> {
  const region = town();
  const deciding = NUMBERS.filter((n) => n === ANSWER || n === ANSWER - 1);
  const rows = deciding.map((n) => ({ n, truth: atLeastNeeded(n), held: 0, futures: 0, sum: 0 }));
  const answered = { held: 0, sum: 0 };
  for (let study = 0; study < studies; study++) {
    const judging = await judged(region, seed + study, precision);
    const plans = judging.plans();
    for (const row of rows) {
      const plan = plans.find(({ machines }) => machines === row.n);
      if (!plan) continue;
      const [low, high] = plan.interval;
      if (low <= row.truth && row.truth <= high) row.held += 1;
      row.futures += plan.futures;
      row.sum += plan.share;
    }
    const { interval, machines } = standingOf(plans, CONFIDENCE);
    if (interval[0] <= ANSWER && ANSWER <= (interval[1] ?? ANSWER)) answered.held += 1;
    answered.sum += machines ?? Math.max(...NUMBERS) + 1;
  }
  const mean = (sum: number) => sum / studies;
  const shares = rows.map(({ n, held, truth, futures, sum }): Coverage => {
    const measure = `share of futures that ${n} machines hold in`;
    return { measure, truth, studies, futures: mean(futures), held, mean: mean(sum), isWhole: false };
  });
  const futures = mean(rows.reduce((sum, row) => sum + row.futures, 0));
  const number = {
    measure: 'number of machines',
    truth: ANSWER,
    studies,
    futures,
    held: answered.held,
    mean: mean(answered.sum),
  };
  return [...shares, { ...number, isWhole: true }];
}

/** Judges as a study does, until it stops by itself. */
async function judged(region: Region, seed: number, precision: number): Promise<Judging> {
  const simulations = new Simulations((blocks) => Promise.resolve(blocks.map((block) => simulateBlock(region, seed, block))));
  const plan = (machines: number) => ({
    sites: region.candidates.slice(0, machines).map(({ id }) => ({ candidate: id, machines: 1 })),
  });
  const sites = (machines: number) =>
    Promise.resolve([{ method: 'the first', plan: plan(machines), value: machines, bound: null, isOptimal: false }]);
  const fidelities = { judging: 'machines', screening: 'machines', agreements: [] } as const;
  const judging = new Judging({ region, tools: { sites }, simulations, fidelities, precision });
  await judging.look(NUMBERS);
  while (await judging.sharpen(standingOf(judging.plans(), CONFIDENCE)));
  return judging;
}

function town(): Region {
  const region = knownRegion();
  const [place] = region.places;
  const [site] = region.candidates;
  if (!place || !site) throw new Error('the known region is empty');
  const known = (value: number) => ({ low: value, likely: value, high: value, source: 'assumption' });
  return {
    ...region,
    days: 7,
    places: [{ ...place, people: known(NEEDED) }],
    candidates: Array.from({ length: 10 }, (_, i) => ({ ...site, id: `site-${i}`, opens: known(OPENS) })),
    machine: { ...region.machine, people: 1 },
    targets: { served: 0, reached: 1, confidence: CONFIDENCE },
  };
}

/** Chance that of `n` sites at least as many open as are needed. */
function atLeastNeeded(n: number): number {
  let sum = 0;
  for (let open = NEEDED; open <= n; open++) {
    let chance = 1;
    for (let i = 0; i < open; i++) chance *= ((n - i) / (i + 1)) * OPENS;
    for (let i = open; i < n; i++) chance *= 1 - OPENS;
    sum += chance;
  }
  return sum;
}
