/** `npm run coverage [-- --studies N] [-- --futures N] [-- --seed N]`: how often the intervals of studies hold a truth that is known. */
import { parseArgs } from 'node:util';
import { percent } from '../phrase/percent.js';
import { coverage } from '../sizing/simulate/coverage.js';
import { knownTruth } from '../sizing/simulate/knownTruth.js';

const USAGE = `npm run coverage -- [--studies <n>] [--futures <n>] [--seed <n>]

Runs many studies (default 1000) of so many futures (default 30) in a region whose truth arithmetic gives, and prints in how many
of them the 95 % interval held it. Ends with 1 where a share lies outside of 93 to 97 %.

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
  for (const { measure, truth, mean, held } of coverage(knownTruth('machines'), studies, futures, seed)) {
    const figures = `truth ${truth.toFixed(4)}, mean of all ${mean.toFixed(4)}`;
    console.log(
      `${measure}: ${held} of ${studies} intervals held the truth, ${percent(held, studies)} (${figures}; ${futures} futures each)`,
    );
    if (held < 0.93 * studies || held > 0.97 * studies) process.exitCode = 1;
  }
}

function readArguments() {
  const text = (value: string) => ({ type: 'string' as const, default: value });
  try {
    return parseArgs({
      options: { studies: text('1000'), futures: text('30'), seed: text('1'), help: { type: 'boolean', default: false } },
    });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}
