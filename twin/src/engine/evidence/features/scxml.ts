import { raise } from 'xstate';
import { chartOf } from '../randomChart.js';
import { increment, note, when } from './note.js';

/**
 * Questions that the SCXML recommendation answers, put in our own words as charts. Names say which section asks. Where
 * XState answers otherwise, tables follow XState: a chart that is done still runs one microstep on an event, and a prefix
 * matches as `foo.*` alone, never as a bare `foo`.
 */
export const scxml = [
  chartOf('3.3-initial-descendant', {
    initial: 's',
    states: {
      s: {
        entry: note('s'),
        initial: 't',
        states: { t: { entry: note('t'), initial: 'u', states: { u: { entry: note('u') } } } },
      },
    },
  }),
  chartOf('3.4-entering-a-parallel-state-enters-all-regions', {
    initial: 's0',
    states: {
      s0: { on: { GO: 'p' } },
      p: {
        type: 'parallel',
        entry: note('p'),
        states: { r1: { entry: note('r1') }, r2: { entry: note('r2'), initial: 'x', states: { x: { entry: note('x') } } } },
      },
    },
  }),
  chartOf('3.7-done-comes-after-the-entry-of-the-final-state', {
    initial: 's0',
    states: {
      s0: {
        initial: 's01',
        onDone: [{ guard: when('atLeast', 'x', 'few'), target: 'pass' }, { target: 'fail' }],
        states: { s01: { on: { GO: 's02' } }, s02: { type: 'final', entry: increment('x') } },
      },
      pass: {},
      fail: {},
    },
  }),
  chartOf('3.8-exit-runs-children-first', {
    initial: 's0',
    states: {
      s0: { exit: note('outer'), initial: 's01', on: { GO: 's1' }, states: { s01: { exit: note('inner') } } },
      s1: {},
    },
  }),
  chartOf('3.9-one-handler-is-not-undone-by-the-next', {
    initial: 's0',
    states: {
      s0: { entry: [raise({ type: 'E1' }), raise({ type: 'E2' })], on: { E1: 's1', E2: 'fail' } },
      s1: { on: { E2: 'pass', '*': 'fail' } },
      pass: {},
      fail: {},
    },
  }),
  chartOf('3.10-history-before-the-first-visit', {
    initial: 's0',
    states: {
      s0: { on: { GO: '#m.s1.h' } },
      s1: {
        initial: 's11',
        states: { s11: { entry: note('s11') }, s12: { entry: note('s12') }, h: { type: 'history', target: 's12' } },
        on: { BACK: 's0' },
      },
    },
  }),
  chartOf('3.12-names-match-whole-words', {
    initial: 's0',
    states: {
      s0: { on: { 'foo.*': { actions: note('foo') }, foobar: { actions: note('foobar') }, 'foo.zoo': { actions: note('zoo') } } },
    },
  }),
  chartOf('3.13-first-in-the-document-wins', {
    initial: 's0',
    states: { s0: { on: { E: [{ target: 's1' }, { target: 's2' }] } }, s1: {}, s2: {} },
  }),
  chartOf('3.13-a-child-overrides-its-ancestor', {
    initial: 's0',
    states: {
      s0: {
        initial: 'c',
        on: { E: 'fail', F: 'pass' },
        states: { c: { on: { E: '#m.pass', F: { guard: when('atLeast', 'x', 'few'), target: '#m.fail' } } } },
      },
      pass: {},
      fail: {},
    },
  }),
  chartOf('3.13-eventless-before-raised', {
    initial: 's0',
    states: {
      s0: { entry: raise({ type: 'E' }), always: 's1', on: { E: 'fail' } },
      s1: { on: { E: 'pass' } },
      pass: {},
      fail: {},
    },
  }),
  chartOf('3.13-an-inner-transition-preempts-an-outer-one-in-another-region', {
    initial: 'p',
    states: {
      p: {
        type: 'parallel',
        states: {
          a: { initial: 'x', on: { E: '#m.fail' }, states: { x: { on: { E: 'y' } }, y: {} } },
          b: { initial: 'x', states: { x: { on: { E: '#m.pass' } } } },
        },
      },
      pass: {},
      fail: {},
    },
  }),
  chartOf('3.13-internal-transitions-keep-their-source', {
    initial: 's0',
    states: {
      s0: {
        entry: increment('x'),
        exit: increment('y'),
        initial: 'c',
        on: { E: '.d', F: { target: '.d', reenter: true } },
        states: { c: {}, d: {} },
      },
    },
  }),
  chartOf('3.13-regions-in-document-order', {
    type: 'parallel',
    states: { b: { on: { E: { actions: note('b') } } }, a: { on: { E: { actions: note('a') } } } },
  }),
  chartOf('3.13-targetless-transitions-leave-nothing', {
    initial: 's0',
    states: { s0: { exit: note('exit'), entry: note('enter'), on: { E: { actions: note('stay') } } } },
  }),
  chartOf('5.9-raised-events-keep-their-order', {
    initial: 's0',
    states: {
      s0: { entry: [raise({ type: 'A' }), raise({ type: 'B' })], on: { A: 's1', B: 'fail' } },
      s1: { on: { B: 'pass', A: 'fail' } },
      pass: {},
      fail: {},
    },
  }),
];
