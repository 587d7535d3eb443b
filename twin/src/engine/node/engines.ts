/**
 * The first half of `npm run engines`: the evidence that tables and XState are the same machine, for each chart, for charts
 * about one feature each, and for random ones; then whether it would have noticed changed tables.
 */

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CHARTS } from '../../CHARTS.js';
import type { ChartDefinition } from '../../charts/ChartDefinition.js';
import type { ChartTable } from '../ChartTable.js';
import { compileChart } from '../compile/compileChart.js';
import { describeDifference } from '../evidence/Difference.js';
import type { Disagreement } from '../evidence/Disagreement.js';
import { type EvidenceOptions, evidenceOf } from '../evidence/evidenceOf.js';
import { FEATURES } from '../evidence/features/FEATURES.js';
import { fuzz } from '../evidence/fuzz.js';
import { mutantsOf } from '../evidence/mutantsOf.js';
import { mutationRun } from '../evidence/mutationRun.js';

const { values, positionals } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '0' },
    bound: { type: 'string', default: '1000' },
    broken: { type: 'string' },
    differences: { type: 'string' },
  },
  allowPositionals: true,
});
const [seeds, from] = [Number(values.seeds), Number(values.from)];
const disagreements: Disagreement[] = [];
const OPTIONS: EvidenceOptions = { maxSituations: 100_000, maxProbed: 100_000, seed: 1, walks: 100, walkSteps: 1_000 };
/** One of these counts to 255 in two regions at once: its closure has no end worth waiting for. */
const FEATURE_OPTIONS: EvidenceOptions = { ...OPTIONS, maxSituations: Number(values.bound), maxProbed: 50, walks: 10 };
const CAUGHT_SHARE = 0.99;
let failed = false;

const chosen = (charts: readonly ChartDefinition[]) =>
  positionals.length === 0 ? charts : charts.filter(({ name }) => positionals.includes(name));

if (values.broken === undefined) compareAll();
else showBroken(values.broken);
if (values.differences !== undefined) writeFileSync(values.differences, JSON.stringify(disagreements));
process.exitCode = failed ? 1 : 0;

function compareAll(): void {
  console.log(`XState against tables in TypeScript.
From every reachable situation (states, counters, memory, order of pending timers) every event and every timer, saved and
restored at each; then the same with counters that no run reaches. All of it three times where guards ask for limits: with
their defaults, their least and their greatest; states and situations are the sum. Where there are more situations than the
bound, random lives take over.
`);
  for (const definition of chosen(CHARTS)) compare(definition, OPTIONS);
  const features = chosen(FEATURES);
  if (features.length > 0)
    console.log('\nCharts about one feature each, those with a number after the W3C tests of that section:\n');
  for (const definition of features) compare(definition, FEATURE_OPTIONS);
  if (positionals.length === 0) drawn();
  if (chosen(CHARTS).length > 0) mutate();
}

function compare(definition: ChartDefinition, options: EvidenceOptions, table?: ChartTable): void {
  const { difference, disagreement, ...evidence } = evidenceOf(definition, options, table);
  const { limits, states, situations, closureSteps, probeSteps, walkSteps, complete } = evidence;
  const bound = complete ? 'all' : `bound ${options.maxSituations} reached, then ${walkSteps} random steps, seed ${options.seed}`;
  const sets = limits === 1 ? '' : `, ${limits} sets of limits`;
  const steps = `${closureSteps + probeSteps + walkSteps} steps compared`;
  const covered = `${states} states, ${situations} situations (${bound})${sets}`;
  console.log(`${difference ? 'DIFFER' : 'agree '}  ${definition.name}: ${covered}; ${steps}`);
  if (difference) console.log(`  ${describeDifference(definition.name, difference)}`);
  if (disagreement) disagreements.push(disagreement());
  failed ||= difference !== null;
}

function drawn(): void {
  const { compared, refused, steps, differences, disagreements: shown } = fuzz(from, from + seeds);
  const range = `seeds ${from} to ${from + seeds - 1}`;
  console.log(`
Random charts, ${range}: ${compared} compared in ${steps} steps. The other ${refused} the compiler refused, by name and reason: most
of them have circles of eventless transitions or of raised events.`);
  for (const difference of differences) console.log(`  DIFFER ${difference}`);
  disagreements.push(...shown);
  failed ||= differences.length > 0;
}

function mutate(): void {
  console.log(`
Tables with one thing changed, for each of our charts every target, guard, limit, delay, counter maximum, effect, its order,
candidate and initial state that this knows to change: does the comparison above notice?
`);
  const runs = chosen(CHARTS).map((definition) => mutationRun(definition, OPTIONS));
  for (const { chart, made, caught, kinds, survivors } of runs) {
    const by = Object.entries(kinds).map(([kind, count]) => `${kind} ${count.caught}/${count.made}`);
    console.log(`${chart}: ${caught} of ${made} caught (${by.join(', ')})`);
    for (const { says, isEquivalent, reason } of survivors) {
      const why = reason ?? 'the text alone does not show why';
      console.log(`  ${isEquivalent ? 'equivalent' : 'NOT CAUGHT'}: ${says}${isEquivalent ? `: ${why}` : ''}`);
      failed ||= !isEquivalent;
    }
  }
  const [made, caught, survivors] = (['made', 'caught', 'survivors'] as const).map((key) =>
    runs.reduce((sum, run) => sum + (key === 'survivors' ? run.survivors.length : run[key]), 0),
  ) as [number, number, number];
  const share = `${((100 * caught) / made).toFixed(1)} %`;
  const asked = positionals.length === 0 ? `; at least ${100 * CAUGHT_SHARE} % are asked for` : '';
  console.log(`together ${caught} of ${made} caught, ${share}${asked}`);
  if (survivors > 0) console.log('(equivalent: it agrees with XState in every situation that can be reached; all were compared)');
  failed ||= positionals.length === 0 && caught / made < CAUGHT_SHARE;
}

/** One target of a chart's table is changed on purpose, to see what a difference looks like. */
function showBroken(name: string): void {
  const definition = [...CHARTS, ...FEATURES].find((one) => one.name === name) as ChartDefinition;
  const targets = mutantsOf(compileChart(definition)).filter(({ kind }) => kind === 'target');
  const broken = targets[Math.floor(targets.length / 2)];
  if (broken === undefined) throw new Error(`${name} has no target to change`);
  console.log(`The table of ${name} is broken on purpose: ${broken.says}.\n`);
  compare(definition, OPTIONS, broken.table);
}
