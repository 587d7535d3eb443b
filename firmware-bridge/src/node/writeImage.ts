/**
 * Builds the firmware of the reference board and writes what is committed of it: `firmware/dosetwin.hex`, what it was built
 * with (`dosetwin.hex.json`), and the same image for places without files, `src/firmware/firmwareImage.ts`.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { boardFigures, CHIP_RAM_BYTES } from './boardFigures.js';
import { buildBoard } from './buildBoard.js';
import { FIRMWARE } from './buildProgram.js';

const folder = buildBoard('avr');
const figures = boardFigures();
const { ramBytes, stackBytes, flashBytes } = figures;
const base64 = readFileSync(join(folder, 'program.bin')).toString('base64');
writeFileSync(join(FIRMWARE, 'dosetwin.hex'), readFileSync(join(folder, 'program.hex'), 'utf8').replaceAll('\r\n', '\n'));
writeFileSync(join(FIRMWARE, 'dosetwin.hex.json'), `${JSON.stringify(figures, null, 2)}\n`);
writeFileSync(
  fileURLToPath(new URL('../firmware/firmwareImage.ts', import.meta.url)),
  `import { base64Bytes } from './base64Bytes.js';

// Written by \`npm run firmware\`: the program of firmware/dosetwin.hex.
const IMAGE =
  '${base64}';

/** The firmware of the reference board as it lies in flash, from address 0. */
export const firmwareImage: Uint8Array = base64Bytes(IMAGE);
`,
);

const ram = ramBytes + stackBytes;
console.log(`
ATmega2560, the whole firmware (firmware/dosetwin.hex)
  flash      ${bytes(flashBytes)}, of 262144
  variables  ${bytes(ramBytes)} of RAM
  stack      ${bytes(stackBytes)} at most, with the deepest interrupt
  RAM        ${bytes(ram)}, of ${CHIP_RAM_BYTES}; left: ${CHIP_RAM_BYTES - ram}`);
if (ram > CHIP_RAM_BYTES) process.exitCode = 1;

function bytes(count: number): string {
  return `${String(count).padStart(6)} B`;
}
