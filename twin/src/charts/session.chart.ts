import { setup } from 'xstate';
import type { ChartDefinition } from './ChartDefinition.js';
import { delaysOf } from './delaysOf.js';
import { sessionParameters } from './session.parameters.js';
import { actions, type ChartTypes, fromInput, guards } from './vocabulary.js';

/** The dispenser's session: from a palm presented to a package taken, or to a reason why not. */
export const sessionChart = setup({
  types: {} as ChartTypes,
  guards,
  actions,
  delays: delaysOf(sessionParameters),
}).createMachine({
  id: 'session',
  context: fromInput,
  initial: 'inService',
  states: {
    inService: {
      initial: 'idle',
      on: { OUT_OF_SERVICE: 'outOfService' },
      states: {
        idle: {
          entry: [
            { type: 'tell', params: { role: 'hinge', event: 'SESSION_IDLE' } },
            { type: 'tell', params: { role: 'lobby', event: 'MACHINE_FREE' } },
          ],
          on: { PRESENTED: 'matching' },
        },
        matching: {
          entry: [
            { type: 'record', params: { kind: 'presented', with: ['person'] } },
            { type: 'tell', params: { role: 'palm', event: 'CAPTURE', with: ['person'] } },
          ],
          on: {
            MATCHED: 'authorising',
            LOCKED_OUT: 'refused',
            OUT_OF_SERVICE: {
              target: '#session.outOfService',
              actions: [
                { type: 'tell', params: { role: 'palm', event: 'GONE' } },
                { type: 'record', params: { kind: 'refused', reason: 'out-of-service', with: ['person'] } },
                { type: 'tell', params: { role: 'lobby', event: 'TURNED_AWAY', reason: 'out-of-service', with: ['person'] } },
              ],
            },
          },
        },
        authorising: {
          entry: { type: 'tell', params: { role: 'authoriser', event: 'ASK', with: ['person'] } },
          on: {
            AUTHORISED: 'dispensing',
            EMPTY: 'empty',
            REFUSED: 'refused',
            // The answer is on its way; a vend that cannot be is refused by the controller.
            OUT_OF_SERVICE: {},
          },
        },
        dispensing: {
          entry: [
            { type: 'record', params: { kind: 'authorised', with: ['person', 'order', 'cartridge'] } },
            { type: 'command', params: { name: 'vend', with: ['order', 'cartridge'] } },
          ],
          after: {
            vendSilenceMs: { actions: { type: 'tell', params: { role: 'hinge', event: 'SILENT', with: ['order'] } } },
          },
          on: {
            DROPPED: {
              target: 'collecting',
              actions: { type: 'record', params: { kind: 'dose-given', with: ['person', 'order', 'cartridge'] } },
            },
            JAMMED: 'jammed',
            ORDER_REFUSED: 'refused',
            OUT_OF_SERVICE: {},
          },
        },
        collecting: {
          entry: [
            { type: 'command', params: { name: 'unlock', with: ['order'] } },
            { type: 'tell', params: { role: 'lobby', event: 'DOSE_READY', with: ['person', 'order'] } },
          ],
          after: {
            collectMs: {
              target: 'idle',
              actions: [
                { type: 'record', params: { kind: 'dose-not-taken', with: ['person', 'order'] } },
                { type: 'tell', params: { role: 'hinge', event: 'NOT_TAKEN', with: ['cartridge'] } },
                { type: 'tell', params: { role: 'authoriser', event: 'NOT_TAKEN', with: ['order', 'cartridge'] } },
                { type: 'tell', params: { role: 'lobby', event: 'TURNED_AWAY', reason: 'not-taken', with: ['person'] } },
              ],
            },
          },
          on: {
            FLAP_CLOSED: {
              target: 'idle',
              actions: [
                { type: 'record', params: { kind: 'dose-taken', with: ['person', 'order'] } },
                { type: 'tell', params: { role: 'lobby', event: 'SERVED', with: ['person', 'order'] } },
              ],
            },
            FLAP_STUCK: {
              target: 'jammed',
              actions: { type: 'tell', params: { role: 'authoriser', event: 'CHUTE_BLOCKED', with: ['order', 'cartridge'] } },
            },
            OUT_OF_SERVICE: {},
          },
        },
        jammed: {
          entry: [
            { type: 'record', params: { kind: 'jam', with: ['person', 'order', 'cartridge', 'mode'] } },
            { type: 'tell', params: { role: 'ticket', event: 'JAM', with: ['person', 'order', 'cartridge', 'mode'] } },
            { type: 'tell', params: { role: 'lobby', event: 'TURNED_AWAY', reason: 'jammed', with: ['person'] } },
          ],
          after: { showRefusalMs: 'idle' },
        },
        empty: {
          entry: [
            { type: 'record', params: { kind: 'refused', reason: 'empty', with: ['person'] } },
            { type: 'tell', params: { role: 'lobby', event: 'TURNED_AWAY', reason: 'empty', with: ['person'] } },
          ],
          after: { showRefusalMs: 'idle' },
        },
        refused: {
          entry: [
            { type: 'record', params: { kind: 'refused', with: ['person', 'reason'] } },
            { type: 'tell', params: { role: 'lobby', event: 'TURNED_AWAY', with: ['person', 'reason'] } },
          ],
          after: { showRefusalMs: 'idle' },
        },
      },
    },
    outOfService: {
      entry: [
        { type: 'tell', params: { role: 'hinge', event: 'SESSION_OUT' } },
        { type: 'tell', params: { role: 'lobby', event: 'MACHINE_DOWN' } },
      ],
      on: {
        IN_SERVICE: 'inService',
        PRESENTED: {
          actions: [
            { type: 'record', params: { kind: 'refused', reason: 'out-of-service', with: ['person'] } },
            { type: 'tell', params: { role: 'lobby', event: 'TURNED_AWAY', reason: 'out-of-service', with: ['person'] } },
          ],
        },
      },
    },
  },
});

export const sessionDefinition: ChartDefinition = {
  name: 'session',
  machine: sessionChart,
  parameters: sessionParameters,
  counters: [],
  slots: ['person', 'order', 'cartridge', 'mode', 'reason'],
  roles: ['palm', 'authoriser', 'lobby', 'ticket', 'hinge'],
};
