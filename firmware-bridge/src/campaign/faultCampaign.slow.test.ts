import { expect, it } from 'vitest';
import { firstCommandComesAgain } from './comesAgain.js';
import { FAULTS } from './Fate.js';
import { memoryLedger } from './node/memoryLedger.js';
import { Paths } from './Paths.js';
import { PATHS_OF_ALL } from './pathsOfAll.js';
import { JOBS, noTotals, powerAtBoundaries, powerAtRandom, powerInRestart, preparedRuns } from './powerCases.js';
import { sayTotals } from './sayTotals.js';
import { killCases, mixedCase, wireCases } from './wireCases.js';
import { wornCases } from './wornCases.js';

it('[W12] [W13] [W14] [B4] [H7] a sample of the fault campaign: the ledger agrees with the mechanism’s truth, case by case', () => {
  const paths = new Paths();
  const setting = { paths, newLedger: memoryLedger };
  const totals = noTotals();
  const runs = preparedRuns(setting);
  powerAtBoundaries(runs, totals, 60);
  powerInRestart(runs, totals, 40);
  powerAtRandom(runs, totals, 24);
  wireCases(setting, totals, 1, 4);
  killCases(setting, totals, 6, 8);
  mixedCase(setting, totals, 'all faults, two shelves', { faults: FAULTS, share: 0.1, kills: true, cuts: true }, 1, {
    jobs: JOBS,
  });
  wornCases(setting, totals, 1, [0, 8]);
  firstCommandComesAgain({ ...setting, jobs: JOBS }, totals, 10_000);
  firstCommandComesAgain({ ...setting, jobs: JOBS.slice(0, 1) }, totals, 10_000);
  process.stdout.write(sayTotals('the fault campaign, a sample', totals, paths));
  expect(totals.wrong).toEqual([]);
  expect(paths.missing([...PATHS_OF_ALL.wire, ...PATHS_OF_ALL.worn])).toEqual([]);
  expect(
    paths.missing([
      'power cut: a byte torn',
      'power cut: coil turns',
      'verdict: unknown',
      'verdict: refused',
      'verdict: dispensed',
    ]),
  ).toEqual([]);
});
