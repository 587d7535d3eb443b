import type { Body } from '../body/hinge.js';
import type { Kernel } from '../kernel/Kernel.js';
import type { WorldSpec } from '../spec/WorldSpec.js';
import { machineOf, postNetwork } from './Faults.js';
import type { HandName, Input } from './Input.js';

const EVENT_OF_HAND = {
  'open-door': 'OPEN_DOOR',
  'close-door': 'CLOSE_DOOR',
  take: 'TAKE',
  free: 'FREE',
  load: 'LOAD',
  unload: 'UNLOAD',
  'clean-beam': 'CLEAN_BEAM',
  'free-flap': 'FREE_FLAP',
  'empty-box': 'EMPTY_BOX',
} as const satisfies Record<HandName, string>;

/** Tells an input to whom it concerns, as an event at this instant. */
export function postInput(kernel: Kernel, spec: WorldSpec, bodies: ReadonlyMap<string, Body>, input: Input): void {
  switch (input.kind) {
    case 'hand': {
      const { machine, hand, cartridge, packages } = input;
      return kernel.post(`${machine}/hands`, { type: EVENT_OF_HAND[hand], cartridge, packages });
    }
    case 'fault':
      return bodies.get(input.machine)?.fault({ cause: input.cause, cartridge: input.cartridge });
    case 'network':
      return postNetwork(kernel, spec, input.machine, input.up);
    case 'cold-hands':
      return kernel.post(`${machineOf(spec, input.person)}/reader`, {
        type: 'COLD_HANDS',
        person: input.person,
        cold: input.cold,
      });
    case 'key-on-site':
      return kernel.post(`${input.machine}/helpline`, { type: 'KEY_ON_SITE', by: input.by, role: input.role });
    case 'sign-override':
      return kernel.post(`${input.machine}/signers`, { type: 'SIGNED_BY', by: input.by });
    case 'count': {
      const { machine, cartridge, first, second } = input;
      return kernel.post(`${machine}/counts`, { type: 'COUNTED', cartridge, first, second });
    }
  }
}
