import { setup } from 'xstate';
import type { ChartDefinition } from './ChartDefinition.js';
import { delaysOf } from './delaysOf.js';
import { linkParameters } from './link.parameters.js';
import { actions, type ChartTypes, fromInput, guards } from './vocabulary.js';

/** A machine's link to the outside: while it is lost, nobody is told of a fault and nobody helps from afar. */
export const linkChart = setup({
  types: {} as ChartTypes,
  guards,
  actions,
  delays: delaysOf(linkParameters),
}).createMachine({
  id: 'link',
  context: fromInput,
  initial: 'online',
  states: {
    online: { on: { DOWN: 'silent' } },
    silent: {
      after: { lossNoticedMs: 'offline' },
      on: { UP: 'online' },
    },
    offline: {
      entry: [
        { type: 'record', params: { kind: 'link-lost' } },
        { type: 'tell', params: { role: 'desk', event: 'LINK_LOST' } },
      ],
      exit: [
        { type: 'record', params: { kind: 'link-restored' } },
        { type: 'tell', params: { role: 'desk', event: 'LINK_RESTORED' } },
      ],
      on: { UP: 'online' },
    },
  },
});

export const linkDefinition: ChartDefinition = {
  name: 'link',
  machine: linkChart,
  parameters: linkParameters,
  counters: [],
  slots: [],
  roles: ['desk'],
};
