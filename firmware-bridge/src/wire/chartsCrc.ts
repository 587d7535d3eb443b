import { controllerTables } from '../emit/controllerCharts.js';
import type { Cell } from '../emit/TableSection.js';
import { tableBytes } from '../emit/tableBytes.js';
import { crc16 } from './crc16.js';

let known: number | undefined;

/** What `chartsCrc` of a board must be that runs this version's charts: over the bytes of their tables, the cartridge first. */
export function chartsCrc(): number {
  known ??= crc16(
    controllerTables()
      .flatMap(tableBytes)
      .flatMap(({ rows }) => rows)
      .flatMap(({ cells }) => cells)
      .flatMap(bytesOfCell),
  );
  return known;
}

/** As the C source lays them down: the low byte first. */
function bytesOfCell(cell: Cell): number[] {
  if (typeof cell === 'number') return [cell];
  const number = 'word' in cell ? cell.word : cell.long;
  const low = [number & 0xff, (number >>> 8) & 0xff];
  return 'word' in cell ? low : [...low, (number >>> 16) & 0xff, number >>> 24];
}
