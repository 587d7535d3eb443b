import { setup } from 'xstate';
import type { ChartDefinition } from './ChartDefinition.js';
import { delaysOf } from './delaysOf.js';
import { interlockParameters } from './interlock.parameters.js';
import { actions, type ChartTypes, fromInput, guards } from './vocabulary.js';

/**
 * What must be shut before a motor may turn, the flap that lets a hand in, whether the beam can be believed, whether the
 * supply carries a motor, and whether somebody opened what should stay shut.
 */
export const interlockChart = setup({
  types: {} as ChartTypes,
  guards,
  actions,
  delays: delaysOf(interlockParameters),
}).createMachine({
  id: 'interlock',
  context: fromInput,
  type: 'parallel',
  states: {
    door: {
      initial: 'closed',
      states: {
        closed: { on: { DOOR_OPENED: 'open' } },
        open: {
          entry: [
            { type: 'tell', params: { role: 'motion', event: 'DOOR_OPENED' } },
            { type: 'signal', params: { name: 'door-opened' } },
          ],
          exit: { type: 'signal', params: { name: 'door-closed' } },
          on: { DOOR_CLOSED: 'closed' },
        },
      },
    },
    flap: {
      initial: 'locked',
      states: {
        locked: {
          entry: { type: 'drive', params: { actuator: 'bolt', to: 'out' } },
          on: { UNLOCK: 'unlocking', FLAP_OPENED: 'open' },
        },
        unlocking: {
          entry: { type: 'drive', params: { actuator: 'bolt', to: 'back' } },
          after: { boltTimeoutMs: 'stuck' },
          on: { BOLT_BACK: 'unlocked', HOST_SILENT: 'locked' },
        },
        unlocked: {
          after: { flapUnlockedMs: 'locked' },
          on: { FLAP_OPENED: 'open', HOST_SILENT: 'locked' },
        },
        open: {
          entry: { type: 'signal', params: { name: 'flap-opened' } },
          exit: { type: 'signal', params: { name: 'flap-closed' } },
          on: { FLAP_CLOSED: 'locked' },
        },
        // The bolt stays driven: once somebody has freed it, it comes back, and that is the evidence.
        stuck: {
          entry: { type: 'signal', params: { name: 'flap-stuck' } },
          on: {
            UNLOCK: { actions: { type: 'signal', params: { name: 'flap-stuck' } } },
            BOLT_BACK: { target: 'locked', actions: { type: 'signal', params: { name: 'flap-freed' } } },
          },
        },
      },
    },
    beam: {
      initial: 'lit',
      states: {
        lit: { on: { BEAM_BROKEN: 'dark', BEAM_BROKEN_AT_REST: 'unexpected' } },
        unexpected: {
          after: { beamClearMs: 'dark' },
          on: { BEAM_CLEARED: { target: 'lit', actions: { type: 'signal', params: { name: 'surplus', with: ['cartridge'] } } } },
        },
        dark: { on: { BEAM_CLEARED: 'lit' } },
      },
    },
    supply: {
      initial: 'good',
      states: {
        good: { on: { SUPPLY_LOW: 'low' } },
        low: {
          entry: [
            { type: 'tell', params: { role: 'motion', event: 'SUPPLY_LOW' } },
            { type: 'signal', params: { name: 'supply-low' } },
          ],
          exit: { type: 'signal', params: { name: 'supply-good' } },
          on: { SUPPLY_GOOD: 'good' },
        },
      },
    },
    tamper: {
      initial: 'shut',
      states: {
        shut: { on: { TAMPER_OPENED: 'opened' } },
        opened: {
          entry: { type: 'signal', params: { name: 'tamper-opened' } },
          exit: { type: 'signal', params: { name: 'tamper-closed' } },
          on: { TAMPER_CLOSED: 'shut' },
        },
      },
    },
  },
});

export const interlockDefinition = {
  name: 'interlock',
  machine: interlockChart,
  parameters: interlockParameters,
  counters: [],
  slots: ['cartridge'],
  roles: ['motion'],
} as const satisfies ChartDefinition;
