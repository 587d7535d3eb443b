import { setup } from 'xstate';
import type { ChartDefinition } from './ChartDefinition.js';
import { delaysOf } from './delaysOf.js';
import { palmParameters } from './palm.parameters.js';
import { actions, type ChartTypes, fromInput, guards } from './vocabulary.js';

/** One palm at the reader: capture, compare, try again, be locked out, be let through by two people. */
export const palmChart = setup({
  types: {} as ChartTypes,
  guards,
  actions,
  delays: delaysOf(palmParameters),
}).createMachine({
  id: 'palm',
  context: fromInput,
  initial: 'idle',
  states: {
    idle: {
      entry: { type: 'reset', params: { counter: 'attempts' } },
      on: { CAPTURE: 'capturing' },
    },
    capturing: {
      entry: { type: 'tell', params: { role: 'reader', event: 'CAPTURE', with: ['person'] } },
      on: {
        ACQUIRED: 'comparing',
        NOT_ACQUIRED: 'notRecognised',
        KNOWN_LOCKED_OUT: 'lockedOut',
        GONE: 'idle',
      },
    },
    comparing: {
      entry: { type: 'tell', params: { role: 'reader', event: 'COMPARE', with: ['person'] } },
      on: {
        MATCHED: 'recognised',
        NOT_MATCHED: 'notRecognised',
        GONE: 'idle',
      },
    },
    notRecognised: {
      entry: { type: 'increment', params: { counter: 'attempts' } },
      always: {
        guard: { type: 'atLeast', params: { counter: 'attempts', limit: 'maxAttempts' } },
        target: 'lockedOut',
      },
      after: { retryPauseMs: 'capturing' },
      on: { GONE: 'idle' },
    },
    recognised: {
      entry: { type: 'tell', params: { role: 'session', event: 'MATCHED', with: ['person'] } },
      always: 'idle',
    },
    lockedOut: {
      entry: [
        { type: 'record', params: { kind: 'locked-out', with: ['person'] } },
        { type: 'tell', params: { role: 'reader', event: 'LOCK_OUT', with: ['person'] } },
        { type: 'tell', params: { role: 'staff', event: 'OVERRIDE_ASKED', with: ['person'] } },
      ],
      initial: 'unsigned',
      states: {
        unsigned: { on: { SIGNED: 'signedOnce' } },
        signedOnce: { on: { SIGNED_BY_ANOTHER: '#palm.overridden' } },
      },
      after: { overrideWaitMs: 'givenUp' },
      on: { GONE: 'givenUp' },
    },
    overridden: {
      entry: [
        { type: 'record', params: { kind: 'override', with: ['person', 'first', 'second'] } },
        { type: 'tell', params: { role: 'reader', event: 'LET_THROUGH', with: ['person'] } },
      ],
      always: 'recognised',
    },
    givenUp: {
      entry: [
        { type: 'tell', params: { role: 'staff', event: 'OVERRIDE_WITHDRAWN', with: ['person'] } },
        { type: 'tell', params: { role: 'session', event: 'LOCKED_OUT', reason: 'not-recognised', with: ['person'] } },
      ],
      always: 'idle',
    },
  },
});

export const palmDefinition: ChartDefinition = {
  name: 'palm',
  machine: palmChart,
  parameters: palmParameters,
  counters: ['attempts'],
  slots: ['person', 'first', 'second'],
  roles: ['reader', 'session', 'staff'],
};
