import { readFileSync } from 'node:fs';
import { type ChartTable, chartOf, compileChart } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { CannotEmit } from './CannotEmit.js';
import { controllerFiles, controllerTables } from './controllerCharts.js';
import { emitChart } from './emitChart.js';
import { emitLimits } from './emitLimits.js';
import { emitProgram } from './emitProgram.js';
import { bytesOf, tableBytes } from './tableBytes.js';

const compiled = (config: Record<string, unknown>, name = 'small'): ChartTable => compileChart(chartOf(name, config));
const TWO = { initial: 'a', states: { a: { on: { GO: 'b' } }, b: {} } };

describe('emitChart', () => {
  it('names events, states and operations of a chart', () => {
    const { header } = emitChart(
      compiled({
        initial: 'a',
        states: {
          a: { on: { GO_ON: { target: 'b', actions: { type: 'signal', params: { name: 'gone', mode: 'far-off' } } } } },
          b: { after: { soonMs: 'a' } },
        },
      }),
    );
    for (const line of [
      'SMALL_EVENT_GO_ON = 1,',
      'SMALL_IN_B = 2',
      'SMALL_SIGNAL_GONE_FAR_OFF = 0,',
      'SMALL_SET_TIMER_SOON_MS_B = 1,',
      'SMALL_TIMER_SOON_MS_B = 0',
    ]) {
      expect(header).toContain(line);
    }
  });

  it('says how many bytes follow, and writes as many', () => {
    for (const table of controllerTables()) {
      const cells = tableBytes(table).flatMap(({ rows }) => rows.flatMap((row) => row.cells));
      const bytes = cells.reduce<number>((sum, cell) => sum + bytesOf(cell), 0);
      const { header, source } = emitChart(table);
      expect(header).toContain(`_TABLE_BYTES = ${bytes},`);
      const data = source.slice(source.indexOf('BOARD_FLASH = {')).replace(/\/\*.*?\*\//gs, '');
      const written = [...data.matchAll(/W\(\d+\)|CHART_LONG\(\d+\)|\b\d+\b/g)].map(([word]) =>
        word.startsWith('W') ? 2 : word.startsWith('CHART_LONG') ? 4 : 1,
      );
      expect(written.reduce<number>((sum, one) => sum + one, 0)).toBe(bytes);
    }
  });

  it('gives the same text each time', () => {
    expect(controllerFiles()).toEqual(controllerFiles());
  });

  it('is what stands in firmware/generated', () => {
    for (const { name, text } of controllerFiles()) {
      const committed = readFileSync(new URL(`../../firmware/generated/${name}`, import.meta.url), 'utf8');
      expect(committed === text, `${name} is stale: run npm run generate`).toBe(true);
    }
  });

  it('keeps a comment in a comment', () => {
    const { source } = emitChart(compiled({ initial: 'a', states: { a: { on: { GO: 'b*/' } }, 'b*/': {} } }));
    expect(source).toContain('a, GO -> b */');
  });
});

describe('CannotEmit', () => {
  it('refuses more states than a byte numbers', () => {
    const states = Object.fromEntries(Array.from({ length: 254 }, (_, i) => [`s${i}`, {}]));
    expect(() => emitChart(compiled({ initial: 's0', states }))).toThrow(
      new CannotEmit('small', '255 states, at most 254 fit a byte'),
    );
  });

  it('refuses limits that are no whole numbers, and delays beyond 32 bits', () => {
    const table = compiled(TWO);
    expect(() => emitChart({ ...table, limits: [{ name: 'few', value: 1.5 }] })).toThrow(CannotEmit);
    expect(() => emitChart({ ...table, limits: [{ name: 'few', value: -1 }] })).toThrow(CannotEmit);
    expect(() => emitChart({ ...table, delays: [{ name: 'longMs', ms: 2 ** 32 }] })).toThrow(CannotEmit);
  });

  it('refuses two charts whose names are one name in C', () => {
    expect(() => emitProgram([compiled(TWO, 'a-b'), compiled(TWO, 'a.b')])).toThrow(CannotEmit);
  });
});

describe('emitLimits', () => {
  it('holds the most that any chart needs', () => {
    const tables = controllerTables();
    const text = emitLimits(tables);
    const most = (of: (table: ChartTable) => number) => Math.max(...tables.map(of));
    expect(text).toContain(`#define CHART_MAX_STATES ${most(({ states }) => states.length)}u`);
    expect(text).toContain(`#define CHART_MAX_LEAVES ${most(({ bounds }) => bounds.leaves)}u`);
    expect(text).toContain(
      `#define CHART_MAX_RAISED ${Math.max(
        1,
        most(({ bounds }) => bounds.raised),
      )}u`,
    );
    expect(most(({ bounds }) => bounds.leaves)).toBe(5);
  });

  it('caps the queue of raised events only where it is told to', () => {
    const table = compiled(TWO);
    const wide = { ...table, bounds: { ...table.bounds, raised: 300 } };
    expect(() => emitLimits([wide])).toThrow(CannotEmit);
    expect(emitLimits([wide], 64)).toContain('#define CHART_MAX_RAISED 64u');
  });
});
