import type { WorldSpec } from '../spec/WorldSpec.js';
import { HANDS_ON_A_CARTRIDGE, type Input } from './Input.js';

/** What an input names that this world does not have, in words; `null` when all of it is there. */
export function problemOfInput(input: Input, spec: WorldSpec): string | null {
  if (!('machine' in input)) {
    return spec.people.some(({ id }) => id === input.person) ? null : `there is no person ${input.person}`;
  }
  const machine = spec.machines.find(({ id }) => id === input.machine);
  if (!machine) return `there is no machine ${input.machine}`;
  const needsCartridge = 'cartridge' in input && (input.kind !== 'hand' || HANDS_ON_A_CARTRIDGE.includes(input.hand));
  if (!needsCartridge || (input.cartridge >= 1 && input.cartridge <= machine.cartridges)) return null;
  return `${machine.id} has no cartridge ${input.cartridge}; it has 1 to ${machine.cartridges}`;
}
