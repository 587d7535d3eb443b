import { chartOf } from '../randomChart.js';
import { noisy, note } from './note.js';

/** Final states: a compound state that is done, regions that are done together, and a chart that is done. */
export const completion = [
  chartOf('compound-done', {
    initial: 'a',
    states: {
      a: noisy('a', {
        initial: 'x',
        onDone: { target: 'b', actions: note('a is done') },
        states: { x: noisy('x', { on: { END: 'f', KEEP: 'g' } }), f: { type: 'final', entry: note('f') }, g: { type: 'final' } },
      }),
      b: noisy('b', { on: { AGAIN: 'a' } }),
    },
  }),
  chartOf('done-unheard', {
    initial: 'a',
    states: {
      a: { initial: 'x', on: { '*': { actions: note('star') } }, states: { x: { on: { END: 'f' } }, f: { type: 'final' } } },
    },
  }),
  chartOf('regions-done', {
    initial: 'p',
    states: {
      p: {
        type: 'parallel',
        onDone: 'after',
        states: {
          a: { initial: 'x', onDone: { actions: note('a done') }, states: { x: { on: { A: 'f' } }, f: { type: 'final' } } },
          b: {
            initial: 'x',
            onDone: { actions: note('b done') },
            states: { x: { on: { B: 'f', A: 'f' } }, f: { type: 'final' } },
          },
        },
      },
      after: noisy('after', { on: { BACK: 'p' } }),
    },
  }),
  chartOf('chart-done', {
    initial: 'a',
    on: { LATE: { actions: note('late') } },
    exit: note('exit root'),
    states: { a: noisy('a', { on: { END: 'f' } }), f: { type: 'final', entry: note('f'), exit: note('exit f') } },
  }),
  chartOf('parallel-chart-done', {
    type: 'parallel',
    exit: note('exit root'),
    on: { LATE: { target: '.a', reenter: true } },
    states: {
      a: noisy('a', { initial: 'x', states: { x: noisy('ax', { on: { A: 'f' } }), f: { type: 'final' } } }),
      b: noisy('b', {
        initial: 'x',
        states: { x: noisy('bx', { on: { B: 'f', LATE: { actions: note('bx') } } }), f: { type: 'final' } },
      }),
      c: { type: 'final' },
    },
  }),
];
