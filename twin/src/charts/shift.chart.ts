import { setup } from 'xstate';
import type { ChartDefinition } from './ChartDefinition.js';
import { delaysOf } from './delaysOf.js';
import { shiftParameters } from './shift.parameters.js';
import { actions, type ChartTypes, fromInput, guards } from './vocabulary.js';

/** Those who are on duty at a site, and whom of its visitors they have time for: one after the other. */
export const shiftChart = setup({
  types: {} as ChartTypes,
  guards,
  actions,
  delays: delaysOf(shiftParameters),
}).createMachine({
  id: 'shift',
  context: fromInput,
  initial: 'nobodyOnDuty',
  states: {
    nobodyOnDuty: {
      on: {
        COMES_ON: { target: 'onDuty', actions: { type: 'record', params: { kind: 'shift-began' } } },
        WISHES_TO_TALK: {
          actions: { type: 'record', params: { kind: 'met-nobody', reason: 'nobody-on-duty', with: ['person'] } },
        },
      },
    },
    onDuty: {
      initial: 'free',
      on: { GOES_OFF: { target: 'nobodyOnDuty', actions: { type: 'record', params: { kind: 'shift-ended' } } } },
      states: {
        free: { on: { WISHES_TO_TALK: 'talking' } },
        talking: {
          entry: { type: 'record', params: { kind: 'met-staff', with: ['person'] } },
          after: { talkMs: 'free' },
          on: {
            WISHES_TO_TALK: { actions: { type: 'record', params: { kind: 'met-nobody', reason: 'busy', with: ['person'] } } },
          },
        },
      },
    },
  },
});

export const shiftDefinition: ChartDefinition = {
  name: 'shift',
  machine: shiftChart,
  parameters: shiftParameters,
  counters: [],
  slots: ['person'],
  roles: [],
};
