/** `npm run check`: types, format and lint, house rules, generated files, the documents' commands, and every fast test. */

import { ROOMS } from './rooms.js';
import { runSteps } from './runSteps.js';
import { runTests } from './runTests.js';
import { STEPS } from './steps.js';
import { total, verdict } from './verdict.js';

const steps = await runSteps(STEPS, (step, outcome) => {
  console.log(verdict(step.name, { passed: outcome.passed ? 1 : 0, failed: outcome.passed ? 0 : 1 }, outcome));
});
const tests = await runTests(ROOMS, ['fast']);
console.log(verdict('fast tests', tests.counts, tests.outcome));
console.log(total([steps, tests.counts]));
process.exit(steps.failed + tests.counts.failed === 0 ? 0 : 1);
