/**
 * `npm test`: everything. What `npm run check` looks at besides the tests, as `house`; then each room's tests, the slow ones
 * and those in a browser included, the quickest room first, then three rows side by side. One line for each as soon as it is
 * done, and a closing line.
 */

import { NEEDED as COMPILERS_NEEDED, ensureAvr } from './avr.js';
import { ensureChromium, NEEDED } from './chromium.js';
import { ROOMS, type Room, type TestKind } from './rooms.js';
import { runSteps } from './runSteps.js';
import { runTests } from './runTests.js';
import { STEPS } from './steps.js';
import { type Counts, total, verdict } from './verdict.js';

/** One line of the verdict. */
interface Part {
  readonly name: string;
  readonly room: Room;
  readonly kinds: readonly TestKind[];
}

const whole = (room: Room): Part => ({ name: room, room, kinds: ['fast', 'slow', 'browser'] });

/** The quickest: a verdict within a minute. */
const FIRST: readonly Part[] = [whole('reports')];
/** Then three rows side by side, in each one part after the other: after a look at the house, what computes; */
const COMPUTING: readonly Part[] = [whole('tools'), whole('twin'), whole('scenarios')];
/** boards in real time, for which tests wait more than they compute; */
const WITH_BOARDS: readonly Part[] = [whole('firmware-bridge'), { name: 'ui, slow', room: 'ui', kinds: ['slow'] }];
/** and browsers, which do both. */
const WITH_BROWSERS: readonly Part[] = [{ name: 'ui', room: 'ui', kinds: ['fast', 'browser'] }];

if (ensureChromium((line) => console.log(line)) === undefined) {
  console.error(NEEDED);
  process.exit(3);
}
if (!ensureAvr((line) => console.log(line))) {
  console.error(COMPILERS_NEEDED);
  process.exit(3);
}

const missing = ROOMS.filter(
  (room) => ![...FIRST, ...COMPUTING, ...WITH_BOARDS, ...WITH_BROWSERS].some((part) => part.room === room),
);
if (missing.length > 0) throw new Error(`no place in the order for ${missing.join(', ')}`);

const all: Counts[] = [];
await testParts(FIRST);
await Promise.all([lookAtHouse().then(() => testParts(COMPUTING)), testParts(WITH_BOARDS), testParts(WITH_BROWSERS)]);

console.log(total(all));
process.exit(all.every(({ failed }) => failed === 0) ? 0 : 1);

async function lookAtHouse(): Promise<void> {
  const start = performance.now();
  let output = '';
  const counts = await runSteps(STEPS, (step, outcome) => {
    if (!outcome.passed) output += `${step.name}\n${outcome.output.trimEnd()}\n\n`;
  });
  all.push(counts);
  const seconds = (performance.now() - start) / 1000;
  console.log(verdict('house', counts, { passed: counts.failed === 0, output, seconds }));
}

async function testParts(parts: readonly Part[]): Promise<void> {
  for (const { name, room, kinds } of parts) {
    const { counts, outcome } = await runTests([room], kinds);
    all.push(counts);
    console.log(verdict(name, counts, outcome));
  }
}
