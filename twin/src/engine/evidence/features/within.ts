import { raise } from 'xstate';
import { chartOf } from '../randomChart.js';
import { increment, noisy, note, when } from './note.js';

/** What happens inside one step: eventless transitions, raised events, counters, and their order. */
export const within = [
  chartOf('always-chain', {
    initial: 'a',
    states: {
      a: noisy('a', { on: { GO: 'b' } }),
      b: noisy('b', { always: [{ guard: when('below', 'x', 'many'), target: 'c' }, { target: 'd' }] }),
      c: noisy('c', { entry: increment('x'), always: { guard: when('equals', 'x', 'many'), target: 'd' }, on: { GO: 'b' } }),
      d: noisy('d', { on: { GO: 'a' } }),
    },
  }),
  chartOf('always-without-target', {
    initial: 'a',
    always: { guard: when('atLeast', 'x', 'few'), actions: note('root asks') },
    states: { a: noisy('a', { on: { COUNT: { actions: increment('x') }, GO: 'b' } }), b: noisy('b', { on: { GO: 'a' } }) },
  }),
  chartOf('raised-in-order', {
    initial: 'a',
    states: {
      a: noisy('a', {
        on: { GO: { target: 'b', actions: [raise({ type: 'FIRST' }), note('go'), raise({ type: 'SECOND' })] } },
        exit: raise({ type: 'LEFT' }),
      }),
      b: noisy('b', { on: { FIRST: { actions: note('first') }, SECOND: 'c', LEFT: { actions: note('left') }, BACK: 'a' } }),
      c: noisy('c', { on: { FIRST: 'b', BACK: 'a' } }),
    },
  }),
  chartOf('always-before-raised', {
    initial: 'a',
    states: {
      a: { on: { GO: { target: 'b', actions: raise({ type: 'SAID' }) } } },
      b: noisy('b', { always: { guard: when('below', 'x', 'few'), target: 'c' }, on: { SAID: 'd' } }),
      c: noisy('c', { on: { SAID: 'd', COUNT: { actions: increment('x') }, GO: 'a' } }),
      d: noisy('d', { on: { GO: 'a', COUNT: { actions: increment('x') } } }),
    },
  }),
  chartOf('saturating', {
    initial: 'a',
    states: {
      a: {
        on: {
          UP: { actions: [increment('x'), note('up')] },
          SET: { actions: { type: 'set', params: { counter: 'y', limit: 'many' } } },
          ASK: [
            { guard: when('atLeast', 'x', 'many'), actions: note('much') },
            { guard: when('equals', 'y', 'many'), actions: note('set') },
            { guard: when('below', 'x', 'few'), actions: note('little') },
          ],
          ZERO: { actions: { type: 'reset', params: { counter: 'x' } } },
        },
      },
    },
  }),
];
