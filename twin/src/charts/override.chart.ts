import { setup } from 'xstate';
import type { ChartDefinition } from './ChartDefinition.js';
import { delaysOf } from './delaysOf.js';
import { overrideParameters } from './override.parameters.js';
import { actions, type ChartTypes, fromInput, guards } from './vocabulary.js';

/** Two people vouch for somebody whose palm was locked out. The machine serves others meanwhile. */
export const overrideChart = setup({
  types: {} as ChartTypes,
  guards,
  actions,
  delays: delaysOf(overrideParameters),
}).createMachine({
  id: 'override',
  context: fromInput,
  initial: 'none',
  states: {
    none: { on: { ASKED: 'waiting' } },
    waiting: {
      initial: 'unsigned',
      after: {
        overrideWaitMs: {
          target: 'none',
          actions: [
            { type: 'tell', params: { role: 'signers', event: 'OVERRIDE_WITHDRAWN', with: ['person'] } },
            { type: 'tell', params: { role: 'lobby', event: 'NOT_LET_THROUGH', with: ['person'] } },
          ],
        },
      },
      on: { GONE: 'none' },
      states: {
        unsigned: { on: { SIGNED: 'signedOnce' } },
        signedOnce: {
          on: {
            SIGNED_BY_ANOTHER: {
              target: '#override.none',
              actions: [
                { type: 'record', params: { kind: 'override', with: ['person', 'first', 'second'] } },
                { type: 'tell', params: { role: 'reader', event: 'LET_THROUGH', with: ['person'] } },
                { type: 'tell', params: { role: 'lobby', event: 'LET_THROUGH', with: ['person'] } },
              ],
            },
          },
        },
      },
    },
  },
});

export const overrideDefinition: ChartDefinition = {
  name: 'override',
  machine: overrideChart,
  parameters: overrideParameters,
  counters: [],
  slots: ['person', 'first', 'second'],
  roles: ['signers', 'reader', 'lobby'],
};
