import { setup } from 'xstate';
import type { ChartDefinition } from './ChartDefinition.js';
import { delaysOf } from './delaysOf.js';
import { inventoryParameters } from './inventory.parameters.js';
import { actions, type ChartTypes, fromInput, guards } from './vocabulary.js';

/** Whether a machine's count is known. The numbers are a part's; the chart says what is due and who has signed. */
export const inventoryChart = setup({
  types: {} as ChartTypes,
  guards,
  actions,
  delays: delaysOf(inventoryParameters),
}).createMachine({
  id: 'inventory',
  context: fromInput,
  initial: 'balanced',
  states: {
    balanced: { on: { UNKNOWN_ROSE: 'countDue' } },
    countDue: {
      initial: 'inTime',
      states: {
        inTime: { after: { countOverdueMs: 'overdue' } },
        overdue: { entry: { type: 'record', params: { kind: 'count-overdue', with: ['cartridge'] } } },
      },
      on: { ALL_KNOWN: 'balanced', NEXT_DUE: '.inTime' },
    },
  },
});

export const inventoryDefinition: ChartDefinition = {
  name: 'inventory',
  machine: inventoryChart,
  parameters: inventoryParameters,
  counters: [],
  slots: ['cartridge'],
  roles: [],
};
