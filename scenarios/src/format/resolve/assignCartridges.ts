import type { PersonSpec } from '@dosetwin/twin';
import { MOST_CARTRIDGES } from '@dosetwin/twin';
import { Complaint } from '../Complaint.js';
import type { Resolution } from './Resolution.js';

/** A person without a cartridge as yet; `cartridge` is the one that the scenario gives, if it gives one. */
export interface Unassigned {
  /** The name under which the person, or the group, stands in the file. */
  readonly name: string;
  readonly cartridge: number | undefined;
  readonly spec: PersonSpec;
}

/** One cartridge each: the given ones first, then the lowest free one in the order of the file. */
export function assignCartridges(resolution: Resolution, unassigned: readonly Unassigned[]): readonly PersonSpec[] {
  const taken = new Map<string, Map<number, string>>();
  const takenOf = (machine: string) => {
    const found = taken.get(machine) ?? new Map<number, string>();
    taken.set(machine, found);
    return found;
  };
  const fittedIn = (machine: string) => resolution.sections.machines?.[machine]?.cartridges ?? MOST_CARTRIDGES;
  for (const { name, cartridge, spec } of unassigned) {
    if (cartridge !== undefined) give(resolution, name, cartridge, spec, takenOf(spec.machine), fittedIn(spec.machine));
  }
  const full = new Set<string>();
  return unassigned.map(({ name, cartridge, spec }) => {
    if (cartridge !== undefined) return { ...spec, cartridge };
    if (isGivenLater(spec)) return spec;
    const given = takenOf(spec.machine);
    const fitted = fittedIn(spec.machine);
    let free = 1;
    while (given.has(free)) free++;
    given.set(free, spec.id);
    if (free > fitted && !full.has(spec.machine)) {
      full.add(spec.machine);
      const message = `has more people than ${spec.machine} has cartridges (${fitted}); each person needs one: count fewer, or add a machine`;
      resolution.complain(
        ['people', name],
        Complaint.of(`'${name}'`, message, `at most ${fitted} people on ${spec.machine}`),
        true,
      );
    }
    return { ...spec, cartridge: free };
  });
}

/** Whoever joins gets a cartridge as they are enrolled, and whoever asks for a product one that holds it: both while the world runs. */
function isGivenLater({ participation }: PersonSpec): boolean {
  return participation !== undefined && (participation.joins_us !== null || participation.product !== null);
}

function give(
  resolution: Resolution,
  name: string,
  cartridge: number,
  spec: PersonSpec,
  taken: Map<number, string>,
  fitted: number,
): void {
  const owner = taken.get(cartridge);
  const message = owner
    ? `is ${owner}'s already; each person has a cartridge of their own`
    : cartridge > fitted
      ? `is not a cartridge of ${spec.machine}, which has ${fitted}`
      : null;
  if (message !== null)
    resolution.complain(['people', name, 'cartridge'], Complaint.of(String(cartridge), message, 'a free cartridge'));
  taken.set(cartridge, spec.id);
}
