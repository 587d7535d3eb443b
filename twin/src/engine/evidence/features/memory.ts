import { chartOf } from '../randomChart.js';
import { noisy, note } from './note.js';

const inner = (history: 'shallow' | 'deep', more: Readonly<Record<string, unknown>> = {}) => ({
  initial: 'p',
  states: {
    p: noisy('p', {
      initial: { target: 'a', actions: note('p by default') },
      on: { OUT: 'away' },
      states: {
        a: noisy('a', { on: { NEXT: 'b' } }),
        b: noisy('b', {
          initial: { target: 'x', actions: note('b by default') },
          states: { x: noisy('x', { on: { NEXT: 'y' } }), y: noisy('y', { after: { soonMs: 'x' } }) },
        }),
        h: { type: 'history', history, ...more },
      },
    }),
    away: noisy('away', { on: { BACK: '#m.p.h', FRESH: 'p' } }),
  },
});

/** History states: shallow and deep, with and without a default, under compound and under parallel states. */
export const memory = [
  chartOf('shallow', inner('shallow')),
  chartOf('deep', inner('deep')),
  chartOf('shallow-with-default', inner('shallow', { target: 'b' })),
  chartOf('deep-with-deep-default', inner('deep', { target: 'b.y' })),
  ...(['shallow', 'deep'] as const).map((history) =>
    chartOf(`${history}-over-regions`, {
      initial: 'p',
      states: {
        p: {
          ...noisy('p'),
          type: 'parallel',
          on: { OUT: 'away' },
          states: {
            a: { initial: 'x', states: { x: noisy('ax', { on: { A: 'y' } }), y: noisy('ay', { on: { A: 'x' } }) } },
            b: { initial: 'x', states: { x: noisy('bx', { on: { B: 'y' } }), y: noisy('by', { on: { OUT: '#m.away' } }) } },
            h: { type: 'history', history },
          },
        },
        away: noisy('away', { on: { BACK: '#m.p.h' } }),
      },
    }),
  ),
];
