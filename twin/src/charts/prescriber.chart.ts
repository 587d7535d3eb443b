import { setup } from 'xstate';
import type { ChartDefinition } from './ChartDefinition.js';
import { delaysOf } from './delaysOf.js';
import { prescriberParameters } from './prescriber.parameters.js';
import { actions, type ChartTypes, fromInput, guards } from './vocabulary.js';

/** Somebody who assesses people and renews prescriptions, one person after the other, within their hours. */
export const prescriberChart = setup({
  types: {} as ChartTypes,
  guards,
  actions,
  delays: delaysOf(prescriberParameters),
}).createMachine({
  id: 'prescriber',
  context: fromInput,
  initial: 'away',
  states: {
    away: { on: { OPENS: 'free' } },
    free: {
      entry: { type: 'tell', params: { role: 'clinic', event: 'FREE' } },
      on: {
        SEES: 'seeing',
        CLOSES: 'away',
      },
    },
    seeing: {
      on: {
        SEEN: {
          target: 'writingUp',
          actions: { type: 'record', params: { kind: 'saw', with: ['person', 'what', 'waited_us', 'took_us'] } },
        },
      },
    },
    writingUp: { after: { writesUpMs: 'free' } },
  },
});

export const prescriberDefinition: ChartDefinition = {
  name: 'prescriber',
  machine: prescriberChart,
  parameters: prescriberParameters,
  counters: [],
  slots: ['person', 'what', 'waited_us', 'took_us'],
  roles: ['clinic'],
};
