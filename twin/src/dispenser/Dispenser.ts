import type { Body } from '../body/hinge.js';
import type { ChartDefinition } from '../charts/ChartDefinition.js';
import { inventoryDefinition } from '../charts/inventory.chart.js';
import { linkDefinition } from '../charts/link.chart.js';
import { overrideDefinition } from '../charts/override.chart.js';
import { palmDefinition } from '../charts/palm.chart.js';
import type { ParameterOverrides } from '../charts/parameters.js';
import { sessionDefinition } from '../charts/session.chart.js';
import { ChartComponent } from '../engine/ChartComponent.js';
import type { ChartEngine } from '../engine/ChartEngine.js';
import type { Kernel } from '../kernel/Kernel.js';
import type { MachineSpec, PersonSpec, SiteSpec } from '../spec/WorldSpec.js';
import { Authoriser, type AuthoriserProgramme } from './Authoriser.js';
import { CardReader } from './CardReader.js';
import { Counts } from './Counts.js';
import { Hands } from './Hands.js';
import { Hinge } from './Hinge.js';
import { Reader } from './Reader.js';
import { Recovery } from './Recovery.js';

/** Level 2 of one machine needs to know where it stands, who is enrolled, and what stands below its hinge. */
export interface DispenserPlace {
  readonly machine: MachineSpec;
  readonly site: SiteSpec;
  readonly people: readonly PersonSpec[];
  readonly epoch_us: number;
  readonly body: Body;
  /** Who hears of recoveries and of a lost link: the address of the machine's helpline, or `null`. */
  readonly helpline: string | null;
  /** Who hears of a tamper alarm: the address of the machine's guard, if it has one. */
  readonly guard?: string | null;
  /** Left out where everybody stays as they are. */
  readonly programme?: AuthoriserProgramme;
  readonly parameters: readonly ParameterOverrides[];
}

/** Level 2 of one machine: its charts and parts, wired by address, with the hinge below them. */
export class Dispenser {
  readonly hinge: Hinge;
  readonly counts: Counts;
  readonly #charts: readonly ChartComponent[];
  readonly #link: ChartComponent | undefined;

  constructor(kernel: Kernel, place: DispenserPlace, engineOf: (definition: ChartDefinition) => ChartEngine) {
    const { body, people, parameters } = place;
    const machine = place.machine.id;
    this.hinge = new Hinge(kernel, machine, body, place.helpline, parameters, place.guard ?? null);
    this.counts = new Counts(kernel, {
      machine,
      loaded: Array.from({ length: place.machine.cartridges }, (_, i) => place.machine.loaded[i] ?? 0),
      look: (cartridge) => body.look(cartridge),
      isInFlight: (cartridge) => this.hinge.isInFlight(cartridge),
      helpline: place.helpline,
    });
    const authoriser = new Authoriser(kernel, {
      machine,
      zone: place.site.zone,
      clockIsStale: place.machine.clockRules === 'before-2026',
      epoch_us: place.epoch_us,
      people,
      countOf: (cartridge) => this.counts.of(cartridge),
      ...(place.programme && { programme: place.programme, isOnline: () => this.#link?.state.configuration !== 'offline' }),
      parameters,
    });
    const { identify = 'palm' } = place.machine;
    if (identify === 'palm') new Reader(kernel, machine, people, parameters);
    else new CardReader(kernel, machine, identify, parameters);
    new Hands(kernel, machine, place.machine.cartridges, body);
    new Recovery(kernel, machine, { authoriser, hinge: this.hinge, body });
    this.#charts = this.#wireCharts(kernel, place, engineOf);
    this.#link = this.#charts.at(-1);
  }

  /** Enters the charts and records the opening balance; once, at the scenario's start. */
  start(): void {
    this.counts.start();
    for (const chart of this.#charts) chart.start();
  }

  #wireCharts(
    kernel: Kernel,
    { machine: { id }, helpline, parameters }: DispenserPlace,
    engineOf: (definition: ChartDefinition) => ChartEngine,
  ): ChartComponent[] {
    const at = (part: string) => `${id}/${part}`;
    const wiring = (part: string, roles: Readonly<Record<string, string | null>>) => ({
      address: at(part),
      level: 2 as const,
      roles,
      parameters,
    });
    const sessionRoles = {
      palm: at('palm'),
      authoriser: at('authoriser'),
      lobby: at('lobby'),
      ticket: helpline,
      hinge: at('hinge'),
    };
    return [
      new ChartComponent(kernel, engineOf(sessionDefinition), {
        ...wiring('session', sessionRoles),
        command: (name, args) => this.hinge.command(name, args),
      }),
      new ChartComponent(
        kernel,
        engineOf(palmDefinition),
        wiring('palm', { reader: at('reader'), session: at('session'), staff: at('signers') }),
      ),
      new ChartComponent(
        kernel,
        engineOf(overrideDefinition),
        wiring('override', { signers: at('signers'), reader: at('reader'), lobby: at('lobby') }),
      ),
      new ChartComponent(kernel, engineOf(inventoryDefinition), wiring('inventory', {})),
      new ChartComponent(kernel, engineOf(linkDefinition), wiring('link', { desk: helpline })),
    ];
  }
}
