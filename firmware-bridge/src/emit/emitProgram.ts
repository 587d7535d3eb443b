import type { ChartTable } from '@dosetwin/twin';
import { CannotEmit } from './CannotEmit.js';
import { cName } from './cNames.js';
import { emitChart } from './emitChart.js';
import { emitLimits } from './emitLimits.js';
import { stateLayout } from './stateLayout.js';

/** A file that the emitter wrote: its name within a folder, and its text. */
export interface EmittedFile {
  readonly name: string;
  readonly text: string;
}

/** Everything that a program needs for these charts: their tables, and the most that any of them asks for. */
export function emitProgram(tables: readonly ChartTable[], mostRaised?: number): EmittedFile[] {
  const names = tables.map(({ chart }) => cName(chart).toLowerCase());
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new CannotEmit(twice, 'two charts of a program have this name in C');
  return [
    ...tables.flatMap((table, i) => {
      const { header, source } = emitChart(table);
      return [
        { name: `${names[i]}.c`, text: source },
        { name: `${names[i]}.h`, text: header },
      ];
    }),
    { name: 'chart_limits.h', text: emitLimits(tables, mostRaised) },
  ];
}

/**
 * `all_charts.h`: every chart of a program as one list, for programs that are told which by number. `mostOps` caps the room
 * for operations, whose bound is generous; a step that needed more would be a `CHART_FAULT`.
 */
export function emitRegistry(tables: readonly ChartTable[], mostOps: number): EmittedFile {
  const names = tables.map(({ chart }) => cName(chart).toLowerCase());
  const room = Math.min(mostOps, Math.max(1, ...tables.map(({ bounds }) => bounds.ops)));
  const state = Math.max(1, ...tables.map((table) => stateLayout(table).bytes));
  return {
    name: 'all_charts.h',
    text: `${[
      '/* Written by firmware-bridge/src/emit. To be included once: the tables come with it. */',
      ...names.map((name) => `#include "${name}.c"`),
      '',
      `enum { ALL_CHARTS = ${names.length} };`,
      '',
      'static const chart_t all_charts[ALL_CHARTS] = {',
      ...names.map((name, i) => `  {${name}_table, 0}${i === names.length - 1 ? '' : ','}`),
      '};',
      '',
      '/* The room that a step of any of them needs, and that the largest state needs. */',
      `enum { ALL_CHARTS_OPS = ${room}, ALL_CHARTS_STATE_BYTES = ${state} };`,
    ].join('\n')}\n`,
  };
}
