import { unzipSync } from 'fflate';
import readWorkbookFile from 'read-excel-file/universal';
import type { Cell } from '../Table.js';

const MIB = 1_048_576;
/** A workbook is packed; one that unpacks to more than this was made to fill a disk. */
const LARGEST_UNPACKED = 200 * MIB;

/** A sheet of a workbook, as cells. Of merged cells the first has the value. */
export interface Sheet {
  readonly sheet: string;
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * The sheets of a workbook (.xlsx), or what is wrong with it, to be said after the name of its file. `cellOf` makes a cell of
 * a text, a number, yes or no, a date or nothing. Touches no file.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  cellOf: (value: unknown) => Cell,
): Promise<readonly Sheet[] | { readonly message: string }> {
  const bomb = isBomb(bytes);
  if (bomb !== null) return { message: bomb };
  try {
    const sheets = await readWorkbookFile(bytes.slice().buffer);
    return sheets.map(({ sheet, data }) => ({ sheet, rows: data.map((row) => row.map(cellOf)) }));
  } catch {
    return {
      message: 'is no workbook that can be read, or is locked by a password; open it, save it as .xlsx without one, or as CSV',
    };
  }
}

/** Looks at the sizes that the archive gives, before anything of it is unpacked. */
function isBomb(bytes: Uint8Array): string | null {
  let unpacked = 0;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize;
        return false;
      },
    });
  } catch {
    return 'is no workbook, whatever its name says; open it in a spreadsheet and save it as .xlsx';
  }
  return unpacked > LARGEST_UNPACKED ? `unpacks to ${Math.round(unpacked / MIB)} MiB; at most 200 are read` : null;
}
