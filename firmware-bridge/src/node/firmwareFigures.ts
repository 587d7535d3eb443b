import { join } from 'node:path';
import type { ChartTable } from '@dosetwin/twin';
import { buildProgram, interpreterSources } from './buildProgram.js';
import { stackBound } from './stackBound.js';
import { runTool } from './toolchain.js';

/** What the charts of a whole machine take of an ATmega2560, in bytes. */
export interface FirmwareFigures {
  readonly interpreterFlash: number;
  /** With tables, start-up code and vectors. */
  readonly programFlash: number;
  /** Every state of 48 cartridges and the interlock, room for one step's operations, and whatever else is static. */
  readonly staticRam: number;
  /** The most that `main` and all that it calls can take. */
  readonly stack: number;
  /** The same for one step alone, from `chart_step` on. */
  readonly stepStack: number;
  readonly chain: readonly string[];
}

/** Builds `firmware/avr/whole_board.c` from these tables, cartridge and interlock, and measures it. */
export function firmwareFigures(tables: readonly ChartTable[]): FirmwareFigures {
  const folder = buildProgram(tables, 'whole-board');
  const program = sizeOf(folder, 'program');
  const parts = interpreterSources().map((name) => sizeOf(folder, name.replace(/\.c$/, '.o')));
  const { bytes, chain } = stackBound(folder, 'program', 'main');
  const ownRam = parts.reduce((sum, { data, bss }) => sum + data + bss, 0);
  if (ownRam > 0) throw new Error(`the interpreter has ${ownRam} bytes of static RAM; it is meant to have none`);
  return {
    interpreterFlash: parts.reduce((sum, { text }) => sum + text, 0),
    programFlash: program.text + program.data,
    staticRam: program.data + program.bss,
    stack: bytes,
    stepStack: stackBound(folder, 'program', 'chart_step').bytes,
    chain,
  };
}

function sizeOf(folder: string, file: string): { readonly text: number; readonly data: number; readonly bss: number } {
  const line = runTool('avr-size', [join(folder, file)]).split('\n')[1] ?? '';
  const [text = Number.NaN, data = Number.NaN, bss = Number.NaN] = line.trim().split(/\s+/).map(Number);
  return { text, data, bss };
}
