import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { BOARD_COMPILER, buildBoard } from './buildBoard.js';
import { FLAGS } from './buildProgram.js';
import { stackBound } from './stackBound.js';
import { runTool } from './toolchain.js';

/** What is said of the committed image, in `firmware/dosetwin.hex.json`. */
export interface BoardFigures {
  readonly compiler: string;
  readonly flags: readonly string[];
  /** CRC-32 (as zlib has it) of the image, from address 0 to its last byte. */
  readonly crc32: string;
  readonly flashBytes: number;
  /** All variables; the stack comes on top. */
  readonly ramBytes: number;
  /** The most that the main loop can take, and one interrupt upon it: none interrupts another. */
  readonly stackBytes: number;
}

/** RAM of the chip. */
export const CHIP_RAM_BYTES = 8192;

/** Builds the firmware of the board and measures it. */
export function boardFigures(): BoardFigures {
  const folder = buildBoard('avr');
  const image = readFileSync(join(folder, 'program.bin'));
  const line = runTool('avr-size', [join(folder, 'program')]).split('\n')[1] ?? '';
  const [text = 0, data = 0, bss = 0] = line.trim().split(/\s+/).map(Number);
  return {
    compiler: runTool('avr-gcc', ['--version']).split('\n')[0] ?? '',
    flags: [...FLAGS, ...BOARD_COMPILER.avr.flags],
    crc32: crc32(image).toString(16).padStart(8, '0'),
    flashBytes: text + data,
    ramBytes: data + bss,
    stackBytes: stackBound(folder, 'program', 'main').bytes + deepestInterrupt(folder),
  };
}

function deepestInterrupt(folder: string): number {
  const names = runTool('avr-nm', [join(folder, 'program')]).match(/\bT __vector_\d+/g) ?? [];
  return Math.max(0, ...names.map((name) => stackBound(folder, 'program', name.slice(2)).bytes));
}
