import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHARTS, type ChartDefinition, type ChartTable, compileChart, parameterValues, TableEngine } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { CORNERS } from '../board/CORNERS.js';
import { compareBoard } from '../board/compareBoard.js';
import { sequencesOf } from '../board/sequencesOf.js';
import { CONTROLLER_CHARTS, controllerTables } from '../emit/controllerCharts.js';
import { buildProgram, FIRMWARE } from './buildProgram.js';
import { firmwareFigures } from './firmwareFigures.js';
import { HostBoard } from './HostBoard.js';
import { avrBoard, inBatches } from './programs.js';
import { stackBound } from './stackBound.js';

const PLAN = { maxStates: 40, walks: 1, walkSteps: 300, seed: 2 };

describe('the firmware', () => {
  it('fits the charts of 48 cartridges and the interlock into less than 4 KiB of RAM', () => {
    const { staticRam, stack, programFlash } = firmwareFigures(controllerTables());
    expect(staticRam).toBeGreaterThanOrEqual(48 * 4 + 3);
    expect(staticRam + stack).toBeLessThan(4096);
    expect(programFlash).toBeLessThan(256 * 1024);
  });

  it('takes no more stack than chart.h states, and chart.h does not exaggerate', () => {
    const stated = Number(/#define CHART_STACK_BYTES (\d+)/.exec(readFileSync(join(FIRMWARE, 'chart.h'), 'utf8'))?.[1]);
    const { stepStack } = firmwareFigures(controllerTables());
    expect(stepStack).toBeLessThanOrEqual(stated);
    expect(stepStack).toBeGreaterThan(stated - 32);
  });

  it('takes no more stack on the emulated AVR than the sum along its calls', () => {
    const [batch = []] = inBatches(CHARTS).batches;
    const board = avrBoard(batch);
    for (const [chart, { definition, table }] of batch.entries()) {
      const limits = parameterValues(definition.name, definition.parameters);
      const engine = new TableEngine(definition, table);
      const { closure, walks } = sequencesOf(engine, table, limits, PLAN);
      compareBoard({ board, chart, table, engine, engineName: 'tables', limits }, [...closure, ...walks]);
    }
    const tables = batch.map(({ table }) => table);
    const { bytes } = stackBound(buildProgram(tables, 'avr'), 'program', 'main');
    expect(board.deepestStackBytes).toBeLessThanOrEqual(bytes);
    expect(board.deepestStackBytes).toBeGreaterThan(bytes / 2);
  });
});

describe('a program', () => {
  it.each(CONTROLLER_CHARTS)('of $name alone builds with every warning an error, on both compilers', (definition) => {
    const tables = [compileChart(definition)];
    for (const target of ['host', 'avr'] as const) expect(buildProgram(tables, target)).toContain(target);
  });
});

describe('the comparison', () => {
  const [definition] = CONTROLLER_CHARTS as readonly [(typeof CONTROLLER_CHARTS)[number]];
  const table = compileChart(definition);
  const limits = parameterValues(definition.name, definition.parameters);
  const engine = new TableEngine(definition, table);
  const { closure, walks } = sequencesOf(engine, table, limits, PLAN);

  /** What a comparison finds when the board runs another table than the engine. */
  function found(changed: ChartTable): string | null {
    const board = new HostBoard([changed]);
    return compareBoard({ board, chart: 0, table, engine, engineName: 'tables', limits }, [...closure, ...walks]).difference;
  }

  it('finds nothing in the chart itself', () => {
    expect(found(table)).toBeNull();
  });

  it('finds a limit that is one more, and says after which event', () => {
    const limitsPlusOne = table.limits.map((limit) => ({ ...limit, value: limit.value + 1 }));
    expect(found({ ...table, limits: limitsPlusOne })).toMatch(/the engine says/);
  });

  it('finds two operations in the wrong order', () => {
    const states = table.states.map((state) => ({ ...state, entry: [...state.entry].reverse() }));
    expect(found({ ...table, states })).not.toBeNull();
  });

  it('finds a counter that saturates too early', () => {
    const counting = CORNERS.find(({ name }) => name === 'limit-300') as ChartDefinition;
    const right = compileChart(counting);
    const board = new HostBoard([{ ...right, counters: right.counters.map((counter) => ({ ...counter, max: 254 })) }]);
    const given = {
      board,
      chart: 0,
      table: right,
      engine: new TableEngine(counting, right),
      engineName: 'tables',
      limits: parameterValues(counting.name, counting.parameters),
    };
    const { closure: steps } = sequencesOf(given.engine, right, given.limits, PLAN);
    expect(compareBoard(given, steps).difference).toMatch(/\[255,/);
  });

  it('shortens a long sequence to the events that matter', () => {
    const states = table.states.map((state) => ({ ...state, entry: [...state.entry].reverse() }));
    const board = new HostBoard([{ ...table, states }]);
    const { shortest, disagreement } = compareBoard({ board, chart: 0, table, engine, engineName: 'tables', limits }, walks);
    expect(shortest?.events.map((event) => table.events[event]?.name)).toEqual(['VEND']);
    expect(disagreement?.way.map(({ event, before }) => [event, before])).toEqual([['VEND', ['home']]]);
    const [expected, said] = disagreement?.answers ?? [];
    expect(said?.active).toEqual(expected?.active);
    expect(said?.lines).not.toEqual(expected?.lines);
    expect(said?.lines.toSorted()).toEqual(expected?.lines.toSorted());
  });
});
