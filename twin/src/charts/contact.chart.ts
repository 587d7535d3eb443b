import { setup } from 'xstate';
import type { ChartDefinition } from './ChartDefinition.js';
import { contactParameters } from './contact.parameters.js';
import { delaysOf } from './delaysOf.js';
import { actions, type ChartTypes, fromInput, guards } from './vocabulary.js';

/** Somebody whom a site may ask to come: free, on the way, at a machine, on the way home. Being asked changes none of it. */
export const contactChart = setup({
  types: {} as ChartTypes,
  guards,
  actions,
  delays: delaysOf(contactParameters),
}).createMachine({
  id: 'contact',
  context: fromInput,
  initial: 'free',
  on: {
    ASKED: {
      actions: [
        { type: 'record', params: { kind: 'asked', with: ['machine'] } },
        { type: 'tell', params: { role: 'diary', event: 'ASKED', with: ['machine'] } },
      ],
    },
    ANSWERS: { actions: { type: 'record', params: { kind: 'answered', with: ['machine', 'answer', 'reason', 'until_us'] } } },
  },
  states: {
    free: { on: { GETS_READY: 'gettingReady' } },
    gettingReady: {
      after: { getsReadyMs: { actions: { type: 'tell', params: { role: 'diary', event: 'READY' } } } },
      on: {
        SETS_OFF: 'travelling',
        CALLED_OFF: 'free',
      },
    },
    travelling: {
      entry: { type: 'record', params: { kind: 'set-off', with: ['machine'] } },
      on: {
        ARRIVES: 'onSite',
        GOES_HOME: 'goingHome',
      },
    },
    onSite: {
      entry: { type: 'record', params: { kind: 'on-site', with: ['machine'] } },
      // To the next machine that was promised, or home.
      on: {
        SETS_OFF: 'travelling',
        GOES_HOME: 'goingHome',
      },
    },
    goingHome: {
      entry: { type: 'record', params: { kind: 'went-home', with: ['machine'] } },
      on: { HOME: 'free' },
    },
  },
});

export const contactDefinition: ChartDefinition = {
  name: 'contact',
  machine: contactChart,
  parameters: contactParameters,
  counters: [],
  slots: ['machine', 'answer', 'reason', 'until_us'],
  roles: ['diary'],
};
