import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { dataProblemInWords } from '../realData/DataProblem.js';
import { readLists } from '../realData/readLists.js';
import { readTables } from './readTables.js';

const folder = mkdtempSync(join(tmpdir(), 'dosetwin-lists-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(name: string, content: string | Uint8Array) {
  const file = join(folder, name);
  writeFileSync(file, content);
  const { tables, problems } = await readTables([file]);
  return { tables, told: problems.map(dataProblemInWords).map((line) => line.replace(file, name)) };
}

const HEADER = 'ticket,machine,cause,noticed';
const ROW = 't1,box a,hang-up,2026-03-02 09:30';
const CELLS = ['t1', 'box a', 'hang-up', '2026-03-02 09:30'];

/** The least of a workbook: one sheet, whose rows are written as they are given. */
function workbook(name: string, rows: string, more = ''): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const files = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${name}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd hh:mm"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${more}</worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}

const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (number: number, ...cells: string[]) => `<row r="${number}">${cells.join('')}</row>`;
const HEAD = row(1, text('A1', 'Ticket'), text('B1', 'machine'), text('C1', 'cause'), text('D1', 'noticed'));

describe('CSV', () => {
  it.each([
    ['commas', `${HEADER}\n${ROW}\n`],
    ['a byte order mark and CRLF', `\uFEFF${HEADER}\r\n${ROW}\r\n`],
    ['semicolons', `${HEADER}\n${ROW}\n`.replaceAll(',', ';')],
    ['tabs', `${HEADER}\n${ROW}\n`.replaceAll(',', '\t')],
    ['quoted cells', `${HEADER}\n"t1","box a","hang-up","2026-03-02 09:30"\n`],
    ['no line end at the end', `${HEADER}\n${ROW}`],
  ])('is read with %s', async (_, content) => {
    const { tables, told } = await read('tickets.csv', content);
    expect(told).toEqual([]);
    expect(tables[0]?.rows[0]).toEqual(HEADER.split(','));
    expect(tables[0]?.rows[1]).toEqual(CELLS);
  });

  it('keeps the numbers of rows over empty ones', async () => {
    const { tables } = await read('tickets.csv', `${HEADER}\n\n\n${ROW.replace('hang-up', 'hangup')}\n`);
    const lists = readLists(tables);
    expect('problems' in lists && lists.problems[0]).toMatchObject({ row: 4, column: 'C' });
  });

  it.each([
    ['tickets.csv', new Uint8Array([0xff, 0xfe, 0x74, 0]), /tickets.csv: is in UTF-16; save it as "CSV UTF-8"/],
    [
      'tickets.csv',
      new Uint8Array([...strToU8(`${HEADER}\nt1,caf`), 0xe9, 0x0a]),
      /tickets.csv, row 2: has a letter that is not in UTF-8/,
    ],
    ['tickets.csv', `${HEADER}\n"t1,box a,hang-up\n`, /has a quotation mark that is not closed/],
    ['tickets.csv', new Uint8Array([1, 0, 2, 3]), /is no text/],
    ['tickets.csv', workbook('tickets', HEAD), /is a packed workbook in spite of its name/],
    ['ticket.csv', `${HEADER}\n`, /is not called after a list; did you mean tickets.csv\?/],
    ['tickets.xls', 'x', /save it as .xlsx/],
    ['tickets.pdf', 'x', /is no list/],
  ])('%s is refused in words (%#)', async (name, content, message) => {
    expect((await read(name, content)).told).toEqual([expect.stringMatching(message)]);
  });
});

describe('a workbook', () => {
  it('gives its sheets, dates as they show, and what a formula last came to', async () => {
    const rows = `${HEAD}${row(2, text('A2', 't1'), text('B2', 'box a'), '<c r="C2" t="str"><f>LOWER("HANG-UP")</f><v>hang-up</v></c>', '<c r="D2" s="1"><v>46083.395833333336</v></c>')}`;
    const { tables, told } = await read('week.xlsx', workbook('tickets', rows));
    expect(told).toEqual([]);
    expect(tables[0]).toMatchObject({ name: 'tickets', sheet: 'tickets' });
    expect(tables[0]?.rows[1]).toEqual(['t1', 'box a', 'hang-up', '2026-03-02T09:30:00']);
  });

  it('tells of merged cells and of formulas that failed, by sheet, row and column', async () => {
    const rows = `${HEAD}${row(2, text('A2', 't1'), text('B2', 'box a'), text('C2', 'other'), '<c r="D2" s="1"><v>46083.5</v></c>')}${row(3, text('A3', 't2'), '<c r="B3"/>', '<c r="C3" t="e"><v>#REF!</v></c>', '<c r="D3" s="1"><v>46083.5</v></c>')}`;
    const { tables } = await read(
      'week.xlsx',
      workbook('tickets', rows, '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>'),
    );
    const lists = readLists(tables);
    const told = 'problems' in lists ? lists.problems.map(dataProblemInWords) : [];
    expect(told).toHaveLength(2);
    expect(told[0]).toMatch(
      /week.xlsx, sheet tickets, row 3, column B \(machine\): is empty \(of merged cells only the first has a value/,
    );
    expect(told[1]).toMatch(/column C \(cause\)/);
  });

  it.each([
    ['rubbish', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]), /is no workbook/],
    [
      'locked by a password',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)]),
      /is no workbook/,
    ],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('a') }), /is no workbook that can be read/],
    ['a sheet of another name', workbook('ticket', HEAD), /has no sheet called .* but 'ticket'; did you mean tickets\?/],
  ])('%s is refused in words', async (_, content, message) => {
    expect((await read('week.xlsx', content)).told).toEqual([expect.stringMatching(message)]);
  });

  it('that unpacks to more than any week has is refused before it is unpacked', async () => {
    const bomb = workbook('tickets', HEAD);
    const view = new DataView(bomb.buffer);
    const entry = bomb.findIndex((_, at) => at + 4 <= bomb.length && view.getUint32(at, true) === 0x02014b50);
    view.setUint32(entry + 24, 230 * 1_048_576, true);
    expect((await read('week.xlsx', bomb)).told[0]).toMatch(/unpacks to 230 MiB; at most 200 are read/);
  });
});

it('whatever the bytes, there is an answer in words', async () => {
  const part = fc.constantFrom(HEADER, ROW, ',', ';', '\n', '"', '\uFEFF', '\0', 'Ada', '46083.4', '\t');
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.array(part, { maxLength: 30 }).map((parts) => strToU8(parts.join(''))),
        fc.uint8Array({ maxLength: 200 }),
      ),
      async (bytes) => {
        for (const name of ['tickets.csv', 'week.xlsx']) {
          const { tables, told } = await read(name, bytes);
          const lists = readLists(tables);
          expect(told.length > 0 || tables.length > 0).toBe(true);
          if ('problems' in lists) for (const { message } of lists.problems) expect(message).not.toBe('');
        }
      },
    ),
    { numRuns: 60, seed: 5 },
  );
});

it('a folder without a list, and a file that is not there, are told', async () => {
  const { problems } = await readTables([join(folder, 'nowhere.csv'), tmpdir()]);
  expect(problems[0]?.message).toMatch(/does not exist/);
});
