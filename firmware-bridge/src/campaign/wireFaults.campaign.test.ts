import { describe, expect, it } from 'vitest';
import { firstCommandComesAgain } from './comesAgain.js';
import { memoryLedger } from './node/memoryLedger.js';
import { Paths } from './Paths.js';
import { PATHS_OF_ALL } from './pathsOfAll.js';
import { JOBS, noTotals } from './powerCases.js';
import { sayTotals } from './sayTotals.js';
import { killCases, wireCases } from './wireCases.js';

const EACH_WIRE_FAULT = 60;
const WIRE_FAULTS_TOGETHER = 240;
const KILLS_ALONE = 1_000;
const ALL_TOGETHER = 400;

// `powerFaults` has the rest: two files, so that two cores share them.
describe('the fault campaign: wire and host', () => {
  const paths = new Paths();
  const setting = { paths, newLedger: memoryLedger };
  const totals = noTotals();
  const settled = () => {
    process.stdout.write(`the fault campaign, wire and host: ${totals.cases} cases so far, ${totals.wrong.length} findings\n`);
    expect(totals.wrong).toEqual([]);
  };

  it('[W2] [W10] [W12] [B4] frames lost, doubled, cut, altered, reordered, delayed, repeated and drowned in noise', () => {
    wireCases(setting, totals, EACH_WIRE_FAULT, WIRE_FAULTS_TOGETHER);
    for (let late_us = 0; late_us < 1_000_000; late_us += 25_000) {
      firstCommandComesAgain({ ...setting, jobs: JOBS }, totals, late_us);
      firstCommandComesAgain({ ...setting, jobs: JOBS.slice(0, 1) }, totals, late_us);
    }
    settled();
  });

  it('[H7] the host killed, alone and with all other faults', () => {
    killCases(setting, totals, KILLS_ALONE, ALL_TOGETHER);
    settled();
  });

  it('every path was really taken', () => {
    process.stdout.write(sayTotals('the fault campaign, wire and host', totals, paths));
    expect(paths.missing([...PATHS_OF_ALL.wire, ...PATHS_OF_ALL.host])).toEqual([]);
  });
});
