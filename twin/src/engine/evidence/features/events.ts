import { chartOf } from '../randomChart.js';
import { noisy, note, when } from './note.js';

/** Names of events: wildcards, prefixes, forbidden ones, and timers under wildcards. */
export const events = [
  chartOf('wildcards', {
    initial: 'a',
    on: { '*': { actions: note('root star') }, 'p.*': { actions: note('root prefix') } },
    states: {
      a: noisy('a', {
        on: {
          'p.*': { guard: when('below', 'x', 'few'), actions: note('prefix') },
          'p.q.*': { actions: note('longer prefix') },
          'p.q': { guard: when('atLeast', 'x', 'few'), actions: note('exact') },
          GO: 'b',
        },
      }),
      b: noisy('b', { on: { '*': 'a', 'p.q.r': {}, p: { actions: note('p itself') } } }),
    },
  }),
  chartOf('forbidden', {
    initial: 'a',
    on: { E: { actions: note('root') }, F: { target: '.b' } },
    states: {
      a: { on: { E: {}, F: [{ guard: when('atLeast', 'x', 'few') }], G: 'b', '*': 'b' } },
      b: { on: { E: undefined, G: 'a' } },
    },
  }),
  chartOf('timers', {
    initial: 'a',
    states: {
      a: noisy('a', {
        after: {
          soonMs: { actions: note('soon') },
          lateMs: [
            { guard: when('below', 'x', 'few'), target: 'b' },
            { target: 'a', reenter: true },
          ],
        },
        on: { COUNT: { actions: { type: 'increment', params: { counter: 'x' } } } },
      }),
      b: noisy('b', {
        after: { soonMs: 'a' },
        initial: 'x',
        states: { x: noisy('x', { after: { soonMs: 'y' } }), y: noisy('y') },
      }),
    },
  }),
  chartOf('timers-under-wildcards', {
    initial: 'a',
    on: { '*': { actions: note('star') } },
    states: {
      a: {
        after: { soonMs: { guard: when('atLeast', 'x', 'few'), target: 'b' } },
        on: { '*': { guard: when('atLeast', 'y', 'few'), target: 'b' } },
      },
      b: {},
    },
  }),
];
