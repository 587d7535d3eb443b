/**
 * `npm test`: everything. What `npm run check` looks at besides the tests, as `house`; then each room's tests, the slow ones
 * and those in a browser included, the quickest room first, and one whose tests mostly wait beside the others. One line for each as soon as it is done, and a closing line.
 */

import { NEEDED as COMPILERS_NEEDED, ensureAvr } from './avr.js';
import { ensureChromium, NEEDED } from './chromium.js';
import { ROOMS, type Room } from './rooms.js';
import { runSteps } from './runSteps.js';
import { runTests } from './runTests.js';
import { STEPS } from './steps.js';
import { type Counts, total, verdict } from './verdict.js';

/** By the time that their tests take, least first. */
const QUICKEST_FIRST: readonly Room[] = ['reports', 'tools', 'scenarios', 'twin', 'ui'];
/** Its tests wait for boards that run in real time, more than they compute: the other rooms are tested meanwhile. */
const WAITS: Room = 'firmware-bridge';

if (ensureChromium((line) => console.log(line)) === undefined) {
  console.error(NEEDED);
  process.exit(3);
}
if (!ensureAvr((line) => console.log(line))) {
  console.error(COMPILERS_NEEDED);
  process.exit(3);
}

const missing = ROOMS.filter((room) => room !== WAITS && !QUICKEST_FIRST.includes(room));
if (missing.length > 0) throw new Error(`no place in the order for ${missing.join(', ')}`);

const all: Counts[] = [];
for (const room of QUICKEST_FIRST.slice(0, 1)) await testRoom(room);
await lookAtHouse();
const waiting = testRoom(WAITS);
for (const room of QUICKEST_FIRST.slice(1)) await testRoom(room);
await waiting;

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

async function testRoom(room: Room): Promise<void> {
  const { counts, outcome } = await runTests([room], ['fast', 'slow', 'browser']);
  all.push(counts);
  console.log(verdict(room, counts, outcome));
}
