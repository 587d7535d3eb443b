/**
 * `npm run pmed [-- FOLDER]`: siting on p-median instances of which the best is known. For each file `pmedN.txt` of the folder:
 * value, bound, the known best, whether it is proved, and the time.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import loadHighs from 'highs';
import { readPmed } from '../readPmed.js';
import { siteByRadius } from '../siteByRadius.js';

const HELP = `npm run pmed [-- folder]

Siting held against the p-median instances of the OR-Library, of which the best is known.

  folder   where pmed1.txt, pmed2.txt… lie, with a text SOURCE.md or pmedopt.txt that gives the known best of each as
           'pmed1 5819' (default ../shared/reference/pmed, from the project's root). They are read there and not copied.

Exit code: 0 every value is proved and is the known best, 1 one is not, 3 there are no instances in the folder.`;

const DEFAULT = fileURLToPath(new URL('../../../../../../shared/reference/pmed', import.meta.url));
const argument = process.argv[2];
if (argument === '--help' || argument === '-h') {
  process.stdout.write(`${HELP}\n`);
  process.exit(0);
}
const folder = argument ?? DEFAULT;
const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^pmed\d+\.txt$/.test(name)) : [];
if (names.length === 0) {
  process.stderr.write(
    `There are no instances pmed1.txt, pmed2.txt… in ${argument ?? '../shared/reference/pmed'}, so siting was not held against them.\nThey belong to the OR-Library (p-median, J. E. Beasley); name their folder: npm run pmed -- FOLDER\n`,
  );
  process.exit(3);
}

const known = knownBest();
const highs = await loadHighs();
let isGood = true;
process.stdout.write('instance  places  sites     value     bound  known best  optimal   time\n');
for (const name of names.sort((a, b) => Number(a.replace(/\D/g, '')) - Number(b.replace(/\D/g, '')))) {
  const problem = readPmed(readFileSync(join(folder, name), 'utf8'));
  const instance = basename(name, '.txt');
  if (problem === null) {
    process.stdout.write(`${instance.padEnd(8)}  is no p-median instance\n`);
    isGood = false;
    continue;
  }
  const began = performance.now();
  const found = siteByRadius(highs, problem);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const best = known.get(instance);
  isGood &&= found?.isOptimal === true && (best === undefined || found.value === best);
  const p = 'machines' in problem.limit ? problem.limit.machines : 0;
  const right = (value: unknown, width: number) => String(value).padStart(width);
  const row = [right(problem.people.length, 6), right(p, 5), right(found?.value ?? 'none', 8), right(found?.bound ?? 'none', 8)];
  const end = [right(best ?? 'unknown', 10), right(found?.isOptimal ? 'yes' : 'no', 7), right(`${seconds} s`, 7)];
  process.stdout.write(`${instance.padEnd(8)}  ${[...row, ...end].join('  ')}\n`);
}
process.exit(isGood ? 0 : 1);

function knownBest(): ReadonlyMap<string, number> {
  const texts = ['SOURCE.md', 'pmedopt.txt'].map((name) => join(folder, name)).filter((file) => existsSync(file));
  const found = texts.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\b(pmed\d+)\s+(\d+)\b/g)]);
  return new Map(found.map(([, name = '', value]) => [name, Number(value)]));
}
