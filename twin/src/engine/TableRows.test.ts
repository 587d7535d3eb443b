import { describe, expect, it } from 'vitest';
import { CHARTS } from '../CHARTS.js';
import { cartridgeDefinition } from '../charts/cartridge.chart.js';
import { parameterValues } from '../charts/parameters.js';
import { RandomStream } from '../kernel/random.js';
import type { ChartStep } from './ChartEngine.js';
import { ConfigurationSpace } from './ConfigurationSpace.js';
import { compileChart } from './compile/compileChart.js';
import { TableEngine } from './TableEngine.js';
import { TableRows } from './TableRows.js';

const table = compileChart(cartridgeDefinition);
const values = parameterValues('cartridge', cartridgeDefinition.parameters);

describe('many components as rows', () => {
  it.each(CHARTS)('[E9] rows of $name do what single components do, each by itself, whatever is saved between', (definition) => {
    const limits = parameterValues(definition.name, definition.parameters);
    const engine = new TableEngine(definition);
    const space = new ConfigurationSpace(engine.table);
    const rows = new TableRows(space, 5, limits);
    const luck = new RandomStream(7, definition.name, 'rows');
    const steps = Array.from({ length: rows.rows }, (_, row) => {
      rows.start(row, 0);
      return engine.start(limits) as ChartStep<never>;
    });
    for (let i = 0; i < 400; i++) {
      const row = luck.integer(0, rows.rows - 1);
      const event = luck.integer(0, engine.table.events.length - 1);
      const end = rows.step(row, event, i);
      steps[row] = engine.step((steps[row] as ChartStep<never>).state, space.eventNumbers.exampleOf(event)) as ChartStep<never>;
      const { state, effects } = steps[row] as ChartStep<never>;
      const { timers: _, ...saved } = rows.save(row) as { timers: unknown };
      expect(saved).toEqual(engine.save(state));
      expect(space.yieldsTo(end) - space.yieldsFrom(end)).toBe(effects.length);
      if (luck.chance(0.2)) rows.restore(row, JSON.parse(JSON.stringify(rows.save(row))));
    }
  });

  it('[E4] timers are due after their delays, the one that was set first goes first, and one that fired is gone', () => {
    const rows = new TableRows(new ConfigurationSpace(table), 2, values);
    const send = (name: string, now: number) => rows.step(1, rows.space.eventNumbers.numberOf(name), now);
    rows.start(1, 0);
    expect(rows.nextTimer(1)).toBe(-1);
    send('VEND', 10);
    send('CURRENT_HIGH', 1_010 - 250);
    const pending = (rows.save(1) as unknown as { timers: { name: string; dueMs: number }[] }).timers;
    expect(pending).toEqual([
      { name: 'xstate.after.motionLimitMs.cartridge.moving', dueMs: 5_010 },
      { name: 'xstate.after.camOpenTimeoutMs.cartridge.moving.coil.leaving', dueMs: 1_010 },
      { name: 'xstate.after.stallCurrentMs.cartridge.moving.current.high', dueMs: 1_010 },
    ]);
    const first = rows.nextTimer(1);
    expect(table.timers[first]?.name).toBe('xstate.after.camOpenTimeoutMs.cartridge.moving.coil.leaving');
    rows.restore(1, JSON.parse(JSON.stringify(rows.save(1))));
    expect(rows.nextTimer(1)).toBe(first);
    rows.fire(1, first);
    expect(rows.save(1)).toMatchObject({ value: { jammed: 'misaligned' }, timers: [{ dueMs: 2_010 }] });
    expect(() => rows.fire(1, first)).toThrow('is not pending in row 1');
    expect(rows.nextTimer(0)).toBe(-1);
  });

  it('[E7] a row of another chart is refused', () => {
    const rows = new TableRows(new ConfigurationSpace(table), 1, values);
    expect(() => rows.restore(0, { value: 'away', counters: {}, timers: [] })).toThrow('it was saved by another chart');
    expect(() => rows.restore(0, { value: 'home', counters: {}, timers: [{ name: 'x', dueMs: 1 }] })).toThrow('has no timer x');
    expect(() => new TableRows(new ConfigurationSpace(table), 1, { closingsBeforeLast: 1, furtherHalfTurns: 1 })).toThrow(
      'is no parameter',
    );
  });
});
