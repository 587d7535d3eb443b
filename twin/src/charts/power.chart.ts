import { setup } from 'xstate';
import type { ChartDefinition } from './ChartDefinition.js';
import { delaysOf } from './delaysOf.js';
import { powerParameters } from './power.parameters.js';
import { actions, type ChartTypes, fromInput, guards } from './vocabulary.js';

/**
 * The mains of a machine. Without it the controller and all that it moves stand still; the host has a battery of its own (an
 * assumption), gives nothing until the machine has started again, and forgets no order.
 */
export const powerChart = setup({
  types: {} as ChartTypes,
  guards,
  actions,
  delays: delaysOf(powerParameters),
}).createMachine({
  id: 'power',
  context: fromInput,
  initial: 'on',
  states: {
    on: {
      on: {
        CUT: {
          target: 'off',
          actions: [
            { type: 'tell', params: { role: 'hinge', event: 'HOLD', reason: 'power' } },
            { type: 'tell', params: { role: 'update', event: 'POWER_LOST' } },
          ],
        },
        RESET: {
          actions: [
            { type: 'record', params: { kind: 'controller-reset' } },
            { type: 'tell', params: { role: 'mains', event: 'POWER_RESET' } },
            { type: 'tell', params: { role: 'hinge', event: 'RESTARTED' } },
          ],
        },
      },
    },
    off: {
      entry: [
        { type: 'record', params: { kind: 'power-lost' } },
        { type: 'tell', params: { role: 'mains', event: 'POWER_OFF' } },
      ],
      on: { BACK: 'starting' },
    },
    starting: {
      after: {
        startMs: {
          target: 'on',
          actions: [
            { type: 'record', params: { kind: 'power-restored' } },
            { type: 'tell', params: { role: 'mains', event: 'POWER_ON' } },
            { type: 'tell', params: { role: 'hinge', event: 'RESTARTED' } },
            { type: 'tell', params: { role: 'hinge', event: 'RELEASE', reason: 'power' } },
            { type: 'tell', params: { role: 'update', event: 'POWER_BACK' } },
          ],
        },
      },
      on: { CUT: 'off' },
    },
  },
});

export const powerDefinition: ChartDefinition = {
  name: 'power',
  machine: powerChart,
  parameters: powerParameters,
  counters: [],
  slots: [],
  roles: ['hinge', 'mains', 'update'],
};
