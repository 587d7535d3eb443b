import { authoriserParameters, type DoseWindow, parameterValues, type WorldSpec } from '@dosetwin/twin';

/** What expectations must know of the world beyond its trace: who is who, and what was prescribed. */
export interface ExpectationContext {
  /** Microseconds since 1970-01-01T00:00Z at which the scenario starts. */
  readonly epoch_us: number;
  /** Machine to site. */
  readonly sites: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, PersonFacts>;
  readonly contacts: ReadonlyMap<string, { readonly role: string; readonly hasKey: boolean }>;
}

export interface PersonFacts {
  readonly machine: string;
  readonly cartridge: number;
  /** The site's, in whose local time the windows are written. */
  readonly zone: string;
  readonly windows: readonly DoseWindow[];
  /** By how much a window opens before its start and closes after its end. */
  readonly graceMin: { readonly early: number; readonly late: number };
  readonly minIntervalMin: number;
  readonly dailyCap: number;
}

export function expectationContext(world: WorldSpec): ExpectationContext {
  const zones = new Map(world.sites.map((site) => [site.id, site.zone]));
  const machines = new Map(world.machines.map((machine) => [machine.id, machine]));
  const people = world.people.map((person): [string, PersonFacts] => {
    const machine = machines.get(person.machine);
    const layers = [world.parameters, machine?.parameters ?? {}];
    const { earlyGraceMin, lateGraceMin } = parameterValues('authoriser', authoriserParameters, ...layers);
    const { cartridge, windows, minIntervalMin, dailyCap } = person;
    const graceMin = { early: earlyGraceMin, late: lateGraceMin };
    const zone = zones.get(machine?.site ?? '') ?? 'UTC';
    return [person.id, { machine: person.machine, cartridge, zone, windows, graceMin, minIntervalMin, dailyCap }];
  });
  return {
    epoch_us: world.epoch_us,
    sites: new Map(world.machines.map((machine) => [machine.id, machine.site])),
    people: new Map(people),
    contacts: new Map(world.contacts.map(({ id, role, hasKey }) => [id, { role, hasKey }])),
  };
}
