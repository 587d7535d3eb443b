import { describe, expect, it } from 'vitest';
import { memoryLedger } from './node/memoryLedger.js';
import { Paths } from './Paths.js';
import { PATHS_OF_ALL } from './pathsOfAll.js';
import { noTotals, powerAtBoundaries, powerAtRandom, powerInRestart, preparedRuns } from './powerCases.js';
import { sayTotals } from './sayTotals.js';
import { wornCases } from './wornCases.js';

const RANDOM_CUTS = 2_400;
const WORN_EACH = 4;

// `wireFaults` has the rest: two files, so that two cores share them.
describe('the fault campaign: power and memory', () => {
  const paths = new Paths();
  const setting = { paths, newLedger: memoryLedger };
  const totals = noTotals();
  const runs = preparedRuns(setting);
  const slowRuns = preparedRuns(setting, { rpm: 30 });
  const settled = () => {
    process.stdout.write(`the fault campaign, power and memory: ${totals.cases} cases so far, ${totals.wrong.length} findings\n`);
    expect(totals.wrong).toEqual([]);
  };

  it('[W8] [W12] [W13] [W14] [B4] the power cut at every phase boundary and in every byte of the EEPROM, in the restart too', () => {
    powerAtBoundaries(runs, totals);
    powerInRestart(runs, totals);
    powerAtBoundaries(slowRuns, totals, 4);
    settled();
  });

  it(`[W8] [W12] [W13] [W14] [B4] the power cut in ${RANDOM_CUTS} random cycles`, () => {
    powerAtRandom([...runs, ...slowRuns], totals, RANDOM_CUTS);
    settled();
  });

  it('[W13] [W14] [B4] each byte of a record worn out, in one place, in two, and in all that are tried', () => {
    wornCases(setting, totals, WORN_EACH);
    settled();
  });

  it('every path was really taken', () => {
    process.stdout.write(sayTotals('the fault campaign, power and memory', totals, paths));
    expect(paths.missing([...PATHS_OF_ALL.power, ...PATHS_OF_ALL.worn])).toEqual([]);
  });
});
