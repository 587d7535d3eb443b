import { participantDefinition } from '../../charts/participant.chart.js';
import { prescriberDefinition } from '../../charts/prescriber.chart.js';
import { prescriptionDefinition } from '../../charts/prescription.chart.js';
import type { AuthoriserProgramme } from '../../dispenser/Authoriser.js';
import { ChartComponent } from '../../engine/ChartComponent.js';
import type { EngineOf } from '../../engine/tableEngineOf.js';
import type { Kernel } from '../../kernel/Kernel.js';
import type { LookUpSpec, ParticipationSpec, PrescriberSpec } from '../../spec/ProgrammeSpec.js';
import { type MachineSpec, type PersonSpec, type SiteSpec, siteOf, type WorldSpec } from '../../spec/WorldSpec.js';
import { LocalHours } from '../LocalHours.js';
import { LookUps } from '../LookUps.js';
import type { Startable } from '../Startable.js';
import { Clinic } from './Clinic.js';
import { Distances } from './Distances.js';
import { Lanes } from './Lanes.js';
import { ALL_OPEN, type Openings } from './Openings.js';
import { OtherPrescriptions } from './OtherPrescriptions.js';
import { Participation, type ProgrammeStop } from './Participation.js';
import { Surroundings } from './Surroundings.js';
import { Term } from './Term.js';
import { Whereabouts } from './Whereabouts.js';
import { Witness } from './Witness.js';

/** A person on the programme: what the person's habit and chart are wired to. */
export interface Participant {
  readonly surroundings: Surroundings;
  readonly roles: ReturnType<typeof Whereabouts.rolesOf>;
}

/**
 * The programme around the machines: who has which cartridge, who prescribes, who witnesses, and each person's way through it.
 * Where a scenario says nothing of it there is none of it, and everything is as if it had never been thought of.
 */
export class Programme {
  readonly startables: Startable[] = [];
  readonly #kernel: Kernel;
  readonly #spec: WorldSpec;
  readonly #openings: Pick<Openings, 'isOpened'>;
  readonly #distances: Distances;
  readonly #lanes: ReadonlyMap<string, Lanes>;
  readonly #witnesses: ReadonlyMap<string, Witness>;
  readonly #prescriptions = new Map<string, ChartComponent>();
  readonly #whereabouts = new Map<string, Whereabouts>();
  readonly #participants = new Map<string, Participant>();

