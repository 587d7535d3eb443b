import type { Cell, Table, TableName } from '../Table.js';

/** A list as a file would give it: a line each row, cells parted by bars. */
export function list(name: TableName, ...lines: string[]): Table {
  const rows = lines.map((line): Cell[] => line.split('|').map((cell) => cell.trim()));
  return { name, file: `${name}.csv`, sheet: null, rows };
}

/** Six people at one machine. */
export const people = (...more: string[]) =>
  list(
    'people',
    'person|machine|windows|attendance',
    ...['p01', 'p02', 'p03', 'p04', 'p05', 'p06'].map((id) => `${id}|box a|07:00-11:00|80 %`),
    ...more,
  );

export const sites = (...more: string[]) =>
  list('sites', 'site|machine|zone|province|setting|hours', 'quay|box a|America/Vancouver|BC|housing|always', ...more);

export const SHIFT_HEADER = 'who|role|start|end|key|site|zone|travel|asked';
export const shifts = (...more: string[]) =>
  list('shifts', SHIFT_HEADER, 'n7|nurse|2026-03-02 08:30|2026-03-02 16:30|yes||||', ...more);

export const TICKET_HEADER = 'ticket|machine|cause|cartridge|began|noticed|answered|set off|arrived|cleared|how';
export const tickets = (...lines: string[]) => list('tickets', TICKET_HEADER, ...lines);
