import { setup } from 'xstate';
import type { ChartDefinition } from './ChartDefinition.js';
import { delaysOf } from './delaysOf.js';
import { personParameters } from './person.parameters.js';
import { actions, type ChartTypes, fromInput, guards } from './vocabulary.js';

/** Somebody who needs their dose: comes, stands in line, is served or turned away, waits for help or leaves. */
export const personChart = setup({
  types: {} as ChartTypes,
  guards,
  actions,
  delays: delaysOf(personParameters),
}).createMachine({
  id: 'person',
  context: fromInput,
  initial: 'away',
  states: {
    away: { on: { COMES: 'inLine' } },
    inLine: {
      entry: [
        { type: 'tell', params: { role: 'lobby', event: 'ENQUEUE', with: ['person'] } },
        { type: 'tell', params: { role: 'habit', event: 'IN_LINE' } },
      ],
      on: {
        TURN: 'atMachine',
        PATIENCE_OVER: 'leaving',
        SITE_CLOSED: {
          target: 'leaving',
          actions: { type: 'tell', params: { role: 'habit', event: 'TURNED_AWAY', reason: 'site-closed' } },
        },
      },
    },
    atMachine: {
      entry: [
        { type: 'tell', params: { role: 'habit', event: 'AT_MACHINE' } },
        { type: 'tell', params: { role: 'session', event: 'PRESENTED', with: ['person', 'cartridge'] } },
      ],
      on: {
        DOSE_READY: 'taking',
        SERVED: 'served',
        TURNED_AWAY: 'deciding',
      },
    },
    taking: {
      after: { takesMs: { actions: { type: 'tell', params: { role: 'hands', event: 'TAKE' } } } },
      on: {
        SERVED: 'served',
        TURNED_AWAY: 'deciding',
      },
    },
    served: {
      entry: [
        { type: 'tell', params: { role: 'lobby', event: 'LEAVES', with: ['person'] } },
        { type: 'tell', params: { role: 'habit', event: 'SERVED', with: ['order'] } },
      ],
      on: { GONE: 'away' },
    },
    deciding: {
      entry: { type: 'tell', params: { role: 'habit', event: 'TURNED_AWAY', with: ['reason'] } },
      on: {
        LEAVES: 'leaving',
        WAITS: 'waitingForHelp',
        GOES_ELSEWHERE: 'goingElsewhere',
      },
    },
    goingElsewhere: {
      entry: [
        { type: 'tell', params: { role: 'lobby', event: 'LEAVES', with: ['person'] } },
        { type: 'tell', params: { role: 'habit', event: 'SETS_OUT' } },
      ],
      on: { ARRIVES: 'inLine' },
    },
    waitingForHelp: {
      entry: [
        { type: 'tell', params: { role: 'lobby', event: 'STEPS_ASIDE', with: ['person'] } },
        { type: 'tell', params: { role: 'helpline', event: 'TOLD', with: ['person', 'cartridge'] } },
        { type: 'tell', params: { role: 'habit', event: 'WAITS_FOR_HELP' } },
      ],
      on: {
        FREED: 'comingBack',
        PATIENCE_OVER: 'leaving',
        SITE_CLOSED: 'leaving',
      },
    },
    comingBack: {
      after: { backInLineMs: 'inLine' },
      on: { SITE_CLOSED: 'leaving' },
    },
    leaving: {
      entry: [
        { type: 'tell', params: { role: 'lobby', event: 'LEAVES', with: ['person'] } },
        { type: 'tell', params: { role: 'helpline', event: 'LEFT', with: ['person'] } },
        { type: 'tell', params: { role: 'habit', event: 'LEFT' } },
      ],
      on: { GONE: 'away' },
    },
  },
});

export const personDefinition: ChartDefinition = {
  name: 'person',
  machine: personChart,
  parameters: personParameters,
  counters: [],
  slots: ['person', 'cartridge', 'order', 'reason'],
  roles: ['habit', 'lobby', 'session', 'hands', 'helpline'],
};
