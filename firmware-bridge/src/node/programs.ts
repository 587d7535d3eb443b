import { CannotCompile, type ChartDefinition, compileChart } from '@dosetwin/twin';
import { AvrBoard } from '../board/AvrBoard.js';
import type { EmittedDefinition } from '../board/boardEvidence.js';
import type { ChartBoard } from '../board/ChartBoard.js';
import { CannotEmit } from '../emit/CannotEmit.js';
import { bytesOf, tableBytes } from '../emit/tableBytes.js';
import { avrProgram } from './avrProgram.js';
import { HostBoard } from './HostBoard.js';

/** Charts that fit one program. */
export type Batch = readonly EmittedDefinition[];

/** Tables lie in the first 64 KiB of flash, with the vectors; this much of it is theirs. */
const BATCH_BYTES = 48 * 1024;
/** The number of a chart in its program is a byte. */
const BATCH_CHARTS = 250;

export interface Batches {
  readonly batches: readonly Batch[];
  /** Charts that the compiler or the emitter refuses. */
  readonly refused: number;
}

/** Compiles charts and shares them out to as many programs as they need. */
export function inBatches(definitions: readonly ChartDefinition[]): Batches {
  const batches: EmittedDefinition[][] = [[]];
  let room = BATCH_BYTES;
  let refused = 0;
  for (const definition of definitions) {
    const emitted = emittedOf(definition);
    if (emitted === null) {
      refused += 1;
      continue;
    }
    const cells = tableBytes(emitted.table).flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    const bytes = cells.reduce<number>((sum, cell) => sum + bytesOf(cell), 0);
    if (bytes > room || (batches.at(-1)?.length ?? 0) >= BATCH_CHARTS) {
      batches.push([]);
      room = BATCH_BYTES;
    }
    room -= bytes;
    batches.at(-1)?.push(emitted);
  }
  return { batches: batches.filter((batch) => batch.length > 0), refused };
}

function emittedOf(definition: ChartDefinition): EmittedDefinition | null {
  try {
    const table = compileChart(definition);
    tableBytes(table);
    return { definition, table };
  } catch (error) {
    if (error instanceof CannotCompile || error instanceof CannotEmit) return null;
    throw error;
  }
}

export function hostBoard(batch: Batch): ChartBoard {
  return new HostBoard(batch.map(({ table }) => table));
}

export function avrBoard(batch: Batch): AvrBoard {
  return new AvrBoard(avrProgram(batch.map(({ table }) => table)));
}
