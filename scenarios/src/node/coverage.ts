/** `npm run coverage [-- --studies N] [-- --futures N] [-- --seed N]`: how often the intervals of studies hold a truth that is known. */
import { parseArgs } from 'node:util';
import { percent } from '../phrase/percent.js';
import { coverage } from '../sizing/simulate/coverage.js';
import { knownTruth } from '../sizing/simulate/knownTruth.js';
import { PRECISION } from '../sizing/study/StudyTools.js';
import { studyCoverage } from '../sizing/study/studyCoverage.js';

const USAGE = `npm run coverage -- [--studies <n>] [--futures <n>] [--seed <n>]

Runs many studies (default 500) in regions whose truth arithmetic gives, and prints in how many of them the 95 % interval held it:
means over so many futures (default 30), then shares of futures and the number of machines, by studies that stop by themselves as
'dosetwin size' does. Takes about a minute. Ends with 1 where a share of intervals lies outside of 93 to 97 %; the interval of the
number of machines goes from one whole number to another and holds it oftener.

Example:
  npm run coverage -- --studies 2000`;

const { values } = readArguments();
if (values.help) console.log(USAGE);
else {
  const [studies, futures, seed] = [values.studies, values.futures, values.seed].map(Number) as [number, number, number];
  if (![studies, futures, seed].every(Number.isSafeInteger) || studies < 1 || futures < 2 || seed < 0) {
    console.error(`--studies takes a whole number from 1, --futures one from 2, --seed one from 0\n\n${USAGE}`);
    process.exit(2);
  }
  const found = [...coverage(knownTruth('machines'), studies, futures, seed), ...(await studyCoverage(studies, PRECISION, seed))];
  for (const { measure, truth, mean, held, futures: each, isWhole } of found) {
    const figures = `truth ${truth.toFixed(4)}, mean of all ${mean.toFixed(4)}; ${Math.round(each)} futures each`;
    console.log(`${measure}: ${held} of ${studies} intervals held the truth, ${percent(held, studies)} (${figures})`);
    if (held < 0.93 * studies || (held > 0.97 * studies && !isWhole)) process.exitCode = 1;
  }
}

function readArguments() {
  const text = (value: string) => ({ type: 'string' as const, default: value });
  try {
    return parseArgs({
      options: { studies: text('500'), futures: text('30'), seed: text('1'), help: { type: 'boolean', default: false } },
    });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}
