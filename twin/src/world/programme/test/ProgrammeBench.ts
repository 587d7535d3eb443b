import type { TraceEntry } from '../../../kernel/trace.js';
import type { ParticipationSpec, PrescriptionSpec } from '../../../spec/ProgrammeSpec.js';
import type { MachineSpec, PersonSpec, SiteSpec, WorldSpec } from '../../../spec/WorldSpec.js';
import { ALWAYS, HOUR, MIN, person, site } from '../../test/afternoon.js';
import { quiet } from '../../test/WorldBench.js';
import { World } from '../../World.js';

export { ALWAYS, HOUR, MIN } from '../../test/afternoon.js';
export const DAY = 24 * HOUR;
export const M = 'harbour-house-1';
export const SQUARE = 'square-1';

/** On the programme from the start, with nothing special about them. */
export const participation: ParticipationSpec = {
  joins_us: null,
  traits: [],
  mayLeave: false,
  home: null,
  evicted_us: null,
  moves: null,
  product: null,
  prescription: null,
  othersEveryD: null,
};
export const tied: PrescriptionSpec = { prescriber: null, lastsD: 28, oneMachine: true };
export const lake = { id: 'dr-lake', zone: 'America/Vancouver', province: 'BC', hours: ALWAYS, takesOn: null };

/** A person who comes at the start and an hour after it, unless the change says otherwise. */
export function participant(id: string, change: Partial<ParticipationSpec> = {}, own: Partial<PersonSpec> = {}): PersonSpec {
  const joins = change.joins_us !== undefined && change.joins_us !== null;
  return person(id, joins ? 0 : Number(id.slice(1)), {
    arrival: { kind: 'habit', attendance: 1 },
    falseNonMatchRate: 0,
    participation: { ...participation, ...change },
    ...own,
  });
}

/** A house with a machine, and a square with another, half a kilometre away by road. */
export function town(people: readonly PersonSpec[], change: Partial<WorldSpec> = {}): WorldSpec {
  const house: SiteSpec = { ...site, setting: 'housing', hours: ALWAYS, staff: ALWAYS, chain: [], overrideBy: [] };
  const [machine] = quiet.machines as [MachineSpec];
  return {
    ...quiet,
    sites: [house, { ...house, id: 'market-square', setting: 'community' }],
    machines: [
      { ...machine, loaded: Array.from({ length: 24 }, () => 5) },
      { ...machine, id: SQUARE, site: 'market-square', loaded: Array.from({ length: 24 }, () => 5) },
    ],
    people,
    roads: [{ between: [site.id, 'market-square'], km: 0.5 }],
    parameters: {
      ...quiet.parameters,
      people: { earlyShare: 0, lateShare: 0, helpPatienceMedianMin: 300, helpPatienceSigma: 0 },
      participation: { failureToEnrolShare: 0, cannotEnrolShare: 0 },
    },
    ...change,
  };
}

/** A town that ran for a while, with its entries. */
export class ProgrammeBench {
  readonly world: World;
  readonly entries: TraceEntry[] = [];

  constructor(spec: WorldSpec, seed = 1) {
    this.world = new World(spec, { seed, onEntry: (entry) => this.entries.push(entry) });
    this.world.start();
  }

  until(t_us: number): this {
    this.world.runUntil(t_us);
    return this;
  }

  /** Payloads of all entries of a kind, of one source or any. */
  of(kind: string, source?: string): readonly TraceEntry['payload'][] {
    return this.entriesOf(kind, source).map(({ payload }) => payload);
  }

  entriesOf(kind: string, source?: string): readonly TraceEntry[] {
    return this.entries.filter((entry) => entry.kind === kind && (source === undefined || entry.source === source));
  }

  /** Microseconds at which the first of a kind was, of one person. */
  first(kind: string, id?: string): number {
    const found = this.entries.find(
      ({ kind: k, source, payload }) => k === kind && (!id || source === id || payload.person === id),
    );
    if (!found) throw new Error(`no ${kind}${id ? ` of ${id}` : ''}`);
    return found.t_us;
  }

  /** Refusals by their reason, in order. */
  get refusals(): readonly string[] {
    return this.of('refused').map(({ reason }) => String(reason));
  }

  input(change: Readonly<Record<string, unknown>>): this {
    this.world.input({ t_us: this.world.now_us, role: 'engineer', ...change } as never);
    return this;
  }
}

export const at = (minutes: number) => minutes * MIN;
