/**
 * `npm run engines [-- --seeds N] [-- --from SEED] [-- CHART…]`: the evidence that tables and XState are the same machine, for
 * each chart, for charts about one feature each, and for random ones; then whether it would have noticed changed tables.
 */

import { parseArgs } from 'node:util';
import { CHARTS } from '../../CHARTS.js';
import type { ChartDefinition } from '../../charts/ChartDefinition.js';
import { describeDifference } from '../evidence/Difference.js';
import { type EvidenceOptions, evidenceOf } from '../evidence/evidenceOf.js';
import { FEATURES } from '../evidence/features/FEATURES.js';
import { fuzz } from '../evidence/fuzz.js';
import { mutationRun } from '../evidence/mutationRun.js';

const { values, positionals } = parseArgs({
  options: { seeds: { type: 'string', default: '200' }, from: { type: 'string', default: '0' } },
  allowPositionals: true,
});
const [seeds, from] = [Number(values.seeds), Number(values.from)];
if (!Number.isInteger(seeds) || seeds < 0 || !Number.isInteger(from) || from < 0) {
  console.error('--seeds and --from take whole numbers from 0');
  process.exit(2);
}
const known = [...CHARTS, ...FEATURES].map(({ name }) => name);
const strange = positionals.find((name) => !known.includes(name));
if (strange !== undefined) {
  console.error(`there is no chart ${strange}; there are ${known.join(', ')}`);
  process.exit(2);
}

const OPTIONS: EvidenceOptions = { maxSituations: 100_000, maxProbed: 100_000, seed: 1, walks: 100, walkSteps: 1_000 };
const FEATURE_OPTIONS: EvidenceOptions = { ...OPTIONS, maxSituations: 2_000, maxProbed: 50, walks: 10 };
const CAUGHT_SHARE = 0.99;
let failed = false;

const chosen = (charts: readonly ChartDefinition[]) =>
  positionals.length === 0 ? charts : charts.filter(({ name }) => positionals.includes(name));

console.log('XState against tables: every reachable situation (states, counters, memory, order of pending timers) under every');
console.log(
  'event and timer, saved and restored at each; then counters that no run reaches. Limits: defaults, least, greatest.\n',
);
for (const definition of chosen(CHARTS)) compare(definition, OPTIONS);
console.log('\nCharts about one feature each:\n');
for (const definition of chosen(FEATURES)) compare(definition, FEATURE_OPTIONS);
if (positionals.length === 0) drawn();
console.log('\nTables with one thing changed:\n');
mutate();
process.exitCode = failed ? 1 : 0;

function compare(definition: ChartDefinition, options: EvidenceOptions): void {
  const { difference, ...evidence } = evidenceOf(definition, options);
  const { states, situations, closureSteps, probeSteps, walkSteps, complete } = evidence;
  const bound = complete
    ? 'all of them'
    : `bound ${options.maxSituations} reached, then ${walkSteps} random steps, seed ${options.seed}`;
  const steps = `${closureSteps + probeSteps + walkSteps} steps compared`;
  console.log(
    `${difference ? 'DIFFER' : 'agree '}  ${definition.name}: ${states} states, ${situations} situations (${bound}), ${steps}`,
  );
  if (difference) console.log(`  ${describeDifference(definition.name, difference)}`);
  failed ||= difference !== null;
}

function drawn(): void {
  const { compared, refused, steps, differences } = fuzz(from, from + seeds);
  const range = `seeds ${from} to ${from + seeds - 1}`;
  console.log(`\nRandom charts, ${range}: ${compared} compared in ${steps} steps, ${refused} refused by the compiler`);
  for (const difference of differences) console.log(`  DIFFER ${difference}`);
  failed ||= differences.length > 0;
}

function mutate(): void {
  const runs = chosen(CHARTS).map((definition) => mutationRun(definition, OPTIONS));
  for (const { chart, made, caught, kinds, survivors } of runs) {
    const by = Object.entries(kinds).map(([kind, count]) => `${kind} ${count.caught}/${count.made}`);
    console.log(`${chart}: ${caught} of ${made} caught (${by.join(', ')})`);
    for (const { says, isEquivalent } of survivors) {
      console.log(`  ${isEquivalent ? 'equivalent: agrees in every situation that can be reached' : 'NOT CAUGHT'}: ${says}`);
      failed ||= !isEquivalent;
    }
  }
  const made = runs.reduce((sum, run) => sum + run.made, 0);
  const caught = runs.reduce((sum, run) => sum + run.caught, 0);
  if (made === 0) return;
  console.log(
    `together ${caught} of ${made} caught, ${((100 * caught) / made).toFixed(1)} %; at least ${100 * CAUGHT_SHARE} % are asked for`,
  );
  failed ||= positionals.length === 0 && caught / made < CAUGHT_SHARE;
}
