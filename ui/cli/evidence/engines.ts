/**
 * `npm run engines [-- --seeds N] [-- --from SEED] [-- --bound N] [-- --out FOLDER] [-- --broken CHART] [-- CHART…]`: the
 * evidence that XState, tables in TypeScript, C on this machine and C on the emulated board are the same machine. Its two halves
 * run side by side; a difference is drawn on its chart.
 */

import { parseArgs } from 'node:util';
import { CHARTS, FEATURES } from '@dosetwin/twin';
import { drawDifferences } from './drawDifferences.js';
import { Half } from './Half.js';

const HELP = `npm run engines -- [options] [chart...]

Whether XState, tables and C agree: on our charts, on charts about one feature each, on random charts. Then whether the
comparison notices tables with one thing changed. About two and a half minutes of work, on two cores side by side.

  chart            only these charts, and no random ones
  --seeds <n>      how many random charts (default 200)
  --from <seed>    the first one's seed (default 0); 'random-17' is --from 17 --seeds 1
  --bound <n>      situations of a chart about one feature at which random lives take over (default 1000)
  --out <folder>   where pictures of differences go (default .cache/engines)
  --broken <chart> changes one target of a table on purpose, to see what a difference looks like

Examples:
  npm run engines -- cartridge interlock
  npm run engines -- --from 1000 --seeds 5000
  npm run engines -- --broken cartridge`;

const OPTIONS = {
  seeds: { type: 'string', default: '200' },
  from: { type: 'string', default: '0' },
  bound: { type: 'string', default: '1000' },
  out: { type: 'string', default: '.cache/engines' },
  broken: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const { values, positionals } = wordsOf();
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const { seeds, from, bound, out, broken } = values;
if (![seeds, from, bound].every((word) => /^\d{1,9}$/.test(word))) refuse('--seeds, --from and --bound take whole numbers');
const known = [...CHARTS, ...FEATURES].map(({ name }) => name);
const strange = [...positionals, ...(broken === undefined ? [] : [broken])].find((name) => !known.includes(name));
if (strange !== undefined) refuse(`there is no chart ${strange}; there are ${known.join(', ')}`);

const words = ['--seeds', seeds, '--from', from, ...positionals];
const forTables = ['--bound', bound, ...(broken === undefined ? words : ['--broken', broken])];
const tables = new Half('twin/src/engine/node/engines.ts', forTables);
const boards = broken === undefined ? new Half('firmware-bridge/src/node/engines.ts', words) : null;
const halves = [tables, ...(boards === null ? [] : [boards])];
const statuses: number[] = [];
for (const half of halves) statuses.push(await half.print());
const drawn = await drawDifferences(
  halves.flatMap((half) => half.disagreements()),
  out,
);
for (const file of drawn) console.log(`drawn: ${file}`);
process.exit(statuses.find((status) => status !== 0) ?? 0);

function wordsOf() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return refuse((error as Error).message);
  }
}

function refuse(reason: string): never {
  console.error(reason);
  process.exit(2);
}
