import { FAULT_CAUSES, type FaultSpec, HAND_NAMES, type Input, RandomStream, type WorldSpec } from '@dosetwin/twin';
import type { ResolvedScenario } from '../src/format/Scenario.js';

const MACHINE = 'harbour-house-1';
const US_PER_MIN = 60_000_000;
/** Enough that queues, jams and visits of helpers overlap; more would only make the days slower to run. */
const PEOPLE = 14;

/** A day that a seed makes: the given day, with faults at random times and hands at random instants. */
export interface RandomDay {
  readonly seed: number;
  readonly spec: WorldSpec;
  readonly inputs: readonly Input[];
}

/** `liesOfSensors`: may the beam miss packages and see some that are not there? Then counts can only be as good as it is. */
export function randomDay(
  base: ResolvedScenario,
  seed: number,
  { liesOfSensors }: { readonly liesOfSensors: boolean },
): RandomDay {
  const draw = new RandomStream(seed, 'random day', 'all');
  const { spec } = base;
  const sensors = liesOfSensors
    ? { sensorMissShare: 0.02, falseDropShare: 0.02 }
    : { sensorMissShare: 0, falseDropShare: 0, secondFallFromMs: 400, secondFallToMs: 500 };
  const parameters = { ...spec.parameters, mechanism: { ...spec.parameters.mechanism, jamShare: 0.15, ...sensors } };
  const faults: FaultSpec[] = Array.from({ length: draw.integer(0, 6) }, () => randomFault(draw, spec, liesOfSensors));
  const inputs = Array.from({ length: draw.integer(0, 12) }, () => randomInput(draw, spec)).sort((a, b) => a.t_us - b.t_us);
  const people = spec.people.slice(0, PEOPLE);
  return { seed, spec: { ...spec, people, parameters, faults: [...spec.faults, ...faults] }, inputs };
}

function randomFault(draw: RandomStream, spec: WorldSpec, liesOfSensors: boolean): FaultSpec {
  const at_us = draw.integer(0, spec.length_us - 1);
  if (draw.chance(0.2)) return { kind: 'network', at_us, machine: MACHINE, forMin: draw.integer(1, 90) };
  const causes = liesOfSensors ? FAULT_CAUSES : FAULT_CAUSES.filter((cause) => cause !== 'blind-beam');
  const cause = causes[draw.integer(0, causes.length - 1)] as (typeof causes)[number];
  return { kind: 'mechanism', at_us, machine: MACHINE, cartridge: draw.integer(1, PEOPLE), cause };
}

function randomInput(draw: RandomStream, spec: WorldSpec): Input {
  // Instants lie close to visits too: half of them within a minute of the one before is as good as any.
  const t_us = Math.floor(draw.integer(0, spec.length_us - 1) / 1_000) * 1_000;
  const cartridge = draw.integer(1, PEOPLE);
  if (draw.chance(0.15)) return { t_us, role: 'engineer', kind: 'key-on-site', machine: MACHINE, by: 'technician' };
  if (draw.chance(0.1)) return { t_us, role: 'site-staff', kind: 'count', machine: MACHINE, cartridge, first: 'A', second: 'B' };
  if (draw.chance(0.1)) return { t_us, role: 'engineer', kind: 'network', machine: MACHINE, up: draw.chance(0.5) };
  const hand = HAND_NAMES[draw.integer(0, HAND_NAMES.length - 1)] as (typeof HAND_NAMES)[number];
  return { t_us, role: 'site-staff', kind: 'hand', machine: MACHINE, hand, cartridge, packages: draw.integer(0, 14) };
}

/** Hands around the busiest instants: a door opened, a box emptied while an order moves. */
export function handsDuringOrders(starts_us: readonly number[], draw: RandomStream): Input[] {
  return starts_us
    .filter(() => draw.chance(0.3))
    .map((start_us) => {
      const hand = draw.chance(0.5) ? 'open-door' : HAND_NAMES[draw.integer(0, HAND_NAMES.length - 1)];
      const t_us = start_us + draw.integer(0, 12 * 1_000) * 1_000;
      return { t_us, role: 'site-staff', kind: 'hand', machine: MACHINE, hand, cartridge: 1, packages: 0 } as Input;
    })
    .flatMap((input) => [input, { ...input, t_us: input.t_us + US_PER_MIN, hand: 'close-door' } as Input])
    .sort((a, b) => a.t_us - b.t_us);
}
