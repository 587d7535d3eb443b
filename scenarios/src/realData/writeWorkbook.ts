import { strToU8, zipSync } from 'fflate';
import { columnLetters } from './DataProblem.js';
import type { Cell } from './Table.js';

/** A sheet to be written: rows of cells, the first in bold and kept in view, columns as wide as what stands in them. */
export interface SheetToWrite {
  readonly sheet: string;
  readonly rows: readonly (readonly Cell[])[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const [NARROWEST, WIDEST] = [8, 60];
/** Archives carry the time of each file; the same sheets shall give the same bytes. */
const WRITTEN = '2000-01-01T00:00:00';

/** A workbook (.xlsx, ECMA-376) with these sheets, as bytes. Touches no file. */
export function writeWorkbook(sheets: readonly SheetToWrite[]): Uint8Array<ArrayBuffer> {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relations([`${OFFICE}/officeDocument`, 'xl/workbook.xml']),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relations(
      ...sheets.map((_, i): Relation => [`${OFFICE}/worksheet`, `worksheets/sheet${i + 1}.xml`]),
      [`${OFFICE}/styles`, 'styles.xml'],
    ),
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(sheets.map(({ rows }, i) => [`xl/worksheets/sheet${i + 1}.xml`, worksheet(rows)])),
  };
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(`${XML}${xml}`)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(files), { mtime: WRITTEN }));
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`;

type Relation = readonly [type: string, target: string];

function relations(...some: readonly Relation[]): string {
  const each = some.map(([type, target], i) => `<Relationship Id="r${i + 1}" Type="${type}" Target="${target}"/>`);
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const part = (path: string, type: string) => `<Override PartName="/xl/${path}" ContentType="${SHEET_TYPE}.${type}+xml"/>`;
  const each = Array.from({ length: sheets }, (_, i) => part(`worksheets/sheet${i + 1}.xml`, 'worksheet'));
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook.xml', 'sheet.main')}${part('styles.xml', 'styles')}${each.join('')}</Types>`;
}

function workbook(sheets: readonly SheetToWrite[]): string {
  const each = sheets.map(({ sheet }, i) => `<sheet name="${escaped(sheet)}" sheetId="${i + 1}" r:id="r${i + 1}"/>`);
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each.join('')}</sheets></workbook>`;
}

function worksheet(rows: readonly (readonly Cell[])[]): string {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) => widthOf(rows.map((row) => row[i])));
  const cols = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const lines = rows.map((row, i) => {
    const cells = row.map((cell, column) => cellXml(cell, `${columnLetters(column)}${i + 1}`, i === 0));
    return `<row r="${i + 1}">${cells.join('')}</row>`;
  });
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function widthOf(cells: readonly (Cell | undefined)[]): number {
  const longest = Math.max(...cells.map((cell) => String(cell ?? '').length));
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}

function cellXml(cell: Cell, at: string, isHeading: boolean): string {
  if (cell === null) return '';
  const attributes = isHeading ? `r="${at}" s="1"` : `r="${at}"`;
  if (typeof cell === 'number') return `<c ${attributes}><v>${cell}</v></c>`;
  return `<c ${attributes} t="inlineStr"><is><t xml:space="preserve">${escaped(String(cell))}</t></is></c>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
