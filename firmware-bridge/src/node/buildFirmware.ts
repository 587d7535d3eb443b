/** `npm run firmware`: builds the charts in C with gcc and avr-gcc, every warning an error, and prints what they take. */

import { CHARTS, compileChart } from '@dosetwin/twin';
import { controllerTables } from '../emit/controllerCharts.js';
import { stateLayout } from '../emit/stateLayout.js';
import { bytesOf, tableBytes } from '../emit/tableBytes.js';
import { buildProgram } from './buildProgram.js';
import { firmwareFigures } from './firmwareFigures.js';
import { COMPILERS_NEEDED, missingCompilers, runTool } from './toolchain.js';

/** What the charts of a whole machine may take of the 8 KiB of an ATmega2560. */
const MOST_RAM_BYTES = 4096;

if (missingCompilers().length > 0) {
  console.error(COMPILERS_NEEDED);
  process.exit(3);
}
const versionOf = (command: string) => runTool(command, ['--version']).split('\n')[0];
console.log(`${versionOf('gcc')}; ${versionOf('avr-gcc')}\n`);

console.log('chart          table in flash   state in RAM   operations of a step');
for (const definition of CHARTS) {
  const table = compileChart(definition);
  const flash = tableBytes(table)
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
    .reduce<number>((sum, cell) => sum + bytesOf(cell), 0);
  const columns = [bytes(flash, 14), bytes(stateLayout(table).bytes, 12), String(table.bounds.ops).padStart(22)];
  console.log(`${definition.name.padEnd(15)}${columns.join('   ')}`);
}
const all = CHARTS.map((definition) => compileChart(definition));
for (const target of ['host', 'avr'] as const) buildProgram(all, target);

const { interpreterFlash, programFlash, staticRam, stack, chain } = firmwareFigures(controllerTables());
const ram = staticRam + stack;
const part = (name: string, size: number, says: string) => `  ${name.padEnd(62)}${bytes(size, 6)} ${says}`;
console.log(`
ATmega2560: the charts of cartridge and interlock, the interpreter, the states of 48 cartridges and of the interlock
${part('interpreter', interpreterFlash, 'of flash, and no RAM of its own')}
${part('whole program: interpreter, tables, start-up', programFlash, 'of flash, of 262144')}
${part("all states, and room for one step's operations", staticRam, 'of RAM')}
${part('stack at most', stack, 'of RAM')}
${part('together', ram, `of RAM, of 8192; under ${MOST_RAM_BYTES}: ${ram < MOST_RAM_BYTES ? 'yes' : 'NO'}`)}
The deepest calls: ${chain.join(', ')}.`);
process.exit(ram < MOST_RAM_BYTES ? 0 : 1);

function bytes(count: number, width: number): string {
  return `${String(count).padStart(width)} B`;
}
