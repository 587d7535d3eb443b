import type { ChartTable, TableOp } from '@dosetwin/twin';
import { cName, opName } from '../emit/cNames.js';
import { controllerTables } from '../emit/controllerCharts.js';

/** What the board does for each operation that leaves a chart: `firmware/generated/effects.c` and its header. */
export interface EffectsFiles {
  readonly header: string;
  readonly source: string;
}

type Effect = Extract<TableOp, { readonly op: 'effect' }>;

const MADE = 'written by firmware-bridge/src/firmware; npm run generate writes it anew';
/** What an actuator is driven to, by the numbers that the board knows. */
const DRIVES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  motor: { stop: 0, run: 1 },
  bolt: { out: 0, back: 1 },
  diverter: { box: 0, reject: 1 },
};
/** Slots that a signal takes along, as bits. */
const TAKES: Readonly<Record<string, number>> = { order: 1, cartridge: 2 };

/** @throws where a chart of the controller asks for something that the board cannot do */
export function effectsFiles(tables: readonly ChartTable[] = controllerTables()): EffectsFiles {
  const header = [
    `/* What leaves the charts, in the board's words, ${MADE}. */`,
    '#ifndef EFFECTS_H',
    '#define EFFECTS_H',
    '',
    '#include "board.h"',
    '',
    '/* Four bytes for each operation: its kind, then two arguments, then for a signal the slots that it takes along. */',
    'enum { EFFECT_BYTES = 4 };',
    'enum { EFFECT_NONE = 0, EFFECT_SIGNAL = 1, EFFECT_DRIVE = 2, EFFECT_TELL_MOTION = 3 };',
    `enum { ${Object.entries(TAKES)
      .map(([slot, bit]) => `EFFECT_TAKES_${cName(slot)} = ${bit}`)
      .join(', ')} };`,
    `enum { ${Object.keys(DRIVES)
      .map((actuator, i) => `ACTUATOR_${cName(actuator)} = ${i}`)
      .join(', ')} };`,
    '',
    ...tables.map(({ chart }) => `extern const uint8_t ${cName(chart).toLowerCase()}_effects[] BOARD_FLASH;`),
    '',
    '#endif',
  ];
  const source = [
    `/* What leaves the charts, in the board's words, ${MADE}. */`,
    '#include "effects.h"',
    '',
    '#include "cartridge.h"',
    '#include "registers.h"',
    ...tables.flatMap((table) => ['', ...tableOf(table)]),
  ];
  return { header: `${header.join('\n')}\n`, source: `${source.join('\n')}\n` };
}

function tableOf(table: ChartTable): string[] {
  const rows = table.ops.map((op) => `  /* ${opName(table, op)} */ ${rowOf(table, op)}`);
  return [`const uint8_t ${cName(table.chart).toLowerCase()}_effects[] BOARD_FLASH = {`, rows.join(',\n'), '};'];
}

function rowOf({ chart }: ChartTable, op: TableOp): string {
  if (op.op !== 'effect') return 'EFFECT_NONE, 0, 0, 0';
  const word = (name: string) => String(op.params[name]);
  if (op.type === 'signal') return signalOf(op);
  if (op.type === 'tell' && word('role') === 'motion')
    return `EFFECT_TELL_MOTION, ${cName('cartridge event', word('event'))}, 0, 0`;
  const to = DRIVES[word('actuator')]?.[word('to')];
  if (op.type === 'drive' && to !== undefined) return `EFFECT_DRIVE, ACTUATOR_${cName(word('actuator'))}, ${to}, 0`;
  throw new Error(`chart ${chart}: the board cannot ${op.type} ${JSON.stringify(op.params)}`);
}

function signalOf({ params }: Effect): string {
  const mode = typeof params.mode === 'string' ? cName('mode', params.mode) : '0';
  const takes = ((params.with ?? []) as readonly string[]).map((slot) => `EFFECT_TAKES_${cName(slot)}`).join(' | ');
  return `EFFECT_SIGNAL, ${cName('signal', String(params.name))}, ${mode}, ${takes === '' ? '0' : takes}`;
}
