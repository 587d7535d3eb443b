import { setup } from 'xstate';
import type { ChartDefinition } from './ChartDefinition.js';
import { counterParameters } from './counter.parameters.js';
import { delaysOf } from './delaysOf.js';
import { actions, type ChartTypes, fromInput, guards } from './vocabulary.js';

/** The counter of a pharmacy, at which a pharmacist hands over what is prescribed for the day, one person after the other. */
export const counterChart = setup({
  types: {} as ChartTypes,
  guards,
  actions,
  delays: delaysOf(counterParameters),
}).createMachine({
  id: 'counter',
  context: fromInput,
  initial: 'closed',
  states: {
    closed: { on: { OPENS: 'free' } },
    free: {
      entry: { type: 'tell', params: { role: 'queue', event: 'FREE' } },
      on: {
        SERVES: 'serving',
        CLOSES: 'closed',
      },
    },
    serving: {
      on: {
        HANDED_OVER: {
          target: 'notingDown',
          actions: { type: 'record', params: { kind: 'handed-over', with: ['person', 'took_us'] } },
        },
        // Whoever was called had gone by then.
        GONE: 'free',
      },
    },
    notingDown: { after: { notesMs: 'free' } },
  },
});

export const counterDefinition: ChartDefinition = {
  name: 'counter',
  machine: counterChart,
  parameters: counterParameters,
  counters: [],
  slots: ['person', 'took_us'],
  roles: ['queue'],
};
