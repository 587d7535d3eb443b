/**
 * `npm test`: everything. What `npm run check` looks at besides the tests, as `house`; then each room's tests, the slow ones
 * and those in a browser included, the quickest room first, and those with boards beside the others. One line for each as
 * soon as it is done, and a closing line.
 */

import { NEEDED as COMPILERS_NEEDED, ensureAvr } from './avr.js';
import { ensureChromium, NEEDED } from './chromium.js';
import { ROOMS, type Room } from './rooms.js';
import { runSteps } from './runSteps.js';
import { runTests } from './runTests.js';
import { STEPS } from './steps.js';
import { type Counts, total, verdict } from './verdict.js';

/** By the time that their tests take, least first. */
const QUICKEST_FIRST: readonly Room[] = ['reports', 'tools', 'twin', 'ui'];
/** Beside them: boards in real time, for which tests wait more than they compute, then days on the emulated board. */
const BESIDE: readonly Room[] = ['firmware-bridge', 'scenarios'];

if (ensureChromium((line) => console.log(line)) === undefined) {
  console.error(NEEDED);
  process.exit(3);
}
if (!ensureAvr((line) => console.log(line))) {
  console.error(COMPILERS_NEEDED);
  process.exit(3);
}

const missing = ROOMS.filter((room) => !BESIDE.includes(room) && !QUICKEST_FIRST.includes(room));
if (missing.length > 0) throw new Error(`no place in the order for ${missing.join(', ')}`);

const all: Counts[] = [];
for (const room of QUICKEST_FIRST.slice(0, 1)) await testRoom(room);
await lookAtHouse();
const beside = testRooms(BESIDE);
await testRooms(QUICKEST_FIRST.slice(1));
await beside;

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

async function testRooms(rooms: readonly Room[]): Promise<void> {
  for (const room of rooms) await testRoom(room);
}

async function testRoom(room: Room): Promise<void> {
  const { counts, outcome } = await runTests([room], ['fast', 'slow', 'browser']);
  all.push(counts);
  console.log(verdict(room, counts, outcome));
}
