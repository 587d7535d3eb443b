/** Writes one file of `firmware/generated` that is the board's own, named by the argument; `tools/generated.ts` lists them. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { effectsFiles } from '../firmware/effectsSource.js';
import { registersHeader } from '../firmware/registersHeader.js';
import { FIRMWARE } from './buildProgram.js';

const MADE: Readonly<Record<string, () => string>> = {
  'registers.h': registersHeader,
  'effects.h': () => effectsFiles().header,
  'effects.c': () => effectsFiles().source,
};

const [wanted = ''] = process.argv.slice(2);
const make = MADE[wanted];
if (make === undefined) throw new Error(`the board has no generated file ${wanted}`);
writeFileSync(join(FIRMWARE, 'generated', wanted), make());