  /** `spec` and `openings`: the world as it stands where some sites never opened. */
  constructor(kernel: Kernel, spec: WorldSpec, engineOf: EngineOf, openings: Pick<Openings, 'isOpened'> = ALL_OPEN) {
    this.#kernel = kernel;
    this.#spec = spec;
    this.#openings = openings;
    this.#distances = new Distances(spec);
    const isUsed = spec.people.some(({ participation }) => participation !== undefined);
    const layers = [spec.parameters];
    const machines = isUsed ? spec.machines : [];
    this.#lanes = new Map(machines.map((machine) => [machine.id, new Lanes(kernel, machine, this.#atStart(machine))]));
    const witnessing = spec.sites.filter((site) => isUsed && site.admission?.witnessed === true);
    this.#witnesses = new Map(witnessing.map((site) => [site.id, new Witness(kernel, site, spec.epoch_us, layers)]));
    this.startables.push(...this.#lanes.values());
    for (const prescriber of spec.prescribers ?? []) this.#buildPrescriber(prescriber, engineOf);
    for (const person of spec.people) if (person.participation) this.#build(person, person.participation, engineOf);
  }

  participant(person: string): Participant | undefined {
    return this.#participants.get(person);
  }

  /** What the authoriser of a machine asks; `undefined` where there is no programme. */
  authorises(machine: string): AuthoriserProgramme | undefined {
    const lanes = this.#lanes.get(machine);
    if (!lanes) return undefined;
    const site = siteOf(this.#spec, machine);
    const witness = this.#witnesses.get(site.id);
    const asksForOne = site.admission?.needsPrescription !== false;
    return {
      laneOf: (person) => (person.participation ? lanes.of(person.id) : person.cartridge),
      holdsBack: (person) => (asksForOne ? this.#lapsed(person) : null) ?? witness?.missing(this.#kernel.now_us) ?? null,
      others: (person) => {
        const reachable = this.#whereabouts.get(person)?.reachable ?? [];
        return reachable.filter((other) => other !== machine).map((other) => `${other}/authoriser`);
      },
    };
  }

  /** Everybody who may come to a machine, sooner or later. */
  peopleOf(machine: string): readonly PersonSpec[] {
    return this.#spec.people.filter((person) => person.machine === machine || person.also?.includes(machine));
  }

  #lapsed(person: string): string | null {
    const state = this.#prescriptions.get(person)?.state.configuration;
    return state === 'lapsed' || state === 'none' ? 'lapsed' : null;
  }

  #atStart(machine: MachineSpec): readonly PersonSpec[] {
    return this.#spec.people.filter(({ machine: first, also = [], participation }) => {
      if (participation && participation.joins_us !== null) return false;
      return first === machine.id || (also.includes(machine.id) && participation?.prescription?.oneMachine !== true);
    });
  }

  #buildPrescriber(prescriber: PrescriberSpec, engineOf: EngineOf): void {
    const { epoch_us, parameters, people } = this.#spec;
    const list = people.filter(
      ({ participation }) => participation?.prescription?.prescriber === prescriber.id && participation.joins_us === null,
    );
    const ids = list.map(({ id }) => id);
    const clinic = new Clinic(this.#kernel, prescriber, ids, epoch_us, [parameters]);
    if (prescriber.looksUp) this.#buildLookUps(prescriber, prescriber.looksUp);
    const roles = { clinic: `${prescriber.id}/clinic` };
    const wiring = { address: prescriber.id, level: 3 as const, roles, parameters: [parameters] };
    this.startables.push(new ChartComponent(this.#kernel, engineOf(prescriberDefinition), wiring), clinic);
  }

  #buildLookUps({ id, manual }: PrescriberSpec, looksUp: LookUpSpec): void {
    const { contacts, epoch_us, parameters } = this.#spec;
    const calls = contacts.find((contact) => contact.id === looksUp.calls) ?? null;
    new LookUps(this.#kernel, { owner: id, role: 'prescriber', manual: manual === true, calls, epoch_us }, [parameters]);
  }

  #build(person: PersonSpec, spec: ParticipationSpec, engineOf: EngineOf): void {
    const kernel = this.#kernel;
    const { id } = person;
    const layers = [this.#spec.parameters];
    const stops = [person.machine, ...(person.also ?? [])].map((machine) => this.#stopOf(id, machine));
    const whereabouts = new Whereabouts(kernel, id, stops);
    const way = new Participation(kernel, id, spec, stops, layers);
    const wiring = { level: 3 as const, slots: { person: id, cause: '' }, parameters: layers };
    this.#whereabouts.set(id, whereabouts);
    this.startables.push(
      new ChartComponent(kernel, engineOf(participantDefinition), {
        ...wiring,
        address: `${id}/participant`,
        roles: { way: `${id}/way` },
      }),
      ...this.#buildPrescription(id, spec, stops, engineOf),
      ...(spec.othersEveryD === null ? [] : [new OtherPrescriptions(kernel, id, spec.othersEveryD, layers)]),
      way,
    );
    const surroundings = new Surroundings(
      kernel,
      {
        person: id,
        startsOff: spec.joins_us !== null,
        hasOthers: spec.othersEveryD !== null,
        way,
        whereabouts,
        siteOf: (machine) => siteOf(this.#spec, machine),
        isOpened: (machine) => stops.some((stop) => stop.machine === machine && stop.isOpened),
        asksForPalm: (machine) => stops.find((stop) => stop.machine === machine)?.asksForPalm ?? true,
        anotherProduct: (machine) => this.#lanes.get(machine)?.isAnother(id, spec.product ?? '') === true,
        distances: this.#distances,
      },
      layers,
    );
    this.#participants.set(id, { surroundings, roles: Whereabouts.rolesOf(id) });
  }

  #buildPrescription(person: string, spec: ParticipationSpec, stops: readonly ProgrammeStop[], engineOf: EngineOf): Startable[] {
    const { prescription } = spec;
    if (!prescription) return [];
    const layers = [this.#spec.parameters];
    const chart = new ChartComponent(this.#kernel, engineOf(prescriptionDefinition), {
      address: `${person}/prescription`,
      level: 3,
      roles: { term: `${person}/term` },
      slots: { person },
      parameters: layers,
    });
    this.#prescriptions.set(person, chart);
    const screens = stops.flatMap(({ admission }) => admission?.screenEveryD ?? []);
    const screenEveryD = screens.length > 0 ? Math.min(...screens) : null;
    const fromStart = spec.joins_us === null;
    return [chart, new Term(this.#kernel, { person, prescription, screenEveryD, fromStart }, layers)];
  }

  #stopOf(person: string, machine: string): ProgrammeStop & { readonly hours: LocalHours } {
    const site: SiteSpec = siteOf(this.#spec, machine);
    const spec = this.#spec.machines.find(({ id }) => id === machine);
    const { epoch_us } = this.#spec;
    return {
      machine,
      site: site.id,
      isHousing: site.setting === 'housing',
      isOpened: this.#openings.isOpened(site.id),
      admission: site.admission,
      hours: new LocalHours(site, site.hours, epoch_us),
      staff: new LocalHours(site, site.staff, epoch_us),
      asksForPalm: (spec?.identify ?? 'palm') === 'palm',
      cardInstead: spec?.cardInstead === true,
      km: (home) => this.#distances.km(home, site.id),
      cartridge: () => this.#lanes.get(machine)?.of(person) ?? null,
    };
  }
}
