import type { TraceEntry } from '../../kernel/trace.js';
import type { PersonSpec, WorldSpec } from '../../spec/WorldSpec.js';
import type { Input } from '../Input.js';
import { World } from '../World.js';
import { ALWAYS, afternoon, MIN, person, site } from './afternoon.js';

export const M = 'harbour-house-1';
export const S = 1_000_000;
/** The first comes at ten minutes, the others five minutes after each other. */
export const people: PersonSpec[] = ['P1', 'P2', 'P3'].map((id, i) =>
  person(id, i + 1, { arrival: { kind: 'instants', at_us: [(10 + 5 * i) * MIN] }, falseNonMatchRate: 0 }),
);
export const quiet: WorldSpec = {
  ...afternoon,
  sites: [{ ...site, hours: ALWAYS, chain: [], overrideBy: ['staff'] }],
  machines: [{ id: M, site: site.id, cartridges: 24, loaded: [5, 5, 5], parameters: {} }],
  people,
  contacts: [],
  parameters: {
    mechanism: { jamShare: 0, sensorMissShare: 0, falseDropShare: 0 },
    reader: { failureToAcquireShare: 0 },
    people: { helpPatienceMedianMin: 300, helpPatienceSigma: 0 },
  },
};

/** A quiet world of three people, one machine and nobody to call, driven from outside. */
export class WorldBench {
  readonly world: World;
  readonly entries: TraceEntry[] = [];

  constructor(spec: WorldSpec = quiet) {
    this.world = new World(spec, { seed: 1, onEntry: (entry) => this.entries.push(entry) });
    this.world.start();
  }

  until(t_us: number): this {
    this.world.runUntil(t_us);
    return this;
  }

  /** Runs until the session of the machine has this state, in steps of 10 ms. */
  untilSession(is: string): this {
    const last = () => this.of('state', `${M}/session`).at(-1)?.is;
    while (last() !== `inService.${is}`) this.until(this.world.now_us + 10_000);
    return this;
  }

  /** Runs until there is one more entry of a kind, in steps of 10 ms. */
  untilEntry(kind: string): this {
    const before = this.of(kind).length;
    while (this.of(kind).length === before) this.until(this.world.now_us + 10_000);
    return this;
  }

  /** Inputs of this instant, with all that each causes now. */
  input(input: Readonly<Record<string, unknown>>): this {
    const where = 'person' in input ? {} : { machine: M };
    this.world.input({ t_us: this.world.now_us, role: 'site-staff', ...where, ...input } as unknown as Input);
    return this.until(this.world.now_us);
  }

  hand(hand: string, cartridge = 0, packages = 0): this {
    return this.input({ kind: 'hand', hand, cartridge, packages });
  }

  of(kind: string, source?: string) {
    return this.entries.filter((one) => one.kind === kind && (source ?? one.source) === one.source).map(({ payload }) => payload);
  }

  /** What became of one person, and where the session stands. */
  fate(id: string): string {
    const own = this.entries.filter(({ source, kind }) => source === id && (kind === 'served' || kind === 'left-without'));
    const refused = this.entries.filter((one) => one.payload.person === id && (one.kind === 'refused' || one.kind === 'jam'));
    const words = [...refused, ...own].sort((a, b) => a.t_us - b.t_us);
    return words.map(({ kind, payload }) => [kind, payload.reason ?? payload.mode].filter(Boolean).join(' ')).join(', ');
  }

  count(cartridge: number): unknown[] {
    const { loaded, dispensed, rejected, remaining, unknown } =
      this.of('count', `${M}/inventory`).findLast((one) => one.cartridge === cartridge) ?? {};
    return [loaded, dispensed, rejected, remaining, unknown];
  }
}
