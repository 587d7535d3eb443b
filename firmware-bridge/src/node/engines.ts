/**
 * The second half of `npm run engines`: the evidence that C on this machine and C on the emulated board are the same machine as
 * the tables in TypeScript and as XState.
 */

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CHARTS, type ChartDefinition, type Disagreement, FEATURES, randomChart } from '@dosetwin/twin';
import type { AvrBoard } from '../board/AvrBoard.js';
import { type BoardEvidence, boardEvidence } from '../board/boardEvidence.js';
import { CORNERS } from '../board/CORNERS.js';
import type { SequencePlan } from '../board/sequencesOf.js';
import { avrBoard, hostBoard, inBatches } from './programs.js';
import { COMPILERS_NEEDED, missingCompilers } from './toolchain.js';

const HOST: SequencePlan = { maxStates: 5_000, walks: 10, walkSteps: 2_000, seed: 1 };
const AVR: SequencePlan = { maxStates: 200, walks: 5, walkSteps: 500, seed: 1 };
/** Charts about one feature each are small: less shows all of them. */
const HOST_FEATURE: SequencePlan = { ...HOST, walks: 5, walkSteps: 1_000 };
const AVR_FEATURE: SequencePlan = { maxStates: 100, walks: 2, walkSteps: 500, seed: 1 };
/** Charts made by chance are many, and each is small. */
const HOST_DRAWN: SequencePlan = { maxStates: 200, walks: 3, walkSteps: 200, seed: 1 };
const AVR_DRAWN: SequencePlan = { maxStates: 20, walks: 1, walkSteps: 100, seed: 1 };

const { values, positionals } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '0' },
    differences: { type: 'string' },
  },
  allowPositionals: true,
});
if (missingCompilers().length > 0) {
  console.error(COMPILERS_NEEDED);
  process.exit(3);
}
const disagreements: Disagreement[] = [];
let failed = false;

console.log(`
The same tables in C, built with every warning an error, on this machine ('host') and on an emulated ATmega2560 ('AVR').
From every state, with counters at their edges as well, every event; then random lives: against tables in TypeScript. The random
lives against XState as well. '+': more states than the bound of ${HOST.maxStates} on the host; the AVR is asked about the first
${AVR.maxStates} states of each of our charts, and the first ${AVR_FEATURE.maxStates} of others. Columns are steps compared.
`);
const chosen = (charts: readonly ChartDefinition[]) =>
  positionals.length === 0 ? charts : charts.filter(({ name }) => positionals.includes(name));
console.log(row('chart', 'states', 'host/tables', 'host/XState', 'AVR/tables', 'AVR/XState'));
examine(chosen(CHARTS), HOST, AVR);
if (chosen([...FEATURES, ...CORNERS]).length > 0)
  console.log('\nCharts about one feature each, and corners of the interpreter:\n');
examine(chosen([...FEATURES, ...CORNERS]), HOST_FEATURE, AVR_FEATURE);
if (positionals.length === 0) drawn(Number(values.from), Number(values.seeds));
if (values.differences !== undefined) writeFileSync(values.differences, JSON.stringify(disagreements));
process.exitCode = failed ? 1 : 0;

function examine(definitions: readonly ChartDefinition[], hostPlan: SequencePlan, avrPlan: SequencePlan): void {
  for (const batch of inBatches(definitions).batches) {
    const onHost = boardEvidence(hostBoard(batch), batch, hostPlan);
    const board = avrBoard(batch);
    const onAvr = boardEvidence(board, batch, avrPlan);
    for (const [i, host] of onHost.entries()) tell(host, onAvr[i] as BoardEvidence);
    console.log(chipFigures(board));
  }
}

function tell(host: BoardEvidence, avr: BoardEvidence): void {
  const states = `${host.states}${host.complete ? '' : '+'}`;
  const steps = [host.tableSteps, host.xstateSteps, avr.tableSteps, avr.xstateSteps].map(String);
  console.log(row(host.chart, states, ...steps));
  report([host, avr]);
}

function report(evidence: readonly BoardEvidence[]): void {
  for (const { difference, disagreement } of evidence) {
    if (difference === null) continue;
    console.log(`  DIFFER ${difference}`);
    if (disagreement !== null) disagreements.push(disagreement);
    failed = true;
  }
}

function drawn(from: number, seeds: number): void {
  const { batches, refused } = inBatches(Array.from({ length: seeds }, (_, i) => randomChart(from + i)));
  let [charts, hostSteps, avrSteps] = [0, 0, 0];
  for (const batch of batches) {
    const evidence = [
      boardEvidence(hostBoard(batch), batch, HOST_DRAWN),
      boardEvidence(avrBoard(batch), batch, AVR_DRAWN),
    ] as const;
    charts += batch.length;
    hostSteps += stepsOf(evidence[0]);
    avrSteps += stepsOf(evidence[1]);
    report(evidence.flat());
  }
  const range = `seeds ${from} to ${from + seeds - 1}`;
  console.log(`random charts, ${range}: ${charts} compared in ${hostSteps} steps on the host and ${avrSteps} on the AVR;`);
  console.log(`${refused} not emitted: refused by the compiler, or too large for bytes`);
}

function stepsOf(evidence: readonly BoardEvidence[]): number {
  return evidence.reduce((sum, { tableSteps, xstateSteps }) => sum + tableSteps + xstateSteps, 0);
}

function chipFigures({ longestStepCycles, deepestStackBytes }: AvrBoard): string {
  return `  longest step ${longestStepCycles} cycles, ${(longestStepCycles / 16_000).toFixed(2)} ms at 16 MHz; deepest stack ${deepestStackBytes} B`;
}

/** A long name takes room from the numbers' left. */
function row(chart: string, ...columns: readonly string[]): string {
  const numbers = columns.map((column) => column.padStart(12)).join('');
  return `${chart.padEnd(34)}${numbers.slice(Math.max(0, Math.min(chart.length - 34, 8)))}`;
}
