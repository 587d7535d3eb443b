import { setup } from 'xstate';
import type { ChartDefinition } from './ChartDefinition.js';
import { delaysOf } from './delaysOf.js';
import { restockParameters } from './restock.parameters.js';
import { actions, type ChartTypes, fromInput, guards } from './vocabulary.js';

/**
 * A machine's restocking: delivered to its door, opened before a witness; of each lane what is past its time taken out and counted by
 * two, then filled and counted by two; shut again; or missed, or withdrawn by whoever delivered.
 */
export const restockChart = setup({
  types: {} as ChartTypes,
  guards,
  actions,
  delays: delaysOf(restockParameters),
}).createMachine({
  id: 'restock',
  context: fromInput,
  initial: 'waiting',
  on: {
    MISSED: { actions: { type: 'record', params: { kind: 'restock-missed', with: ['by', 'cause'] } } },
  },
  states: {
    waiting: { on: { DELIVERED: 'atTheDoor', WITHDRAWN: 'withdrawn' } },
    atTheDoor: {
      entry: [
        { type: 'record', params: { kind: 'delivered', with: ['by', 'packages'] } },
        { type: 'tell', params: { role: 'supply', event: 'WITNESS_WANTED' } },
      ],
      on: { WITNESSED: 'opening' },
    },
    opening: {
      after: {
        openDoorMs: {
          target: 'choosing',
          actions: { type: 'tell', params: { role: 'hands', event: 'OPEN_DOOR' } },
        },
      },
    },
    choosing: {
      entry: { type: 'tell', params: { role: 'supply', event: 'NEXT_LANE' } },
      on: { PAST: 'takingOut', LANE: 'filling', NO_MORE: 'closing' },
    },
    takingOut: {
      after: {
        takeOutMs: {
          target: 'rejecting',
          actions: { type: 'tell', params: { role: 'hands', event: 'UNLOAD', with: ['cartridge', 'packages'] } },
        },
      },
    },
    rejecting: {
      after: {
        countMs: {
          target: 'choosing',
          actions: [
            { type: 'record', params: { kind: 'expired', with: ['cartridge', 'packages'] } },
            { type: 'tell', params: { role: 'inventory', event: 'COUNTED', with: ['cartridge', 'first', 'second'] } },
          ],
        },
      },
    },
    filling: {
      after: {
        fillMs: {
          target: 'counting',
          actions: { type: 'tell', params: { role: 'hands', event: 'LOAD', with: ['cartridge', 'packages'] } },
        },
      },
    },
    counting: {
      after: {
        countMs: {
          target: 'choosing',
          actions: { type: 'tell', params: { role: 'inventory', event: 'COUNTED', with: ['cartridge', 'first', 'second'] } },
        },
      },
    },
    closing: {
      after: {
        closeDoorMs: {
          target: 'waiting',
          actions: [
            { type: 'tell', params: { role: 'hands', event: 'CLOSE_DOOR' } },
            { type: 'record', params: { kind: 'restocked', with: ['first', 'second'] } },
            { type: 'tell', params: { role: 'supply', event: 'RESTOCKED' } },
          ],
        },
      },
    },
    withdrawn: { entry: { type: 'record', params: { kind: 'restock-withdrawn', with: ['by'] } } },
  },
});

export const restockDefinition: ChartDefinition = {
  name: 'restock',
  machine: restockChart,
  parameters: restockParameters,
  counters: [],
  slots: ['by', 'cause', 'cartridge', 'packages', 'first', 'second'],
  roles: ['supply', 'hands', 'inventory'],
};
