import { describe, expect, it } from 'vitest';
import { cartridgeDefinition } from '../charts/cartridge.chart.js';
import { parameterValues } from '../charts/parameters.js';
import { chartOf } from './evidence/randomChart.js';
import { TableEngine } from './TableEngine.js';
import { XStateEngine } from './XStateEngine.js';

const limits = parameterValues('cartridge', cartridgeDefinition.parameters);

describe('a chart on its tables', () => {
  it('[E9] the same step from the same state is the same object, so that nothing is made twice', () => {
    const engine = new TableEngine(cartridgeDefinition);
    const { state } = engine.start(limits);
    expect(engine.step(state, 'VEND')).toBe(engine.step(state, 'VEND'));
    expect(engine.start(limits).state).toBe(state);
    expect(engine.step(state, 'nobody knows this').state).toBe(state);
  });

  it('[E6] a counter set to what it was is no change, on either engine', () => {
    const definition = chartOf('still', {
      initial: 'a',
      states: { a: { on: { E: { actions: { type: 'reset', params: { counter: 'x' } } } } } },
    });
    const values = parameterValues('still', definition.parameters);
    const [tables, xstate] = [new TableEngine(definition), new XStateEngine(definition)];
    const [a, b] = [tables.start(values).state, xstate.start(values).state];
    expect(tables.step(a, 'E').state).toBe(a);
    expect(xstate.step(b, 'E').state).toBe(b);
  });

  it('[E5] each set of limits has states of its own', () => {
    const engine = new TableEngine(cartridgeDefinition);
    const walk = (further: number) => {
      const events = [
        'VEND',
        'CAM_OPENED',
        'CAM_CLOSED',
        'CAM_OPENED',
        'CAM_CLOSED',
        'xstate.after.dropWindowMs.cartridge.waitingForDrop',
      ];
      let { state } = engine.start({ ...limits, furtherHalfTurns: further });
      for (const event of events) ({ state } = engine.step(state, event));
      return state.configuration;
    };
    expect(walk(3)).toBe('moving.coil.halfTurn.leaving,moving.current.normal');
    expect(walk(0)).toBe('jammed.hungUp');
    expect(walk(3)).toBe('moving.coil.halfTurn.leaving,moving.current.normal');
  });

  it('[E7] a state saved by one engine is restored by the other, history and order of entering with it', () => {
    const definition = chartOf('saved', {
      type: 'parallel',
      states: {
        a: {
          initial: 'x',
          states: {
            x: { on: { A: 'y' }, always: { guard: atLeastFew, target: 'y' } },
            y: { on: { A: 'x' } },
            h: { type: 'history' },
          },
        },
        b: { initial: 'x', states: { x: { on: { B: 'y' } }, y: { on: { B: 'x' } } } },
      },
      on: { AGAIN: { target: '.b', reenter: true } },
    });
    const values = parameterValues('saved', definition.parameters);
    const [tables, xstate] = [new TableEngine(definition), new XStateEngine(definition)];
    let [a, b] = [tables.start(values).state, xstate.start(values).state];
    for (const event of ['A', 'AGAIN', 'A', 'B']) [a, b] = [tables.step(a, event).state, xstate.step(b, event).state];
    const saved = tables.save(a);
    expect(saved).toEqual({
      value: { a: 'y', b: 'y' },
      history: { 'm.a.h': ['m.a.y'] },
      counters: { x: 0, y: 0 },
    });
    expect(xstate.save(b)).toEqual(saved);
    expect(xstate.save(xstate.restore(saved, values))).toEqual(saved);
    expect(tables.save(tables.restore(xstate.save(b), values))).toEqual(saved);
    const turned = { ...(tables.save(tables.step(a, 'A').state) as object) };
    expect(turned).toMatchObject({ order: ['m.b.y', 'm.a.x'] });
  });

  it('[E8] a limit that no counter can take, and one that is missing, are refused at the start', () => {
    const definition = chartOf('set', { entry: { type: 'set', params: { counter: 'x', limit: 'few' } } });
    const engine = new TableEngine(definition);
    expect(() => engine.start({ few: 1.5 })).toThrow(/few, which is 1.5; a whole number from 0 was expected/);
    expect(() => engine.start({ few: -1 })).toThrow(RangeError);
    expect(() => engine.start({})).toThrow('the chart set has no limit few');
    expect(engine.start({ few: 300 }).state.counters).toEqual({ x: 255, y: 0 });
  });

  it.each(['*', 'xstate.init', 'xstate.stop', 'xstate.error.actor.x'])('[E8] %s steers XState and is no event', (event) => {
    const engine = new TableEngine(cartridgeDefinition);
    expect(() => engine.step(engine.start(limits).state, event)).toThrow(`chart cartridge cannot receive ${event}`);
  });

  it('[E9] a chart with more states than are kept runs on, and agrees with XState', () => {
    const events = { X: 'x', Y: 'y' };
    const on = Object.fromEntries(
      Object.entries(events).map(([event, counter]) => [event, { actions: { type: 'increment', params: { counter } } }]),
    );
    const definition = chartOf('wide', { initial: 'a', states: { a: { on } } });
    const values = parameterValues('wide', definition.parameters);
    const engine = new TableEngine(definition);
    let { state } = engine.start(values);
    const expected = { x: 0, y: 0 };
    for (let i = 0; i < 200; i++) {
      const from = state;
      for (let j = 0; j < 200; j++) ({ state } = engine.step(state, 'Y'));
      expect(state.counters).toEqual({ x: expected.x, y: 200 });
      ({ state } = engine.step(from, 'X'));
      expected.x += 1;
    }
    expect(state.counters).toEqual({ x: 200, y: 0 });
    expect(engine.step(state, 'nobody').state).toBe(state);
  });
});

const atLeastFew = { type: 'atLeast', params: { counter: 'x', limit: 'few' } };
