import { ModelBody } from '../body/ModelBody.js';
import type { BodyOf, SimulatedBody } from '../body/SimulatedBody.js';
import { Dispenser } from '../dispenser/Dispenser.js';
import { type EngineOf, tableEngineOf } from '../engine/tableEngineOf.js';
import { Kernel, type KernelCheckpoint } from '../kernel/Kernel.js';
import type { TraceDigests, TraceEntry } from '../kernel/trace.js';
import { type MachineSpec, siteOf, type WorldSpec } from '../spec/WorldSpec.js';
import { buildCare } from './buildCare.js';
import { buildPeople } from './buildPeople.js';
import { buildServices, guardOf } from './buildServices.js';
import { buildSites } from './buildSites.js';
import { buildSupport } from './buildSupport.js';
import { Faults } from './Faults.js';
import { type Input, inputPayload } from './Input.js';
import type { MachineAddresses } from './MachineAddresses.js';
import { buildPharmacies } from './pharmacy/buildPharmacies.js';
import { postInput } from './postInput.js';
import { problemOfInput } from './problemOfInput.js';
import { Openings } from './programme/Openings.js';
import { Programme } from './programme/Programme.js';
import type { Startable } from './Startable.js';

/** All that a world needs to go on from an instant; plain data. */
export type WorldCheckpoint = KernelCheckpoint;

export interface WorldOptions {
  readonly seed: number;
  /** What runs the charts; tables, unless it is given. Every engine gives the same trace. */
  readonly engineOf?: EngineOf;
  /** Who stands below a machine's hinge; the model, unless it says otherwise. */
  readonly bodyOf?: (machine: string) => BodyOf | undefined;
  readonly onEntry?: (entry: TraceEntry) => void;
  /** Given when nobody keeps the trace: which entries are made all the same; there is no digest (see `KernelOptions`). */
  readonly wants?: (source: string, kind: string) => boolean;
}

/** A whole scenario's world, wired to one kernel: sites, people, contacts, and each machine from its lobby to its coils. */
export class World {
  readonly spec: WorldSpec;
  readonly #kernel: Kernel;
  /** Who opens is settled before anything is built. */
  readonly #openings: Openings;
  readonly #bodies = new Map<string, SimulatedBody>();
  readonly #startables: Startable[];

  constructor(spec: WorldSpec, options: WorldOptions) {
    this.spec = spec;
    this.#kernel = new Kernel(options);
    const kernel = this.#kernel;
    const { engineOf = tableEngineOf, bodyOf = () => undefined } = options;
    this.#openings = new Openings(kernel, spec);
    const opened = this.#openings.spec;
    const programme = new Programme(kernel, opened, engineOf, this.#openings);
    this.#startables = [
      ...buildSites(kernel, opened, this.#openings),
      ...opened.machines.map((machine) => this.#buildMachine(machine, engineOf, programme, bodyOf(machine.id))),
      ...buildSupport(kernel, opened, addressesOf, engineOf),
      ...buildCare(kernel, opened, engineOf),
      ...buildPharmacies(kernel, opened, engineOf),
      ...programme.startables,
      ...buildPeople(kernel, opened, addressesOf, engineOf, programme),
      new Faults(kernel, opened, this.#bodies),
    ];
  }

  get now_us(): number {
    return this.#kernel.now_us;
  }

  /** Events handled so far. */
  get steps(): number {
    return this.#kernel.steps;
  }

  get digests(): TraceDigests {
    return this.#kernel.digests;
  }

  /** What stands below the hinge of a machine: for checkers that stand outside both levels. */
  body(machine: string): SimulatedBody {
    const body = this.#bodies.get(machine);
    if (!body) throw new RangeError(`there is no machine ${machine}`);
    return body;
  }

  /** Once, at the scenario's start; a world that takes up a checkpoint is not started. */
  start(): void {
    for (const startable of this.#startables) startable.start();
  }

  /** Handles the next event if it is due at or before `t_us`; whether there was one. */
  stepUntil(t_us: number): boolean {
    return this.#kernel.stepUntil(t_us);
  }

  runUntil(t_us: number): void {
    this.#kernel.runUntil(t_us);
  }

  /**
   * Something from outside, now: recorded, then told to whom it concerns. One that names what is not there is a RangeError,
   * and changes nothing.
   */
  input(input: Input): void {
    const problem = problemOfInput(input, this.spec);
    if (problem !== null) throw new RangeError(problem);
    this.#kernel.record('input', input.kind, inputPayload(input), 3);
    postInput(this.#kernel, this.#openings.spec, this.#bodies, input);
  }

  /** Whether a checkpoint can be taken now. */
  get isStill(): boolean {
    return [...this.#bodies.values()].every(({ isStill }) => isStill);
  }

  /** @throws if a body cannot be held now: see `isStill` */
  checkpoint(): WorldCheckpoint {
    if (!this.isStill) throw new Error('a checkpoint was asked for while a board is awake');
    return this.#kernel.checkpoint();
  }

  restore(checkpoint: WorldCheckpoint): void {
    this.#kernel.restore(checkpoint);
  }

  #buildMachine(machine: MachineSpec, engineOf: EngineOf, programme: Programme, bodyOf: BodyOf = modelBodyOf): Startable {
    const { spec } = this.#openings;
    const kernel = this.#kernel;
    const site = siteOf(spec, machine.id);
    const parameters = [spec.parameters, machine.parameters];
    const { id, cartridges, loaded } = machine;
    const body = bodyOf(kernel, {
      machine: id,
      cartridges,
      loaded,
      parameters,
      engineOf,
      onSignal: () => dispenser.hinge.notice(),
    });
    const people = programme.peopleOf(id);
    const authorises = programme.authorises(id);
    const place = {
      machine,
      site,
      people,
      epoch_us: spec.epoch_us,
      body,
      helpline: `${id}/helpline`,
      guard: guardOf(spec, machine),
      ...(authorises && { programme: authorises }),
      parameters,
    };
    const dispenser = new Dispenser(kernel, place, engineOf);
    this.#bodies.set(id, body);
    const services = buildServices(kernel, spec, machine, { body, counts: dispenser.counts }, engineOf);
    return {
      start: () => {
        body.start();
        dispenser.start();
        for (const service of services) service.start();
      },
    };
  }
}

/** Levels 0 and 1 as the twin has them. */
const modelBodyOf: BodyOf = (kernel, options) => new ModelBody(kernel, options);

function addressesOf(machine: string): MachineAddresses {
  return {
    session: `${machine}/session`,
    hands: `${machine}/hands`,
    inventory: `${machine}/counts`,
    recovery: `${machine}/recovery`,
  };
}
