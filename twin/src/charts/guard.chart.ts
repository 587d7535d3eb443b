import { setup } from 'xstate';
import type { ChartDefinition } from './ChartDefinition.js';
import { delaysOf } from './delaysOf.js';
import { guardParameters } from './guard.parameters.js';
import { actions, type ChartTypes, fromInput, guards } from './vocabulary.js';

/**
 * Stops the machine when its tamper alarm sounds or its video link is lost, until a person confirms that it may go on, as
 * Ontario's rule for remote dispensing has it. Nobody can confirm while the cause lasts.
 */
export const guardChart = setup({
  types: {} as ChartTypes,
  guards,
  actions,
  delays: delaysOf(guardParameters),
}).createMachine({
  id: 'guard',
  context: fromInput,
  initial: 'watching',
  states: {
    watching: { on: { ALARM: 'noticing' } },
    noticing: {
      after: { alarmHoldMs: 'stopped' },
      on: { OVER: 'watching' },
    },
    stopped: {
      initial: 'alarmed',
      entry: [
        { type: 'record', params: { kind: 'guard-stopped', with: ['cause'] } },
        { type: 'tell', params: { role: 'hinge', event: 'HOLD', reason: 'guard' } },
      ],
      exit: { type: 'tell', params: { role: 'hinge', event: 'RELEASE', reason: 'guard' } },
      states: {
        alarmed: { on: { OVER: 'unconfirmed' } },
        unconfirmed: {
          entry: { type: 'tell', params: { role: 'guardDesk', event: 'ASK_TO_CONFIRM' } },
          on: {
            ALARM: 'alarmed',
            CONFIRMED: {
              target: '#guard.watching',
              actions: { type: 'record', params: { kind: 'guard-confirmed', with: ['cause', 'by'] } },
            },
          },
        },
      },
    },
  },
});

export const guardDefinition: ChartDefinition = {
  name: 'guard',
  machine: guardChart,
  parameters: guardParameters,
  counters: [],
  slots: ['cause', 'by'],
  roles: ['hinge', 'guardDesk'],
};
