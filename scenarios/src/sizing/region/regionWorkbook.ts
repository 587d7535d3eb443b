import type { Cell } from '../../realData/Table.js';
import { type SheetToWrite, writeWorkbook } from '../../realData/writeWorkbook.js';
import { readCsv } from './CsvTable.js';
import { REGION_COLUMNS, REGION_LISTS } from './REGION_COLUMNS.js';
import { regionTemplate } from './regionTemplate.js';
import { FIRST_WISHES, WISHES } from './WISHES.js';

/**
 * The template as one workbook (.xlsx): places, candidates, links and wishes, filled in for two fictional places so that it can be
 * planned for as it stands, and a sheet that says what every column is. Touches no file.
 */
export function regionWorkbook(): Uint8Array<ArrayBuffer> {
  const lists = regionTemplate().flatMap(({ ends, text }): readonly SheetToWrite[] => {
    const list = REGION_LISTS.find((one) => ends === `.${one}.csv`);
    return list === undefined ? [] : [{ sheet: list, rows: cellsOf(text) }];
  });
  const wishes = { sheet: 'wishes', rows: [['wish', 'value', 'what it is'], ...FIRST_WISHES.map(wishRow)] };
  return writeWorkbook([...lists, wishes, meanings()]);
}

/** The rows of a list in CSV, what is a number as one. */
function cellsOf(text: string): readonly (readonly Cell[])[] {
  const csv = readCsv(text);
  if (!('rows' in csv)) throw new Error('the template is no CSV');
  const cell = (one: Cell) => (typeof one === 'string' && /^-?\d+(\.\d+)?$/.test(one) ? Number(one) : one);
  return csv.rows.map((row) => row.map(cell));
}

function wishRow({ name, example, says }: (typeof FIRST_WISHES)[number]): readonly Cell[] {
  return [name, /^\d+$/.test(example) ? Number(example) : example, says];
}

/** What every column is, for whoever fills it in; a sheet that is no list is passed over. */
function meanings(): SheetToWrite {
  const lists = REGION_LISTS.flatMap((list) =>
    REGION_COLUMNS[list].map(({ name, isNeeded, says, example }) => [list, name, isNeeded ? 'yes' : 'no', says, example]),
  );
  const wishes = [...WISHES.values()].map(({ name, says, example }) => ['wishes', name, 'no', says, example]);
  return { sheet: 'columns', rows: [['sheet', 'column or wish', 'needed', 'what it says', 'for one'], ...lists, ...wishes] };
}
