import { CHARTS, parameterValues } from '../src/index.js';

/** The chart that works hardest, and one vend after the other on it: what every engine is timed on. */
export const cartridge = CHARTS.find(({ name }) => name === 'cartridge') as (typeof CHARTS)[number];

export const VEND = [
  'VEND',
  'CAM_OPENED',
  'CAM_CLOSED',
  'CAM_OPENED',
  'CAM_CLOSED',
  'BEAM_BROKEN',
  'BEAM_CLEARED',
  'xstate.after.surplusWindowMs.cartridge.dropSeen.beamClear',
] as const;

export const limits = parameterValues(cartridge.name, cartridge.parameters);
