import { chartOf } from '../randomChart.js';
import { increment, noisy, note, when } from './note.js';

/** Parallel states: one event in several regions, conflicts between them, several targets, and what always asks. */
export const regions = [
  chartOf('both-regions', {
    type: 'parallel',
    states: {
      a: { initial: 'one', states: { one: noisy('a1', { on: { GO: 'two' } }), two: noisy('a2', { on: { GO: 'one' } }) } },
      b: { initial: 'one', states: { one: noisy('b1', { on: { GO: 'two' } }), two: noisy('b2', { on: { BACK: 'one' } }) } },
      c: noisy('c', { on: { GO: { actions: note('c stays') } } }),
    },
    on: { GO: { actions: note('nobody inside') }, BACK: { actions: note('back') } },
  }),
  chartOf('one-leaves-all', {
    initial: 'p',
    states: {
      p: {
        ...noisy('p'),
        type: 'parallel',
        states: {
          a: { initial: 'x', states: { x: noisy('ax', { on: { GO: '#m.out', E: 'y' } }), y: noisy('ay', { on: { GO: 'x' } }) } },
          b: {
            initial: 'x',
            states: { x: noisy('bx', { on: { GO: 'y', E: '#m.out' } }), y: noisy('by', { on: { GO: '#m.out' } }) },
          },
        },
        on: { BOTH: { target: ['.a.y', '.b.y'] } },
      },
      out: noisy('out', { on: { BOTH: { target: ['#m.p.a.y', '#m.p.b.y'] }, ONE: '#m.p.b.y' } }),
    },
  }),
  chartOf('regions-in-regions', {
    type: 'parallel',
    states: {
      a: {
        type: 'parallel',
        states: {
          a1: { initial: 'x', states: { x: noisy('a1x', { on: { E: 'y' } }), y: noisy('a1y', { on: { F: '#m.a' } }) } },
          a2: {
            initial: 'x',
            states: { x: noisy('a2x', { on: { E: 'y', F: { target: '#m.a', reenter: true } } }), y: noisy('a2y') },
          },
        },
      },
      b: noisy('b', { initial: 'x', states: { x: noisy('bx', { on: { E: 'y' } }), y: noisy('by', { on: { G: 'x' } }) } }),
    },
    on: { G: { target: '.a.a1.y', reenter: true } },
  }),
  chartOf('always-in-order-of-entering', {
    type: 'parallel',
    states: {
      a: {
        initial: 'x',
        states: {
          x: noisy('ax', { on: { A: 'z' }, always: { guard: when('atLeast', 'x', 'few'), target: 'y' } }),
          y: noisy('ay', { on: { A: 'x' } }),
          z: noisy('az', { on: { A: 'x' } }),
        },
      },
      b: {
        initial: 'x',
        states: {
          x: noisy('bx', { on: { B: 'z' }, always: { guard: when('atLeast', 'x', 'few'), target: 'y' } }),
          y: noisy('by', { on: { B: 'x' } }),
          z: noisy('bz', { on: { B: 'x' } }),
        },
      },
    },
    on: { COUNT: { actions: increment('x') }, ZERO: { actions: { type: 'reset', params: { counter: 'x' } } } },
  }),
];
