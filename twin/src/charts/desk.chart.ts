import { setup } from 'xstate';
import type { ChartDefinition } from './ChartDefinition.js';
import { delaysOf } from './delaysOf.js';
import { deskParameters } from './desk.parameters.js';
import { actions, type ChartTypes, fromInput, guards } from './vocabulary.js';

/** A support desk in its own time zone: closed, free, or helping one machine at a time from afar. */
export const deskChart = setup({
  types: {} as ChartTypes,
  guards,
  actions,
  delays: delaysOf(deskParameters),
}).createMachine({
  id: 'desk',
  context: fromInput,
  initial: 'closed',
  on: {
    ASKED: {
      actions: [
        { type: 'record', params: { kind: 'asked', with: ['machine'] } },
        { type: 'tell', params: { role: 'diary', event: 'ASKED', with: ['machine', 'cartridge', 'online'] } },
      ],
    },
    ANSWERS: { actions: { type: 'record', params: { kind: 'answered', with: ['machine', 'answer', 'reason', 'until_us'] } } },
  },
  states: {
    closed: { on: { OPENS: 'free' } },
    free: {
      on: {
        CLOSES: 'closed',
        HELPS: 'helping',
      },
    },
    helping: {
      initial: 'working',
      on: {
        ENDS: {
          target: 'free',
          actions: { type: 'record', params: { kind: 'remote-recovery', with: ['machine', 'cartridge', 'freed'] } },
        },
        CALLED_OFF: 'free',
      },
      states: {
        working: { on: { TRIES: 'awaitingMachine' } },
        awaitingMachine: {
          after: { machineAnswerMs: { actions: { type: 'tell', params: { role: 'diary', event: 'NOT_RECOVERED' } } } },
          on: {
            RECOVERED: { actions: { type: 'tell', params: { role: 'diary', event: 'RECOVERED' } } },
            NOT_RECOVERED: { actions: { type: 'tell', params: { role: 'diary', event: 'NOT_RECOVERED' } } },
          },
        },
      },
    },
  },
});

export const deskDefinition: ChartDefinition = {
  name: 'desk',
  machine: deskChart,
  parameters: deskParameters,
  counters: [],
  slots: ['machine', 'cartridge', 'online', 'answer', 'reason', 'until_us', 'freed'],
  roles: ['diary'],
};
