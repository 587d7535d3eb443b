/** Writes one file of `firmware/generated`, named by the argument; `tools/generated.ts` lists them all. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { controllerFiles } from '../emit/controllerCharts.js';
import { FIRMWARE } from './buildProgram.js';

const [wanted] = process.argv.slice(2);
const file = controllerFiles().find(({ name }) => name === wanted);
if (file === undefined) throw new Error(`the charts of the controller make no file ${wanted}`);
mkdirSync(join(FIRMWARE, 'generated'), { recursive: true });
writeFileSync(join(FIRMWARE, 'generated', file.name), file.text);
