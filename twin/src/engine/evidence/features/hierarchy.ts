import { chartOf } from '../randomChart.js';
import { noisy, note } from './note.js';

/** States in states: who reacts first, who is left and entered, what re-entering adds, and events that are forbidden. */
export const hierarchy = [
  chartOf('innermost-first', {
    initial: 'a',
    on: { GO: { actions: note('root') }, ONLY_ROOT: { target: '.b' } },
    states: {
      a: noisy('a', {
        initial: 'x',
        on: { GO: { actions: note('a') } },
        states: { x: noisy('x', { on: { GO: { actions: note('x') }, NEXT: 'y' } }), y: noisy('y') },
      }),
      b: noisy('b', { on: { GO: {}, ONLY_ROOT: undefined } }),
    },
  }),
  chartOf('internal-and-re-entering', {
    initial: 'a',
    states: {
      a: noisy('a', {
        initial: { target: 'x', actions: note('by default') },
        on: {
          INSIDE: '.y',
          AGAIN: { target: '.y', reenter: true },
          SELF: 'a',
          SELF_AGAIN: { target: 'a', reenter: true },
          STAY: { actions: note('stay') },
          STAY_AGAIN: { reenter: true, actions: note('stay') },
        },
        states: { x: noisy('x', { on: { UP: '#m.a' } }), y: noisy('y', { on: { UP: { target: '#m.a', reenter: true } } }) },
      }),
    },
  }),
  chartOf('root-re-entered', {
    entry: note('enter root'),
    exit: note('exit root'),
    initial: 'a',
    on: { ROOT: { target: '.b', reenter: true }, INNER: '.b' },
    states: {
      a: noisy('a', { on: { WHOLE: '#m', WHOLE_AGAIN: { target: '#m', reenter: true } } }),
      b: noisy('b', { on: { BACK: 'a' } }),
    },
  }),
  chartOf('deep-target', {
    initial: 'a',
    states: {
      a: noisy('a', { on: { DEEP: '#m.b.c.d', MIDDLE: '#m.b.c' } }),
      b: noisy('b', {
        initial: { target: 'c', actions: note('into b') },
        states: {
          c: noisy('c', { initial: { target: 'e', actions: note('into c') }, states: { d: noisy('d'), e: noisy('e') } }),
        },
        on: { OUT: 'a' },
      }),
    },
  }),
];
