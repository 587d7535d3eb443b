import type { ParameterValues } from '../charts/parameters.js';
import type { mechanismParameters } from './mechanism.parameters.js';

type FallValues = Pick<ParameterValues<typeof mechanismParameters>, 'topShelfMm' | 'shelfPitchMm' | 'beamMm' | 'packageMm'>;

export const LANES_PER_SHELF = 8;
/** Standard gravity, in mm/s². */
const GRAVITY = 9_806.65;
const US_PER_S = 1_000_000;

export interface Fall {
  /** From the coil's end to the beam. */
  readonly fall_us: number;
  /** For as long as the package darkens the beam. */
  readonly pass_us: number;
}

/** The free fall of a package from its shelf to the beam, and past it. Cartridge 1 is at the left of the top shelf. */
export function fallOf(cartridge: number, values: FallValues): Fall {
  const shelf = Math.floor((cartridge - 1) / LANES_PER_SHELF);
  const height = Math.max(0, values.topShelfMm - shelf * values.shelfPitchMm - values.beamMm);
  const fall_us = fallTime_us(height);
  return { fall_us, pass_us: Math.max(1, fallTime_us(height + values.packageMm) - fall_us) };
}

function fallTime_us(mm: number): number {
  return Math.round(Math.sqrt((2 * mm) / GRAVITY) * US_PER_S);
}
