import { isSmall, OUTCOMES, OutcomeFold, partOfOutcome, type RunRecord, wholeOf } from '@dosetwin/scenarios';
import { surroundingsOf } from './incident/surroundingsOf.js';

const COLUMNS = ['scenario', 'variant', 'seed', 'measure', 'part', 'value', 'unit', 'says', 'how'];

/**
 * What a record comes to, for spreadsheets: one line a measure, RFC 4180, in UTF-8 with a header. Times are in milliseconds,
 * distances in metres; an empty value means that there was nothing to measure, and `<5` that a site's own lists hide it. No person and no person's hour is in it.
 */
export function renderCsv(record: RunRecord): string {
  const { scenario, variant, seed, length_us } = record.header;
  const read = surroundingsOf(record).scenario;
  const fold = new OutcomeFold({ contacts: read?.world.contacts ?? [] });
  for (const entry of record.entries) fold.add(entry);
  const end_us = record.end === null ? (record.entries.at(-1)?.t_us ?? 0) : length_us;
  const rows = Object.entries(fold.result(end_us)).map(([name, value]) => {
    const { says = '', unit = '', how = '' } = OUTCOMES[wholeOf(name)] ?? {};
    return [
      scenario,
      variant ?? '',
      seed,
      wholeOf(name),
      partOfOutcome(name) ?? '',
      shown(value, unit, read?.isImported === true),
      unit,
      says,
      how,
    ];
  });
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

const OF_PEOPLE: readonly string[] = ['doses', 'visits', 'people'];

/** Of people and what is theirs, a site's own lists show nothing below 5. */
function shown(value: number | null, unit: string, isImported: boolean): string | number {
  if (value === null) return '';
  return isImported && OF_PEOPLE.includes(unit) && isSmall(value) ? '<5' : value;
}

/** Quoted where it must be; a text that a spreadsheet would take for a formula is kept a text. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
