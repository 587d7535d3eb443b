import type { Input, PersonSpec, WorldSpec } from '@dosetwin/twin';
import { libraryScenario } from '../test/libraryScenario.js';

/** Ten machines of 40 people each, as the promise of speed has it. */
export const MACHINES = 10;
export const PEOPLE_A_MACHINE = 40;
const US_PER_DAY = 86_400_000_000;
/** A cartridge of 14 packages is filled up again before it can run empty. */
const DAYS_BETWEEN_ROUNDS = 12;
const PACKAGES = 14;
/** Early in the morning, when nobody comes. */
const ROUND_AT_US = 4.5 * 3_600_000_000;

export interface Region {
  readonly spec: WorldSpec;
  /** Who fills the cartridges up, machine by machine, in the order of time. */
  readonly inputs: readonly Input[];
}

/** Ten times the machine of `routine-day`, each with a site and people of its own, its helpers shared, for some days. */
export function region(days: number): Region {
  const { spec } = libraryScenario('routine-day');
  const [site, machine] = [spec.sites[0], spec.machines[0]];
  if (!site || !machine) throw new Error('routine-day has neither site nor machine');
  const numbers = Array.from({ length: MACHINES }, (_, m) => m + 1);
  const loaded = Array.from({ length: PEOPLE_A_MACHINE }, () => PACKAGES);
  return {
    spec: {
      ...spec,
      length_us: days * US_PER_DAY,
      sites: numbers.map((m) => ({ ...site, id: `house-${m}` })),
      machines: numbers.map((m) => ({
        ...machine,
        id: `house-${m}-1`,
        site: `house-${m}`,
        cartridges: PEOPLE_A_MACHINE,
        loaded,
      })),
      people: numbers.flatMap((m) => peopleOf(m, spec.people)),
    },
    inputs: roundsOf(days, numbers),
  };
}

function peopleOf(m: number, like: readonly PersonSpec[]): PersonSpec[] {
  return Array.from({ length: PEOPLE_A_MACHINE }, (_, p) => ({
    ...(like[p % like.length] as PersonSpec),
    id: `P${(m - 1) * PEOPLE_A_MACHINE + p + 1}`,
    machine: `house-${m}-1`,
    cartridge: p + 1,
  }));
}

function roundsOf(days: number, numbers: readonly number[]): Input[] {
  const inputs: Input[] = [];
  for (let day = DAYS_BETWEEN_ROUNDS; day < days; day += DAYS_BETWEEN_ROUNDS) {
    const t_us = day * US_PER_DAY + ROUND_AT_US - 6 * 3_600_000_000;
    for (const m of numbers) inputs.push(...roundAt(`house-${m}-1`, t_us));
  }
  return inputs;
}

function roundAt(machine: string, t_us: number): Input[] {
  const hand = (name: 'open-door' | 'load' | 'close-door', cartridge = 0): Input => {
    return { t_us, role: 'pharmacist', kind: 'hand', machine, hand: name, cartridge, packages: name === 'load' ? PACKAGES : 0 };
  };
  const lanes = Array.from({ length: PEOPLE_A_MACHINE }, (_, i) => hand('load', i + 1));
  return [hand('open-door'), ...lanes, hand('close-door')];
}
