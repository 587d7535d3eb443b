/** `npm run check`: types, format and lint, house rules, generated files, the documents' commands, and every fast test. */

import { ROOMS } from './rooms.js';
import { runSteps } from './runSteps.js';
import { runTests } from './runTests.js';
import { STEPS } from './steps.js';
import { total, verdict } from './verdict.js';

const looks = STEPS.map((row) =>
  runSteps([row], (step, outcome) => {
    console.log(verdict(step.name, { passed: outcome.passed ? 1 : 0, failed: outcome.passed ? 0 : 1 }, outcome));
  }),
);
// Types take longest: the tests begin beside them, as soon as the other row is done.
await Promise.race(looks);
const tests = await runTests(ROOMS, ['fast']);
const all = [...(await Promise.all(looks)), tests.counts];
console.log(verdict('fast tests', tests.counts, tests.outcome));
console.log(total(all));
process.exit(all.every(({ failed }) => failed === 0) ? 0 : 1);
