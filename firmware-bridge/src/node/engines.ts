/**
 * `npm run engines [-- --seeds N] [-- --from SEED] [-- CHART…]`: the evidence that XState, tables in TypeScript, C on this
 * machine and C on the emulated board are the same machine. First XState against tables, then the same tables in C.
 */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CHARTS, type ChartDefinition, FEATURES, randomChart } from '@dosetwin/twin';
import type { AvrBoard } from '../board/AvrBoard.js';
import { type BoardEvidence, boardEvidence } from '../board/boardEvidence.js';
import { CORNERS } from '../board/CORNERS.js';
import type { SequencePlan } from '../board/sequencesOf.js';
import { avrBoard, hostBoard, inBatches } from './programs.js';
import { COMPILERS_NEEDED, missingCompilers } from './toolchain.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const TABLES = 'twin/src/engine/node/engines.ts';

const HOST: SequencePlan = { maxStates: 5_000, walks: 10, walkSteps: 2_000, seed: 1 };
const AVR: SequencePlan = { maxStates: 200, walks: 5, walkSteps: 500, seed: 1 };
/** Charts made by chance are many, and each is small. */
const HOST_DRAWN: SequencePlan = { maxStates: 200, walks: 3, walkSteps: 200, seed: 1 };
const AVR_DRAWN: SequencePlan = { maxStates: 20, walks: 1, walkSteps: 100, seed: 1 };

const { values, positionals } = parseArgs({
  options: { seeds: { type: 'string', default: '200' }, from: { type: 'string', default: '0' } },
  allowPositionals: true,
});
if (missingCompilers().length > 0) {
  console.error(COMPILERS_NEEDED);
  process.exit(3);
}
const tables = spawnSync(process.execPath, ['--import', 'tsx', TABLES, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});
if (tables.status === 2) process.exit(2);
let failed = tables.status !== 0;

console.log(`
The same tables in C, built with every warning an error: from every state under every event, with counters at their edges, and
in random lives, against tables; the random lives against XState as well. Steps compared:
`);
const chosen = (charts: readonly ChartDefinition[]) =>
  positionals.length === 0 ? charts : charts.filter(({ name }) => positionals.includes(name));
console.log(row('chart', 'states', 'host/tables', 'host/XState', 'AVR/tables', 'AVR/XState'));
examine(chosen(CHARTS), HOST, AVR);
examine(chosen([...FEATURES, ...CORNERS]), HOST, AVR);
if (positionals.length === 0) drawn(Number(values.from), Number(values.seeds));
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
  for (const { difference } of [host, avr]) {
    if (difference === null) continue;
    console.log(`  DIFFER ${difference}`);
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
    for (const { difference } of evidence.flat()) {
      if (difference === null) continue;
      console.log(`  DIFFER ${difference}`);
      failed = true;
    }
  }
  const range = `seeds ${from} to ${from + seeds - 1}`;
  console.log(`random charts, ${range}: ${charts} compared in ${hostSteps} steps on the host and ${avrSteps} on the AVR,`);
  console.log(`${refused} refused by the compiler or too large for bytes`);
}

function stepsOf(evidence: readonly BoardEvidence[]): number {
  return evidence.reduce((sum, { tableSteps, xstateSteps }) => sum + tableSteps + xstateSteps, 0);
}

function chipFigures({ longestStepCycles, deepestStackBytes }: AvrBoard): string {
  return `  longest step ${longestStepCycles} cycles, ${(longestStepCycles / 16_000).toFixed(2)} ms at 16 MHz; deepest stack ${deepestStackBytes} B`;
}

function row(chart: string, ...columns: readonly string[]): string {
  return `${chart.padEnd(34)}${columns.map((column) => column.padStart(12)).join('')}`;
}
