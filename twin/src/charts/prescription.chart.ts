import { setup } from 'xstate';
import type { ChartDefinition } from './ChartDefinition.js';
import { delaysOf } from './delaysOf.js';
import { prescriptionParameters } from './prescription.parameters.js';
import { actions, type ChartTypes, fromInput, guards } from './vocabulary.js';

/** One person's prescription: written, running, waiting to be renewed, lapsed. Its dates are a part's. */
export const prescriptionChart = setup({
  types: {} as ChartTypes,
  guards,
  actions,
  delays: delaysOf(prescriptionParameters),
}).createMachine({
  id: 'prescription',
  context: fromInput,
  initial: 'none',
  states: {
    none: { on: { WRITTEN: 'running' } },
    running: {
      entry: { type: 'record', params: { kind: 'prescribed', with: ['person', 'until_us'] } },
      on: {
        RENEWAL_DUE: 'waiting',
        SCREEN_MISSED: 'lapsed',
      },
    },
    waiting: {
      entry: { type: 'tell', params: { role: 'term', event: 'ASK_RENEWAL' } },
      on: {
        RENEWED: 'running',
        ENDS: 'ending',
        SCREEN_MISSED: 'lapsed',
      },
    },
    ending: {
      after: { graceMs: 'lapsed' },
      on: { RENEWED: 'running' },
    },
    lapsed: {
      entry: [
        { type: 'record', params: { kind: 'lapsed', with: ['person'] } },
        { type: 'tell', params: { role: 'term', event: 'ASK_RENEWAL' } },
      ],
      on: { RENEWED: 'running' },
    },
  },
});

export const prescriptionDefinition: ChartDefinition = {
  name: 'prescription',
  machine: prescriptionChart,
  parameters: prescriptionParameters,
  counters: [],
  slots: ['person', 'until_us'],
  roles: ['term'],
};
