import { type ChartDefinition, chartOf } from '@dosetwin/twin';

const note = (kind: string) => ({ type: 'record', params: { kind } });
const increment = { type: 'increment', params: { counter: 'x' } };
const reached = { type: 'equals', params: { counter: 'x', limit: 'few' } };

/**
 * Corners of the interpreter that neither our charts nor those of one feature each come to: each was written because a change
 * of the C code by hand went unnoticed without it, and each has two features or more meet.
 */
export const CORNERS: readonly ChartDefinition[] = [
  // Regions are asked in the opposite order once the chart is done.
  chartOf('regions-turned-round', {
    type: 'parallel',
    states: {
      a: {
        initial: 'on',
        on: { E: { actions: note('a') } },
        states: { on: { on: { GO: 'off' } }, off: { type: 'final' } },
      },
      b: {
        initial: 'on',
        on: { E: { actions: note('b') } },
        states: { on: { on: { GO: 'off' } }, off: { type: 'final' } },
      },
    },
  }),
  // The first leaf finds the outer eventless transition, the second an inner one, and the inner one wins.
  chartOf('inner-always-wins', {
    initial: 'p',
    on: { ADD: { actions: increment }, AGAIN: { target: '.p', actions: { type: 'reset', params: { counter: 'x' } } } },
    states: {
      p: {
        type: 'parallel',
        always: { guard: reached, target: 'out' },
        states: {
          a: {},
          b: {
            initial: 'here',
            states: { here: { always: { guard: reached, target: 'there' } }, there: { entry: note('there') } },
          },
        },
      },
      out: { entry: note('out') },
    },
  }),
  // A state that goes to itself leaves nothing, so it excludes nobody.
  chartOf('self-target-beside-exit', {
    initial: 'p',
    states: {
      p: {
        type: 'parallel',
        states: {
          a: { initial: 'x', states: { x: { on: { E: { target: 'x', actions: note('x') } }, exit: note('left x') } } },
          b: { initial: 'y', states: { y: { on: { E: { target: '#m.out', actions: note('y') } } } } },
        },
      },
      out: { on: { BACK: 'p' } },
    },
  }),
  // What is remembered gets shorter.
  chartOf('history-shrinks', {
    initial: 'p',
    on: { OUT: '.out' },
    states: {
      p: {
        initial: 'wide',
        states: {
          wide: { type: 'parallel', on: { N: 'narrow' }, states: { a: {}, b: {} } },
          narrow: { on: { W: 'wide' } },
          memory: { type: 'history', history: 'deep' },
        },
      },
      out: { on: { BACK: 'p.memory' } },
    },
  }),
  // The same states are active again, so they are asked in the order in which they were entered at first.
  chartOf('order-kept-on-re-entry', {
    initial: 'p',
    states: {
      p: {
        type: 'parallel',
        on: { AGAIN: { target: 'p', reenter: true, actions: note('again') }, ADD: { actions: increment } },
        states: {
          a: {
            initial: 'one',
            states: {
              one: { on: { A: 'two' }, always: { guard: reached, actions: note('a one') } },
              two: { on: { A: 'one' }, always: { guard: reached, actions: note('a two') } },
            },
          },
          b: {
            initial: 'one',
            states: {
              one: { on: { B: 'two' }, always: { guard: reached, actions: note('b one') } },
              two: { on: { B: 'one' }, always: { guard: reached, actions: note('b two') } },
            },
          },
        },
      },
    },
  }),
  // Two regions that are final states themselves: the parallel state is done once.
  chartOf('final-regions', {
    initial: 'idle',
    states: {
      idle: { on: { GO: 'p' } },
      p: {
        type: 'parallel',
        on: { '*': { actions: note('heard') } },
        states: { a: { type: 'final' }, b: { type: 'final' } },
      },
    },
  }),
  // Both leaves find the same transition above them: it is taken once.
  chartOf('taken-once', {
    initial: 'idle',
    states: {
      idle: { on: { GO: 'p' } },
      p: { type: 'parallel', always: { actions: note('once') }, states: { a: {}, b: {} } },
    },
  }),
  // Limits beyond a byte: guards compare them whole, `set` stops at the counter's ceiling.
  ...[255, 256, 300, 65_535, 70_000].map((limit) => withLimits(`limit-${limit}`, limit)),
];

function withLimits(name: string, value: number): ChartDefinition {
  const ask = (type: string) => [
    { guard: { type, params: { counter: 'x', limit: 'few' } }, actions: note(type) },
    { actions: note(`not ${type}`) },
  ];
  const chart = chartOf(name, {
    on: {
      ADD: { actions: increment },
      SET: { actions: { type: 'set', params: { counter: 'x', limit: 'few' } } },
      BELOW: ask('below'),
      AT_LEAST: ask('atLeast'),
      EQUALS: ask('equals'),
    },
  });
  const few = {
    ...chart.parameters.few,
    value,
    unit: 'count',
    min: 0,
    max: value,
    says: 'a limit',
    source: 'assumption',
  } as const;
  return { ...chart, parameters: { ...chart.parameters, few } };
}
