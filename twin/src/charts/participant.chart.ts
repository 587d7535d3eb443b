import { setup } from 'xstate';
import type { ChartDefinition } from './ChartDefinition.js';
import { delaysOf } from './delaysOf.js';
import { participantParameters } from './participant.parameters.js';
import { actions, type ChartTypes, fromInput, guards } from './vocabulary.js';

/**
 * One person's standing with the programme: from asking for a place, over the assessment, a cartridge and a registered palm,
 * to the first dose and all that may come after it. What a visit is like is the person chart's.
 */
export const participantChart = setup({
  types: {} as ChartTypes,
  guards,
  actions,
  delays: delaysOf(participantParameters),
}).createMachine({
  id: 'participant',
  context: fromInput,
  initial: 'eligible',
  on: {
    EVICTED: '.evicted',
    MOVED: {
      actions: [
        { type: 'record', params: { kind: 'moved', with: ['person'] } },
        { type: 'tell', params: { role: 'way', event: 'HOME_CHANGED' } },
      ],
    },
  },
  states: {
    eligible: {
      on: {
        SEEKS: 'seeking',
        ON_PROGRAMME: 'collecting',
      },
    },
    seeking: {
      entry: [
        { type: 'record', params: { kind: 'seeks', with: ['person'] } },
        { type: 'tell', params: { role: 'way', event: 'ASK_ASSESSMENT' } },
      ],
      on: {
        ASSESSED: 'assessed',
        TURNED_AWAY: 'turnedAway',
      },
    },
    turnedAway: { on: { SEEKS: 'seeking' } },
    assessed: {
      entry: [
        { type: 'record', params: { kind: 'taken-on', with: ['person'] } },
        { type: 'tell', params: { role: 'way', event: 'ASK_CARTRIDGE' } },
      ],
      on: { ENROLLED: 'enrolled' },
    },
    enrolled: {
      entry: [{ type: 'record', params: { kind: 'enrolled', with: ['person', 'machine', 'cartridge'] } }],
      exit: { type: 'reset', params: { counter: 'tries' } },
      initial: 'registering',
      states: {
        registering: {
          entry: { type: 'tell', params: { role: 'way', event: 'REGISTER' } },
          on: {
            REGISTERED: '#participant.registered',
            NOT_REGISTERED: 'failed',
          },
        },
        failed: {
          entry: [
            { type: 'increment', params: { counter: 'tries' } },
            { type: 'record', params: { kind: 'registration-failed', with: ['person', 'machine'] } },
          ],
          always: [
            { guard: { type: 'below', params: { counter: 'tries', limit: 'mostRegistrations' } }, target: 'registering' },
            { target: 'givenUp' },
          ],
        },
        givenUp: {
          entry: { type: 'tell', params: { role: 'way', event: 'CANNOT_REGISTER' } },
          on: {
            REGISTERED: '#participant.registered',
            TURNED_AWAY: '#participant.turnedAway',
          },
        },
      },
    },
    registered: {
      entry: [
        { type: 'record', params: { kind: 'registered', with: ['person', 'machine'] } },
        { type: 'tell', params: { role: 'way', event: 'BEGINS' } },
      ],
      on: {
        SERVED: {
          target: 'collecting',
          actions: { type: 'record', params: { kind: 'first-dose', with: ['person'] } },
        },
      },
    },
    collecting: {
      exit: [
        { type: 'reset', params: { counter: 'failures' } },
        { type: 'reset', params: { counter: 'missed' } },
      ],
      initial: 'content',
      states: {
        content: {
          on: {
            SERVED: {
              actions: [
                { type: 'reset', params: { counter: 'failures' } },
                { type: 'reset', params: { counter: 'missed' } },
              ],
            },
            FAILED: { target: 'weighing', actions: { type: 'increment', params: { counter: 'failures' } } },
            MISSED: { actions: { type: 'increment', params: { counter: 'missed' } } },
          },
          always: {
            guard: { type: 'atLeast', params: { counter: 'missed', limit: 'awayAfter' } },
            target: '#participant.notComing',
          },
        },
        weighing: {
          entry: { type: 'reset', params: { counter: 'missed' } },
          always: [
            { guard: { type: 'below', params: { counter: 'failures', limit: 'fedUpAfter' } }, target: 'content' },
            { target: 'fedUp' },
          ],
        },
        fedUp: {
          entry: { type: 'tell', params: { role: 'way', event: 'FED_UP' } },
          on: {
            LEAVES: '#participant.atPharmacy',
            STAYS: { target: 'content', actions: { type: 'reset', params: { counter: 'failures' } } },
          },
        },
      },
    },
    notComing: {
      entry: { type: 'record', params: { kind: 'not-coming', with: ['person'] } },
      on: {
        SERVED: 'collecting',
        FAILED: 'collecting',
      },
    },
    atPharmacy: {
      entry: [
        { type: 'record', params: { kind: 'left-for-pharmacy', with: ['person', 'cause'] } },
        { type: 'tell', params: { role: 'way', event: 'STOPS' } },
      ],
      after: { considersReturnMs: { actions: { type: 'tell', params: { role: 'way', event: 'CONSIDERS_RETURN' } } } },
      on: {
        RETURNS: 'returning',
        STAYS_AWAY: { target: 'atPharmacy', reenter: true },
      },
    },
    returning: {
      entry: [
        { type: 'record', params: { kind: 'returned', with: ['person'] } },
        { type: 'tell', params: { role: 'way', event: 'BEGINS' } },
      ],
      on: {
        SERVED: 'collecting',
        FAILED: 'atPharmacy',
      },
    },
    evicted: {
      entry: [
        { type: 'record', params: { kind: 'evicted', with: ['person'] } },
        { type: 'tell', params: { role: 'way', event: 'HOME_LOST' } },
      ],
      on: {
        ACCESS_ELSEWHERE: 'collecting',
        TO_BE_REWRITTEN: 'seeking',
        EVICTED: {},
      },
    },
  },
});

export const participantDefinition: ChartDefinition = {
  name: 'participant',
  machine: participantChart,
  parameters: participantParameters,
  counters: ['tries', 'failures', 'missed'],
  slots: ['person', 'machine', 'cartridge', 'cause'],
  roles: ['way'],
};
