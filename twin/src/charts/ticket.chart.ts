import { setup } from 'xstate';
import type { ChartDefinition } from './ChartDefinition.js';
import { delaysOf } from './delaysOf.js';
import { ticketParameters } from './ticket.parameters.js';
import { actions, type ChartTypes, fromInput, guards } from './vocabulary.js';

/**
 * What is wrong with a machine, from the jam to the count signed by two: noticed, reported, waiting for the desk or a key, helped
 * from afar, on the way, on site, a part on order, counted and signed. One ticket for all that is jammed at once.
 */
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
    PART_CAME: { actions: { type: 'record', params: { kind: 'part-came', with: ['cartridge'] } } },
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
        PARTS_AWAITED: '.partOnOrder',
      },
      states: {
        unnoticed: {
          on: {
            NOTICED: {
              target: 'asking',
              actions: { type: 'record', params: { kind: 'noticed', with: ['cartridge', 'mode', 'by'] } },
            },
            PART_CAME: {
              target: 'asking',
              actions: { type: 'record', params: { kind: 'part-came', with: ['cartridge'] } },
            },
            ASK: 'asking',
            HELP_COMES: 'helpComing',
          },
        },
        asking: {
          entry: { type: 'tell', params: { role: 'helpline', event: 'ASK' } },
          initial: 'reported',
          on: {
            HELP_COMES: 'helpComing',
            HELPED_REMOTELY: 'remoteHelp',
            CHAIN_ASKED: 'nobodyFree',
          },
          states: {
            reported: { on: { DESK_CALLED: 'waitingForDesk' } },
            waitingForDesk: { on: { CONTACT_CALLED: 'reported' } },
          },
        },
        // Those who have promised nothing are asked again, whoever is waited for.
        nobodyFree: {
          initial: 'waitingForKey',
          after: { askAgainMs: 'asking' },
          on: {
            NOBODY_FREE: { actions: { type: 'record', params: { kind: 'nobody-free', with: ['cartridge'] } } },
            HELP_COMES: 'helpComing',
            HELPED_REMOTELY: 'remoteHelp',
          },
          states: {
            waitingForKey: { on: { KEY_PROMISED: 'keyPromised', DESK_PROMISED: 'waitingForDesk' } },
            keyPromised: { on: { ASK: 'waitingForKey' } },
            waitingForDesk: { on: { ASK: 'waitingForKey' } },
          },
        },
        helpComing: {
          initial: 'aboutToSetOff',
          on: { ASK: 'asking' },
          states: {
            aboutToSetOff: { on: { ALL_PROMISED: 'promised', SETS_OFF: 'onTheWay' } },
            promised: { on: { SETS_OFF: 'onTheWay' } },
            onTheWay: {},
          },
        },
        remoteHelp: { on: { ASK: 'asking', HELP_COMES: 'helpComing' } },
        partOnOrder: {
          on: {
            NOTICED: {
              target: 'asking',
              actions: { type: 'record', params: { kind: 'noticed', with: ['cartridge', 'mode', 'by'] } },
            },
            PART_CAME: {
              target: 'asking',
              actions: { type: 'record', params: { kind: 'part-came', with: ['cartridge'] } },
            },
          },
        },
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
            PART_FOR: 'fitting',
            PART_LACKS: 'findingOut',
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
        fitting: {
          after: {
            fitPartMs: {
              target: 'secondPerson',
              actions: { type: 'tell', params: { role: 'hands', event: 'FREE', with: ['cartridge'] } },
            },
          },
        },
        // It takes as long to find out that a part is needed as freeing would have taken.
        findingOut: {
          after: {
            freeMs: {
              target: 'choosing',
              actions: { type: 'record', params: { kind: 'part-ordered', with: ['cartridge', 'comes_us'] } },
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
            PARTS_AWAITED: '#ticket.open.partOnOrder',
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
  slots: ['cartridge', 'mode', 'by', 'role', 'key_holder', 'first', 'second', 'how', 'comes_us'],
  roles: ['helpline', 'hands', 'inventory'],
};
