import { chartOf, compileChart, FEATURES } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { canBeDone } from './canBeDone.js';
import { controllerTables } from './controllerCharts.js';
import { standingOf, stateBytes } from './stateBytes.js';
import { stateLayout } from './stateLayout.js';

const deep = compileChart(
  chartOf('deep', {
    initial: 'p',
    states: {
      p: {
        type: 'parallel',
        states: {
          left: { initial: 'a', states: { a: {}, b: {} } },
          right: { initial: 'a', states: { a: {}, b: {} } },
          again: { type: 'history', history: 'deep' },
          near: { type: 'history' },
        },
        on: { OUT: 'out' },
      },
      out: { on: { BACK: 'p.again' } },
      end: { type: 'final' },
    },
  }),
);

describe('stateLayout', () => {
  it('gives a cartridge four bytes and the interlock one for each region', () => {
    expect(controllerTables().map((table) => [table.chart, stateLayout(table).bytes])).toEqual([
      ['cartridge', 4],
      ['interlock', 5],
    ]);
  });

  it('puts leaves first, then counters, memories and the end', () => {
    expect(stateLayout(deep)).toEqual({
      leaves: 2,
      countersAt: 2,
      memories: [
        { history: 8, at: 4, bytes: 2 },
        { history: 9, at: 6, bytes: 2 },
      ],
      doneAt: 8,
      bytes: 9,
    });
  });
});

describe('stateBytes', () => {
  it('keeps the order of leaves, the counters, and what is remembered', () => {
    const standing = { configuration: { leaves: [7, 3], remembered: [[4, 6], []], done: false }, counters: [9, 255] };
    expect([...stateBytes(deep, standing)]).toEqual([7, 3, 9, 255, 4, 6, 0xff, 0xff, 0]);
    expect(standingOf(deep, stateBytes(deep, standing))).toEqual(standing);
  });

  it('refuses more leaves than the table allows', () => {
    const configuration = { leaves: [3, 4, 6], remembered: [], done: false };
    expect(() => stateBytes(deep, { configuration, counters: [0, 0] })).toThrow(RangeError);
  });
});

describe('canBeDone', () => {
  it('is so exactly for the feature charts that reach an end', () => {
    const ends = FEATURES.filter((definition) => canBeDone(compileChart(definition))).map(({ name }) => name);
    expect(ends).toContain('chart-done');
    expect(ends).toContain('parallel-chart-done');
    expect(ends).not.toContain('regions-done');
  });
});
