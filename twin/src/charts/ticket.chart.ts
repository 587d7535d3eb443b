import { setup } from 'xstate';
import type { ChartDefinition } from './ChartDefinition.js';
import { delaysOf } from './delaysOf.js';
import { ticketParameters } from './ticket.parameters.js';
import { actions, type ChartTypes, fromInput, guards } from './vocabulary.js';

/** What is wrong with a machine, from the jam to the count signed by two. One ticket for all that is jammed at once. */
export const ticketChart = setup({
  types: {} as ChartTypes,
  guards,
  actions,
  delays: delaysOf(ticketParameters),
}).createMachine({
  id: 'ticket',
  context: fromInput,
  initial: 'none',
  on: {
    NOTICED: { actions: { type: 'record', params: { kind: 'noticed', with: ['cartridge', 'mode', 'by'] } } },
    CLEARED: { actions: { type: 'record', params: { kind: 'cleared', with: ['cartridge', 'how'] } } },
  },
  states: {
    none: {
      on: {
        JAMMED: 'open',
        ARRIVED: 'visit',
      },
    },
    open: {
      initial: 'unnoticed',
      on: {
        ARRIVED: 'visit',
        ALL_CLEAR: 'none',
      },
      states: {
        unnoticed: {
          on: {
            NOTICED: {
              target: 'asking',
              actions: { type: 'record', params: { kind: 'noticed', with: ['cartridge', 'mode', 'by'] } },
            },
            ASK: 'asking',
            HELP_COMES: 'helpComing',
          },
        },
        asking: {
          entry: { type: 'tell', params: { role: 'helpline', event: 'ASK' } },
          on: {
            HELP_COMES: 'helpComing',
            HELPED_REMOTELY: 'remoteHelp',
            CHAIN_ASKED: 'nobodyFree',
          },
        },
        nobodyFree: {
          after: { askAgainMs: 'asking' },
          on: {
            NOBODY_FREE: { actions: { type: 'record', params: { kind: 'nobody-free', with: ['cartridge'] } } },
            HELP_COMES: 'helpComing',
            HELPED_REMOTELY: 'remoteHelp',
          },
        },
        helpComing: { on: { ASK: 'asking' } },
        remoteHelp: { on: { ASK: 'asking', HELP_COMES: 'helpComing' } },
      },
    },
    visit: {
      initial: 'opening',
      states: {
        opening: { after: { openDoorMs: 'atTheDoor' } },
        atTheDoor: {
          entry: { type: 'tell', params: { role: 'helpline', event: 'OPENS' } },
          on: {
            DOOR_OPENED: {
              target: 'choosing',
              actions: [
                { type: 'tell', params: { role: 'hands', event: 'OPEN_DOOR' } },
                { type: 'record', params: { kind: 'door-opened', with: ['by', 'role', 'key_holder'] } },
              ],
            },
          },
        },
        choosing: {
          entry: { type: 'tell', params: { role: 'helpline', event: 'NEXT' } },
          on: {
            CARTRIDGE: 'freeing',
            NO_MORE: 'tidying',
          },
        },
        freeing: {
          after: {
            freeMs: {
              target: 'secondPerson',
              actions: { type: 'tell', params: { role: 'hands', event: 'FREE', with: ['cartridge'] } },
            },
          },
        },
        secondPerson: {
          entry: { type: 'tell', params: { role: 'helpline', event: 'SECOND_WANTED' } },
          on: { SECOND_IS_THERE: 'counting' },
        },
        counting: { after: { countMs: 'choosing' } },
        tidying: {
          after: {
            tidyMs: {
              target: 'closing',
              actions: [
                { type: 'tell', params: { role: 'hands', event: 'CLEAN_BEAM' } },
                { type: 'tell', params: { role: 'hands', event: 'FREE_FLAP' } },
                { type: 'tell', params: { role: 'hands', event: 'EMPTY_BOX' } },
              ],
            },
          },
        },
        closing: {
          after: {
            closeDoorMs: { target: 'signing', actions: { type: 'tell', params: { role: 'hands', event: 'CLOSE_DOOR' } } },
          },
        },
        // The count is signed after the door is shut: until then the controller refuses to take a lane back (SPEC H3).
        signing: { after: { signOffMs: 'signed' } },
        signed: {
          entry: { type: 'tell', params: { role: 'helpline', event: 'SIGN' } },
          on: {
            COUNTED: {
              actions: [
                { type: 'tell', params: { role: 'inventory', event: 'COUNTED', with: ['cartridge', 'first', 'second'] } },
                { type: 'record', params: { kind: 'cleared', with: ['cartridge', 'how'] } },
              ],
            },
            ALL_CLEAR: '#ticket.none',
            STILL_JAMMED: '#ticket.open',
          },
        },
      },
    },
  },
});

export const ticketDefinition: ChartDefinition = {
  name: 'ticket',
  machine: ticketChart,
  parameters: ticketParameters,
  counters: [],
  slots: ['cartridge', 'mode', 'by', 'role', 'key_holder', 'first', 'second', 'how'],
  roles: ['helpline', 'hands', 'inventory'],
};
