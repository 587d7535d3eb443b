/**
 * `npm test`: everything. Each room's tests, the slow ones and those in a browser included, and as `house` what `npm run check`
 * looks at besides the tests; in rows side by side, each of which takes the next part. One line for each as soon as it is done,
 * and a closing line. Tests of wires that failed beside others are run once more at the end, alone, and that counts.
 */

import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { NEEDED as COMPILERS_NEEDED, ensureAvr } from './avr.js';
import { ensureChromium, NEEDED } from './chromium.js';
import { ensureNats, NEEDED as NATS_NEEDED } from './nats.js';
import { ROOMS, type Room, type TestKind } from './rooms.js';
import { ROOT } from './root.js';
import { runSteps } from './runSteps.js';
import { runTests } from './runTests.js';
import { STEPS } from './steps.js';
import { type Counts, total, verdict } from './verdict.js';

/** One line of the verdict; `room: null` is the house. */
interface Part {
  readonly name: string;
  readonly room: Room | null;
  readonly kinds: readonly TestKind[];
}

const whole = (room: Room): Part => ({ name: room, room, kinds: ['fast', 'slow', 'wire', 'browser'] });

/**
 * The longest first, so that no row is left with one at the end; those that wait for boards and browsers are mixed with those that
 * compute.
 */
const PARTS: readonly Part[] = [
  { name: 'ui, slow', room: 'ui', kinds: ['slow', 'wire'] },
  whole('scenarios'),
  { name: 'ui', room: 'ui', kinds: ['fast', 'browser'] },
  whole('firmware-bridge'),
  { name: 'house', room: null, kinds: [] },
  whole('twin'),
  whole('tools'),
  whole('reports'),
];
/** Side by side: one more than there are cores, since much is waiting. */
const ROWS = Math.min(availableParallelism(), 4) + 1;

if (ensureChromium((line) => console.log(line)) === undefined) {
  console.error(NEEDED);
  process.exit(3);
}
if (!ensureAvr((line) => console.log(line))) {
  console.error(COMPILERS_NEEDED);
  process.exit(3);
}

if (ensureNats((line) => console.log(line)) === undefined) {
  console.error(NATS_NEEDED);
  process.exit(3);
}

const missing = ROOMS.filter((room) => !PARTS.some((part) => part.room === room));
if (missing.length > 0) throw new Error(`no place in the order for ${missing.join(', ')}`);

const all: Counts[] = [];
const waiting = [...PARTS];
const disturbed: { readonly room: Room; readonly files: readonly string[] }[] = [];
await Promise.all(Array.from({ length: ROWS }, () => row()));
for (const { room, files } of disturbed) {
  const { counts, outcome } = await runTests([room], ['wire'], 'alone', files);
  all.push(counts);
  console.log(verdict(`${room}, alone`, counts, outcome));
}

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

/** Takes what waits, one part after the other. */
async function row(): Promise<void> {
  for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
    if (part.room === null) await lookAtHouse();
    else await testPart(part.name, part.room, part.kinds);
  }
}

async function testPart(name: string, room: Room, kinds: readonly TestKind[]): Promise<void> {
  const run = await runTests([room], kinds, 'beside others');
  all.push(run.counts);
  console.log(verdict(name, run.counts, run.outcome));
  if (run.disturbed.length === 0) return;
  disturbed.push({ room, files: run.disturbed });
  const again = run.disturbed.map((file) => relative(ROOT, file)).join(', ');
  console.log(`${name}: failed beside others, and will be run alone: ${again}\n\n${run.outcome.output.trimEnd()}\n`);
}
