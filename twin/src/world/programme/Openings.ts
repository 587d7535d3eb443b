import type { WeeklyHours } from '../../calendar/WeeklyHours.js';
import { parameterValues } from '../../charts/parameters.js';
import type { Kernel } from '../../kernel/Kernel.js';
import type { SiteSpec, WorldSpec } from '../../spec/WorldSpec.js';
import { openingParameters } from './opening.parameters.js';

/** Where nothing falls through. */
export const ALL_OPEN: Pick<Openings, 'isOpened'> = { isOpened: () => true };

const NEVER: WeeklyHours = { days: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }, holidays: null };

/**
 * Which of the planned sites open in a run. Each has one draw of its own, which belongs to its name: whoever is consulted, and
 * whatever else is planned, a site that opens by a smaller share opens by a larger one too.
 */
export class Openings {
  /** The world with the sites that did not open left standing empty: nobody is there, nothing comes and nothing befalls them. */
  readonly spec: WorldSpec;
  readonly #fellThrough: ReadonlySet<string>;

  constructor(kernel: Pick<Kernel, 'stream'>, spec: WorldSpec) {
    const { consultationShare } = parameterValues('opening', openingParameters, spec.parameters);
    const fellThrough = spec.sites.filter(({ id, opening }) => {
      if (!opening) return false;
      const { share, consulted } = opening;
      const opens = consulted ? share + (1 - share) * consultationShare : share;
      return kernel.stream(id, 'opens').uniformAt(0) >= opens;
    });
    this.#fellThrough = new Set(fellThrough.map(({ id }) => id));
    this.spec = fellThrough.length === 0 ? spec : withoutThem(spec, this.#fellThrough);
  }

  isOpened(site: string): boolean {
    return !this.#fellThrough.has(site);
  }
}

function withoutThem(spec: WorldSpec, sites: ReadonlySet<string>): WorldSpec {
  const idle = new Set(spec.machines.filter(({ site }) => sites.has(site)).map(({ id }) => id));
  return {
    ...spec,
    sites: spec.sites.map((site) => (sites.has(site.id) ? empty(site) : site)),
    machines: spec.machines.map((machine) => {
      if (!idle.has(machine.id)) return machine;
      const { updates: _updates, guard: _guard, restock: _restock, ...standing } = machine;
      return standing;
    }),
    contacts: spec.contacts.map((contact) =>
      contact.rounds ? { ...contact, rounds: contact.rounds.filter(({ site }) => !sites.has(site)) } : contact,
    ),
    faults: spec.faults.filter((fault) => !('machine' in fault && idle.has(fault.machine))),
  };
}

function empty(site: SiteSpec): SiteSpec {
  const { checkIn: _checkIn, talkShare: _talkShare, ...rest } = site;
  return { ...rest, hours: NEVER, staff: NEVER };
}
