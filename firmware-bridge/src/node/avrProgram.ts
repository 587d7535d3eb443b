import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChartTable } from '@dosetwin/twin';
import type { BoardProgram } from '../board/AvrBoard.js';
import { stateLayout } from '../emit/stateLayout.js';
import { buildProgram } from './buildProgram.js';
import { runTool } from './toolchain.js';

/** Data memory begins here in the addresses of avr-gcc's linker. */
const DATA_BASE = 0x800000;
/** `BOARD_READ_BYTE` reaches flash up to here. */
const NEAR_FLASH_BYTES = 0x10000;

/** Compiles these charts for the emulated board. @throws where their tables do not fit the near flash */
export function avrProgram(tables: readonly ChartTable[]): BoardProgram {
  const folder = buildProgram(tables, 'avr');
  const symbols = symbolsOf(join(folder, 'program'));
  const tablesEnd = symbols.get('__ctors_start') ?? 0;
  if (tablesEnd > NEAR_FLASH_BYTES) throw new Error(`the tables end at ${tablesEnd}, beyond what a near pointer reaches`);
  return {
    image: readFileSync(join(folder, 'program.bin')),
    mailboxAt: (symbols.get('mailbox') ?? 0) - DATA_BASE,
    firstFree: (symbols.get('_end') ?? 0) - DATA_BASE,
    stateBytes: tables.map((table) => stateLayout(table).bytes),
  };
}

/** Symbols of a program by name. */
export function symbolsOf(program: string): Map<string, number> {
  const lines = runTool('avr-nm', [program]).split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [address = '', , name = ''] = line.trim().split(/\s+/);
      return name === '' ? [] : [[name, Number.parseInt(address, 16)] as const];
    }),
  );
}
