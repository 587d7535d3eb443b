import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { dataProblemInWords } from '../../realData/DataProblem.js';
import { readRegion } from './readRegion.js';
import type { NamedText } from './readRegionHeader.js';
import { regionFromTables } from './regionFromTables.js';
import { regionSheets } from './regionSheets.js';
import { regionTemplate } from './regionTemplate.js';
import { regionWorkbook } from './regionWorkbook.js';

const ZONE = { zone: 'America/Toronto' };

async function regionOf(text: string, settings: Readonly<Record<string, unknown>> = ZONE) {
  const read = await regionSheets('towns.csv', text);
  if ('problems' in read) throw new Error(read.problems[0]?.message);
  return regionFromTables('own', read.sheets, settings);
}

const told = (found: Awaited<ReturnType<typeof regionOf>>) => ('problems' in found ? found.problems.map(dataProblemInWords) : []);

describe("a planner's spreadsheet", () => {
  it('of places and people is enough: the rest is assumed, and said', async () => {
    const found = await regionOf(
      'Our towns, 2026\n\nTown;Lat;Lon;People\nSault Ste. Marie;46,52;-84,33;52\nWawa;47.99;-84.77;2\n',
    );
    if ('problems' in found) throw new Error(told(found).join('\n'));
    const { region, notes } = found;
    expect(region.places.map(({ id, lat, people }) => [id, lat, people.likely])).toEqual([
      ['sault-ste-marie', 46.52, 52],
      ['wawa', 47.99, 2],
    ]);
    expect(region.candidates.map(({ id }) => id)).toEqual(['sault-ste-marie-community', 'wawa-community']);
    expect(region.travel.roadFactor).toBe(1.3);
    expect(region.support.technicians.map(({ place }) => place)).toEqual(['sault-ste-marie']);
    expect(notes).toHaveLength(3);
  });

  it('with merged cells, stray text, a sum and a place without coordinates says what to mend, cell by cell', async () => {
    const found = await regionOf(
      'name,latitude,longitude,people,\nHarbour,48.4,-89.2,twenty,\nLanding,,,9,\n,48.1,-89,3,\nHill,48.7,-89.1,4,ask Ann\nTotal,,,36,\n',
    );
    expect(told(found)).toEqual([
      "towns.csv, row 5, column E: 'ask Ann' stands in a column without a heading; take it out, or give the column one",
      "towns.csv, row 2, column D (people): 'twenty' is not a number of people; write a number from 0 to 100000",
      expect.stringMatching(
        /row 3, column A \(name\): 'Landing' has no coordinates, so no way can lead to it; write its latitude/,
      ),
      expect.stringMatching(/row 4, column A \(name\): the cell name is empty \(of merged cells only the first has a value\)/),
      "towns.csv, row 6, column A (name): 'Total' is a sum, and no place; take the row out",
    ]);
  });

  it('and its settings are held to the same rules as a file', async () => {
    const text = 'name,latitude,longitude,people\nHarbour,48.4,-89.2,20\n';
    expect(told(await regionOf(text, { ...ZONE, travel: { willing: '5 min' } }))).toEqual([
      expect.stringMatching(/^the settings: travel.willing: '5 min' is a length of time, and here stands a length/),
    ]);
    expect(told(await regionOf(text, { zone: 'America/Torono' })).join()).toMatch(/did you mean America\/Toronto/);
    expect(told(await regionOf('name,latitude,longitude\nHarbour,48.4,-89.2\n'))).toEqual([
      'the lists: give people to no place, so no site can serve anybody; fill the column people',
    ]);
  });

  it('may be a workbook, of whose sheets those called after lists are read', async () => {
    const sheet = (rows: string) => `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;
    const cells = (row: number, values: readonly (string | number)[]) =>
      `<row r="${row}">${values.map((value, i) => cell(`${'ABCDEF'[i]}${row}`, value)).join('')}</row>`;
    const places = sheet(cells(1, ['name', 'latitude', 'longitude', 'people']) + cells(2, ['Harbour', 48.4, -89.2, 20]));
    const sites = sheet(cells(1, ['place', 'setting']) + cells(2, ['Harbour', 'pharmacy']));
    const read = await regionSheets('region.xlsx', workbook({ Places: places, Notes: sheet(''), Sites: sites }));
    if ('problems' in read) throw new Error(read.problems[0]?.message);
    const found = regionFromTables('own', read.sheets, ZONE);
    expect('region' in found && found.region.candidates.map(({ id }) => id)).toEqual(['harbour-pharmacy']);
  });

  it('may say its wishes in a sheet too, and is told of them by row; the template reads as it stands', async () => {
    const read = await regionSheets('our.xlsx', regionWorkbook());
    if ('problems' in read) throw new Error(read.problems[0]?.message);
    const found = regionFromTables('own', read.sheets);
    if ('problems' in found) throw new Error(told(found).join('\n'));
    const [yaml, places, links, candidates] = regionTemplate().map(({ ends, text }) => ({ file: `own${ends}`, text }));
    const same = readRegion({
      id: 'own',
      region: yaml as NamedText,
      places: places as NamedText,
      links: links as NamedText,
      candidates: candidates as NamedText,
    });
    const {
      targets,
      travel,
      places: towns,
      links: ways,
      candidates: sites,
      support,
    } = 'region' in same ? same.region : found.region;
    expect(found.region).toMatchObject({
      targets,
      travel: { furthestKm: travel.furthestKm },
      places: towns,
      links: ways,
      candidates: sites,
      support,
    });
    expect(found.region.budget.machines).toBe(4);
    const wishes = [
      ['wish', 'value'],
      ['served', 'fifty'],
      ['reeched', '60 %'],
      ['Technician place', 'Harbour'],
      ['served', 0.5],
    ];
    const wrong = regionFromTables(
      'own',
      [
        ...read.sheets.filter(({ list }) => list !== 'wishes'),
        { list: 'wishes', file: 'our.xlsx', sheet: 'wishes', rows: wishes },
      ],
      ZONE,
    );
    expect(told(wrong)).toEqual([
      "our.xlsx, sheet wishes, row 3, column A: 'reeched' is no wish; did you mean reached?",
      "our.xlsx, sheet wishes, row 5, column A: 'served' is there twice; keep one of the two",
      expect.stringMatching(/sheet wishes, row 2, column B \(value\): 'fifty' is no share/),
    ]);
  });
});

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function cell(at: string, value: string | number): string {
  return typeof value === 'number'
    ? `<c r="${at}"><v>${value}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
}

/** A workbook with these sheets and nothing else. */
function workbook(sheets: Readonly<Record<string, string>>): Uint8Array {
  const names = Object.keys(sheets);
  const relations = names.map(
    (_, i) => `<Relationship Id="r${i}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const list = names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i}"/>`).join('');
  return zipSync({
    'xl/workbook.xml': strToU8(`<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    ),
    ...Object.fromEntries(names.map((name, i) => [`xl/worksheets/sheet${i + 1}.xml`, strToU8(sheets[name] ?? '')])),
  });
}
