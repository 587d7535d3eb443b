import type { ChartTable } from '@dosetwin/twin';
import { cName, distinct, opName, pathOf, timerName } from './cNames.js';
import { stateLayout } from './stateLayout.js';
import type { Cell, TableSection } from './TableSection.js';
import { bytesOf, tableBytes } from './tableBytes.js';

export interface EmittedChart {
  /** `cartridge.h`: the names of everything. */
  readonly header: string;
  /** `cartridge.c`: the table itself. */
  readonly source: string;
}

const WIDTH = 120;

/** One chart as C99: constant bytes, and a header that names its events, states, operations, timers and limits. */
export function emitChart(table: ChartTable): EmittedChart {
  const sections = tableBytes(table);
  const cells = sections.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const bytes = cells.reduce<number>((sum, cell) => sum + bytesOf(cell), 0);
  return { header: headerOf(table, bytes), source: sourceOf(table, sections) };
}

function headerOf(table: ChartTable, bytes: number): string {
  const { chart, events, states, ops, timers, limits, counters, bounds } = table;
  const prefix = cName(chart);
  const name = prefix.toLowerCase();
  const guard = `CHART_${prefix}_H`;
  const numbers = [
    `${prefix}_TABLE_BYTES = ${bytes},`,
    `${prefix}_STATE_BYTES = ${stateLayout(table).bytes},`,
    `${prefix}_COUNTERS_AT = ${stateLayout(table).countersAt},`,
    `${prefix}_MOST_OPS = ${Math.max(1, bounds.ops)}`,
  ];
  return `${[
    `/* The chart ${chart}, written by firmware-bridge/src/emit; npm run generate writes it anew. */`,
    `#ifndef ${guard}`,
    `#define ${guard}`,
    '',
    '#include "board.h"',
    '#include "chart.h"',
    '',
    `extern const uint8_t ${name}_table[] BOARD_FLASH;`,
    '',
    '/* Bytes of the table in flash, of one instance in RAM, where its counters begin, and the room that one step needs. */',
    `enum { ${numbers.join(' ')} };`,
    '',
    ...enumOf(`${name}_event`, 'Events.', [...events.keys()], (i) => cName(prefix, 'event', eventName(table, i))),
    ...enumOf(`${name}_state`, 'States, in document order.', [...states.keys()], (i) =>
      cName(prefix, 'in', i === 0 ? 'chart' : pathOf(states, i)),
    ),
    ...enumOf(`${name}_op`, 'Operations that leave the chart.', yields(ops), (i) =>
      cName(prefix, opName(table, ops[i] as (typeof ops)[number])),
    ),
    ...enumOf(`${name}_timer`, 'Timers, by delay and the state that waits.', [...timers.keys()], (i) =>
      cName(prefix, 'timer', timerName(table, i)),
    ),
    ...enumOf(`${name}_limit`, 'Limits.', [...limits.keys()], (i) => cName(prefix, 'limit', limits[i]?.name ?? '')),
    ...enumOf(`${name}_counter`, 'Counters.', [...counters.keys()], (i) => cName(prefix, 'counter', counters[i]?.name ?? '')),
    '#endif',
  ].join('\n')}\n`;
}

function yields(ops: ChartTable['ops']): number[] {
  return [...ops.keys()].filter((i) => ['effect', 'set-timer', 'cancel-timer'].includes(ops[i]?.op ?? ''));
}

function eventName({ events, timers }: ChartTable, event: number): string {
  const { name, kind } = events[event] as ChartTable['events'][number];
  if (kind === 'other') return 'other';
  const timer = timers.find((one) => one.event === event);
  return timer === undefined ? name.replace(/^xstate\./, '') : name.replace(/^xstate\.after\.(\w+)\.[^.]+\.?/, 'after.$1.');
}

function enumOf(name: string, comment: string, indices: readonly number[], nameOf: (index: number) => string): string[] {
  if (indices.length === 0) return [];
  const names = distinct(indices.map(nameOf));
  return [
    `/* ${comment} */`,
    `enum ${name} {`,
    ...indices.map((index, i) => `  ${names[i]} = ${index}${i === indices.length - 1 ? '' : ','}`),
    '};',
    '',
  ];
}

function sourceOf({ chart }: ChartTable, sections: readonly TableSection[]): string {
  const lines = sections
    .filter(({ rows }) => rows.length > 0)
    .flatMap(({ title, rows }) => [
      '',
      `  /* ${title} */`,
      ...rows.map(({ comment, cells }) => `  /* ${plain(comment)} */ ${cells.map(cellOf).join(', ')},`),
    ]);
  const last = lines.length - 1;
  lines[last] = (lines[last] as string).replace(/,$/, '');
  const name = cName(chart).toLowerCase();
  return `${[
    `/* The chart ${chart}, written by firmware-bridge/src/emit; npm run generate writes it anew. Laid out by chart_layout.h. */`,
    `#include "${name}.h"`,
    '',
    '#if CHART_TABLE_VERSION != 1',
    '#error "this table is of version 1"',
    '#endif',
    '',
    '#define W(number) CHART_WORD(number)',
    '',
    `const uint8_t ${name}_table[${cName(chart)}_TABLE_BYTES] BOARD_FLASH = {`,
    ...lines.slice(1).flatMap(folded),
    '};',
    '',
    '#undef W',
  ].join('\n')}\n`;
}

function cellOf(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  return 'word' in cell ? `W(${cell.word})` : `CHART_LONG(${cell.long})`;
}

/** What would end or nest a comment, or not be ASCII, is left out. */
function plain(comment: string): string {
  return comment.replace(/\*\/|\/\*|[^\x20-\x7e]/g, '');
}

/** A line that is too long, in several. */
function folded(line: string): string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > WIDTH && rest.indexOf(', ', 60) > 0) {
    const at = Math.max(rest.lastIndexOf(', ', WIDTH), rest.indexOf(', ', 60));
    lines.push(rest.slice(0, at + 1));
    rest = `      ${rest.slice(at + 2)}`;
  }
  return [...lines, rest];
}
