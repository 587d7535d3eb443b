import { setup } from 'xstate';
import type { ChartDefinition } from './ChartDefinition.js';
import { delaysOf } from './delaysOf.js';
import { roundsParameters } from './rounds.parameters.js';
import { actions, type ChartTypes, fromInput, guards } from './vocabulary.js';

/** A contact on rounds from site to site: on the way, looking after the machines there, and staying until the round goes on. */
export const roundsChart = setup({
  types: {} as ChartTypes,
  guards,
  actions,
  delays: delaysOf(roundsParameters),
}).createMachine({
  id: 'rounds',
  context: fromInput,
  initial: 'elsewhere',
  states: {
    elsewhere: { on: { ARRIVES: 'atSite' } },
    atSite: {
      initial: 'settlingIn',
      entry: { type: 'record', params: { kind: 'round-began', with: ['site'] } },
      exit: { type: 'record', params: { kind: 'round-ended', with: ['site'] } },
      on: { GOES_ON: 'elsewhere' },
      states: {
        settlingIn: { after: { settleMs: 'looking' } },
        looking: {
          entry: { type: 'tell', params: { role: 'plan', event: 'LOOKS_AROUND', with: ['site'] } },
          after: { lookAgainMs: { target: 'looking', reenter: true } },
        },
      },
    },
  },
});

export const roundsDefinition: ChartDefinition = {
  name: 'rounds',
  machine: roundsChart,
  parameters: roundsParameters,
  counters: [],
  slots: ['site'],
  roles: ['plan'],
};
