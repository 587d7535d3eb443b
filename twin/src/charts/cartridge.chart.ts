import { setup } from 'xstate';
import type { ChartDefinition } from './ChartDefinition.js';
import { cartridgeParameters } from './cartridge.parameters.js';
import { delaysOf } from './delaysOf.js';
import { actions, type ChartTypes, fromInput, guards } from './vocabulary.js';

/**
 * One cartridge: a whole turn, the drop, and what is tried when none was seen. It knows motions and never contents. While
 * the motor runs, one region follows the coil by its cam switch and the beam, the other the motor's current.
 */
export const cartridgeChart = setup({
  types: {} as ChartTypes,
  guards,
  actions,
  delays: delaysOf(cartridgeParameters),
}).createMachine({
  id: 'cartridge',
  context: fromInput,
  initial: 'home',
  states: {
    home: {
      on: {
        VEND: {
          target: 'moving',
          actions: [
            { type: 'reset', params: { counter: 'closings' } },
            { type: 'reset', params: { counter: 'tries' } },
            { type: 'drive', params: { actuator: 'diverter', to: 'box' } },
            { type: 'signal', params: { name: 'moving', with: ['order', 'cartridge'] } },
          ],
        },
        VEND_IN_DARK: {
          target: 'jammed.blindBeam',
          actions: { type: 'signal', params: { name: 'jammed', mode: 'blind-beam', with: ['order', 'cartridge'] } },
        },
        CLEAR: { actions: { type: 'signal', params: { name: 'cleared', with: ['cartridge'] } } },
      },
    },
    moving: {
      type: 'parallel',
      entry: { type: 'drive', params: { actuator: 'motor', to: 'run' } },
      exit: { type: 'drive', params: { actuator: 'motor', to: 'stop' } },
      after: {
        motionLimitMs: {
          target: 'jammed.stalled',
          actions: { type: 'signal', params: { name: 'jammed', mode: 'stall-cam', with: ['order', 'cartridge'] } },
        },
      },
      on: { DOOR_OPENED: 'jammed.interrupted', SUPPLY_LOW: 'jammed.interrupted' },
      states: {
        coil: {
          initial: 'leaving',
          states: {
            leaving: {
              after: { camOpenTimeoutMs: '#cartridge.jammed.misaligned' },
              on: { CAM_OPENED: 'turning', BEAM_BROKEN: 'finishing' },
            },
            turning: {
              on: {
                CAM_CLOSED: [
                  {
                    guard: { type: 'below', params: { counter: 'closings', limit: 'closingsBeforeLast' } },
                    actions: { type: 'increment', params: { counter: 'closings' } },
                  },
                  { target: '#cartridge.waitingForDrop' },
                ],
                BEAM_BROKEN: 'finishing',
              },
            },
            halfTurn: {
              initial: 'leaving',
              on: { BEAM_BROKEN: 'finishing' },
              states: {
                leaving: {
                  after: { camOpenTimeoutMs: '#cartridge.jammed.misaligned' },
                  on: { CAM_OPENED: 'turning' },
                },
                turning: { on: { CAM_CLOSED: '#cartridge.waitingForDrop' } },
              },
            },
            // The drop was seen with the motor still on: the coil goes on to the next closing, whichever it is.
            finishing: {
              initial: 'beamBroken',
              states: {
                beamBroken: { on: { BEAM_CLEARED: 'beamClear', CAM_CLOSED: '#cartridge.dropSeen.beamBroken' } },
                beamClear: {
                  on: { BEAM_BROKEN: '#cartridge.jammed.doubleFeed', CAM_CLOSED: '#cartridge.dropSeen.beamClear' },
                },
              },
            },
          },
        },
        current: {
          initial: 'normal',
          states: {
            normal: { on: { CURRENT_HIGH: 'high' } },
            high: {
              on: { CURRENT_NORMAL: 'normal' },
              after: {
                stallCurrentMs: {
                  target: '#cartridge.jammed.stalled',
                  actions: { type: 'signal', params: { name: 'jammed', mode: 'stall-current', with: ['order', 'cartridge'] } },
                },
              },
            },
          },
        },
      },
    },
    waitingForDrop: {
      after: {
        dropWindowMs: [
          {
            guard: { type: 'below', params: { counter: 'tries', limit: 'furtherHalfTurns' } },
            target: '#cartridge.moving.coil.halfTurn',
            actions: { type: 'increment', params: { counter: 'tries' } },
          },
          { target: 'jammed.hungUp' },
        ],
      },
      on: { BEAM_BROKEN: 'dropSeen', DOOR_OPENED: 'jammed.interrupted', SUPPLY_LOW: 'jammed.interrupted' },
    },
    dropSeen: {
      initial: 'beamBroken',
      on: { DOOR_OPENED: 'jammed.interrupted' },
      states: {
        beamBroken: {
          after: {
            beamClearMs: {
              target: '#cartridge.jammed.blindBeam',
              actions: { type: 'signal', params: { name: 'jammed', mode: 'beam-lost', with: ['order', 'cartridge'] } },
            },
          },
          on: { BEAM_CLEARED: 'beamClear' },
        },
        beamClear: {
          after: {
            surplusWindowMs: {
              target: '#cartridge.home',
              actions: { type: 'signal', params: { name: 'dropped', with: ['order', 'cartridge'] } },
            },
          },
          on: { BEAM_BROKEN: '#cartridge.jammed.doubleFeed' },
        },
      },
    },
    jammed: {
      initial: 'stalled',
      after: { motorRestMs: 'lockedOut' },
      on: { CLEAR: { target: 'home', actions: { type: 'signal', params: { name: 'cleared', with: ['cartridge'] } } } },
      states: {
        // The transition that leads here says which way it stalled, and when the beam went dark.
        stalled: {},
        hungUp: { entry: { type: 'signal', params: { name: 'jammed', mode: 'hung-up', with: ['order', 'cartridge'] } } },
        misaligned: { entry: { type: 'signal', params: { name: 'jammed', mode: 'misaligned', with: ['order', 'cartridge'] } } },
        blindBeam: {},
        doubleFeed: {
          entry: [
            { type: 'signal', params: { name: 'surplus', with: ['cartridge'] } },
            { type: 'signal', params: { name: 'jammed', mode: 'double-feed', with: ['order', 'cartridge'] } },
          ],
        },
        interrupted: { entry: { type: 'signal', params: { name: 'jammed', mode: 'interrupted', with: ['order', 'cartridge'] } } },
      },
    },
    lockedOut: {
      on: {
        RECOVER: {
          target: 'recovering',
          actions: [
            { type: 'reset', params: { counter: 'tries' } },
            { type: 'increment', params: { counter: 'tries' } },
            { type: 'drive', params: { actuator: 'diverter', to: 'reject' } },
            { type: 'signal', params: { name: 'moving', with: ['order', 'cartridge'] } },
          ],
        },
        RECOVER_IN_DARK: {
          target: 'jammed.blindBeam',
          actions: { type: 'signal', params: { name: 'jammed', mode: 'blind-beam', with: ['order', 'cartridge'] } },
        },
        CLEAR: { target: 'home', actions: { type: 'signal', params: { name: 'cleared', with: ['cartridge'] } } },
      },
    },
    // Whatever falls here falls into the reject bin, one package or more, and the lane is free. The diverter stays there
    // until the next vend, for what falls late.
    recovering: {
      initial: 'moving',
      on: { DOOR_OPENED: 'jammed.interrupted', SUPPLY_LOW: 'jammed.interrupted' },
      states: {
        moving: {
          type: 'parallel',
          entry: { type: 'drive', params: { actuator: 'motor', to: 'run' } },
          exit: { type: 'drive', params: { actuator: 'motor', to: 'stop' } },
          after: {
            motionLimitMs: {
              target: '#cartridge.jammed.stalled',
              actions: { type: 'signal', params: { name: 'jammed', mode: 'stall-cam', with: ['order', 'cartridge'] } },
            },
          },
          states: {
            coil: {
              initial: 'leaving',
              states: {
                leaving: {
                  after: { camOpenTimeoutMs: '#cartridge.jammed.misaligned' },
                  on: { CAM_OPENED: 'turning', BEAM_BROKEN: 'finishing' },
                },
                turning: { on: { CAM_CLOSED: '#cartridge.recovering.waitingForDrop', BEAM_BROKEN: 'finishing' } },
                finishing: {
                  initial: 'beamBroken',
                  states: {
                    beamBroken: { on: { BEAM_CLEARED: 'beamClear', CAM_CLOSED: '#cartridge.recovering.dropSeen.beamBroken' } },
                    beamClear: {
                      on: {
                        BEAM_BROKEN: {
                          target: 'beamBroken',
                          actions: { type: 'signal', params: { name: 'surplus', with: ['cartridge'] } },
                        },
                        CAM_CLOSED: '#cartridge.recovering.dropSeen.beamClear',
                      },
                    },
                  },
                },
              },
            },
            current: {
              initial: 'normal',
              states: {
                normal: { on: { CURRENT_HIGH: 'high' } },
                high: {
                  on: { CURRENT_NORMAL: 'normal' },
                  after: {
                    stallCurrentMs: {
                      target: '#cartridge.jammed.stalled',
                      actions: {
                        type: 'signal',
                        params: { name: 'jammed', mode: 'stall-current', with: ['order', 'cartridge'] },
                      },
                    },
                  },
                },
              },
            },
          },
        },
        waitingForDrop: {
          after: {
            dropWindowMs: [
              {
                guard: { type: 'below', params: { counter: 'tries', limit: 'furtherHalfTurns' } },
                target: 'moving',
                actions: { type: 'increment', params: { counter: 'tries' } },
              },
              { target: '#cartridge.jammed.hungUp' },
            ],
          },
          on: { BEAM_BROKEN: 'dropSeen' },
        },
        dropSeen: {
          initial: 'beamBroken',
          states: {
            beamBroken: {
              after: {
                beamClearMs: {
                  target: '#cartridge.jammed.blindBeam',
                  actions: { type: 'signal', params: { name: 'jammed', mode: 'beam-lost', with: ['order', 'cartridge'] } },
                },
              },
              on: { BEAM_CLEARED: 'beamClear' },
            },
            beamClear: {
              after: {
                surplusWindowMs: {
                  target: '#cartridge.home',
                  actions: { type: 'signal', params: { name: 'recovered', with: ['order', 'cartridge'] } },
                },
              },
              on: {
                BEAM_BROKEN: {
                  target: 'beamBroken',
                  actions: { type: 'signal', params: { name: 'surplus', with: ['cartridge'] } },
                },
              },
            },
          },
        },
      },
    },
  },
});

export const cartridgeDefinition = {
  name: 'cartridge',
  machine: cartridgeChart,
  parameters: cartridgeParameters,
  counters: ['closings', 'tries'],
  slots: ['order', 'cartridge'],
  roles: [],
} as const satisfies ChartDefinition;
