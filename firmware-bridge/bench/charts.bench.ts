import { join } from 'node:path';
import { CHARTS, type ChartDefinition, compileChart, EventNumbers, parameterValues, TableEngine } from '@dosetwin/twin';
import type { Benchmark } from '../../tools/Benchmark.js';
import { buildProgram } from '../src/node/buildProgram.js';
import { runTool } from '../src/node/toolchain.js';

const STEPS = 2_000_000;

const definition = CHARTS.find(({ name }) => name === 'cartridge') as ChartDefinition;
const table = compileChart(definition);
const numbers = new EventNumbers(table.events);
const names = table.events.map((_, event) => numbers.exampleOf(event));

/** Seconds, and the first leaves of all states added up, of the C program. */
function inC(): { readonly seconds: number; readonly sum: number } {
  const program = join(buildProgram([table], 'speed'), 'program');
  const [seconds, sum] = runTool(program, [String(STEPS), String(names.length)])
    .split(' ')
    .map(Number) as [number, number];
  return { seconds, sum };
}

/** The same events on tables in TypeScript, through the engine's ordinary interface. */
function onTables(): number {
  const engine = new TableEngine(definition, table);
  let { state } = engine.start(parameterValues(definition.name, definition.parameters));
  let luck = 1;
  const from = performance.now();
  for (let i = 0; i < STEPS; i++) {
    luck = (Math.imul(luck, 1_664_525) + 1_013_904_223) >>> 0;
    state = engine.step(state, names[(luck >>> 16) % names.length] as string).state;
  }
  return (performance.now() - from) / 1_000;
}

export const benchmark: Benchmark = {
  name: 'the cartridge chart in C on the host, random events',
  unit: 'transitions/s',
  better: 'higher',
  run: () =>
    Promise.resolve({
      value: STEPS / inC().seconds,
      reference: STEPS / onTables(),
      referenceName: 'tables in TypeScript, steps remembered',
    }),
};
