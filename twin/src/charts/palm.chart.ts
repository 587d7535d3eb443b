import { setup } from 'xstate';
import type { ChartDefinition } from './ChartDefinition.js';
import { delaysOf } from './delaysOf.js';
import { palmParameters } from './palm.parameters.js';
import { actions, type ChartTypes, fromInput, guards } from './vocabulary.js';

/** One palm at the reader: capture, compare, try again, be locked out, or be let through because two people vouched for it. */
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
        VOUCHED_FOR: 'recognised',
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
        actions: [
          { type: 'record', params: { kind: 'locked-out', with: ['person'] } },
          { type: 'tell', params: { role: 'reader', event: 'LOCK_OUT', with: ['person'] } },
        ],
      },
      after: { retryPauseMs: 'capturing' },
      on: { GONE: 'idle' },
    },
    recognised: {
      entry: { type: 'tell', params: { role: 'session', event: 'MATCHED', with: ['person'] } },
      always: 'idle',
    },
    // Whoever was sent to seek staff holds up nobody: the next palm may come as soon as the session takes one.
    lockedOut: {
      entry: [
        { type: 'tell', params: { role: 'staff', event: 'OVERRIDE_ASKED', with: ['person'] } },
        { type: 'tell', params: { role: 'session', event: 'LOCKED_OUT', reason: 'not-recognised', with: ['person'] } },
      ],
      after: { showLockOutMs: 'idle' },
      on: {
        CAPTURE: { target: 'capturing', actions: { type: 'reset', params: { counter: 'attempts' } } },
        GONE: 'idle',
      },
    },
  },
});

export const palmDefinition: ChartDefinition = {
  name: 'palm',
  machine: palmChart,
  parameters: palmParameters,
  counters: ['attempts'],
  slots: ['person'],
  roles: ['reader', 'session', 'staff'],
};
