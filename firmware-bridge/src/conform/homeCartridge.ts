import { chartStateNames } from '../wire/chartStateNames.js';
import { registerPlace } from '../wire/registerNames.js';
import { NotTried } from './Broken.js';
import type { Probe } from './Probe.js';

/** A cartridge that is fitted, at home and sound: to clear it moves nothing and unlocks nothing. @throws NotTried */
export async function homeCartridge(probe: Probe, skip = 0): Promise<number> {
  const { cartridges } = await probe.block('identity');
  const lanes = await probe.registers('input', registerPlace('laneStates').address, cartridges);
  const names = chartStateNames();
  const found = lanes.flatMap((states, index) => (names.lane(states).includes('home') ? [index + 1] : []));
  const cartridge = found[skip];
  if (cartridge === undefined) throw new NotTried('no sound cartridge is left to try it with');
  return cartridge;
}
