/** Prints one file of `firmware/generated` that is the board's own, named by the argument; `tools/generated.ts` lists them. */

import { effectsFiles } from '../firmware/effectsSource.js';
import { registersHeader } from '../firmware/registersHeader.js';

const MADE: Readonly<Record<string, () => string>> = {
  'registers.h': registersHeader,
  'effects.h': () => effectsFiles().header,
  'effects.c': () => effectsFiles().source,
};

const [wanted = ''] = process.argv.slice(2);
const make = MADE[wanted];
if (make === undefined) throw new Error(`the board has no generated file ${wanted}`);
process.stdout.write(make());
