import type { Body } from '../body/hinge.js';
import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import type { FaultSpec, WorldSpec } from '../spec/WorldSpec.js';
import type { Startable } from './Startable.js';

const ADDRESS = 'faults';
const US_PER_MIN = 60_000_000;

/** Brings the scenario's faults about at their times. Each event names its fault by its place in the specification. */
export class Faults implements Component, Startable {
  readonly #kernel: Kernel;
  readonly #spec: WorldSpec;
  readonly #bodies: ReadonlyMap<string, Body>;

  constructor(kernel: Kernel, spec: WorldSpec, bodies: ReadonlyMap<string, Body>) {
    this.#kernel = kernel;
    this.#spec = spec;
    this.#bodies = bodies;
    kernel.register(ADDRESS, 3, this);
  }

  start(): void {
    for (const [number, fault] of this.#spec.faults.entries()) {
      this.#kernel.at(fault.at_us, ADDRESS, { type: 'BEGINS', number });
      if (fault.kind !== 'mechanism' && fault.forMin !== null) {
        this.#kernel.at(fault.at_us + Math.round(fault.forMin * US_PER_MIN), ADDRESS, { type: 'ENDS', number });
      }
    }
  }

  handle(event: KernelEvent): void {
    const fault = this.#spec.faults[event.number as number] as FaultSpec;
    const begins = event.type === 'BEGINS';
    if (fault.kind === 'mechanism') this.#bodies.get(fault.machine)?.fault({ cause: fault.cause, cartridge: fault.cartridge });
    else if (fault.kind === 'network') this.#kernel.post(`${fault.machine}/link`, { type: begins ? 'DOWN' : 'UP' });
    else
      this.#kernel.post(`${machineOf(this.#spec, fault.person)}/reader`, {
        type: 'COLD_HANDS',
        person: fault.person,
        cold: begins,
      });
  }

  save(): Saved {
    return null;
  }

  restore(): void {}
}

/** The machine at which a person is enrolled. */
export function machineOf(spec: WorldSpec, person: string): string {
  const found = spec.people.find(({ id }) => id === person);
  if (!found) throw new RangeError(`there is no person ${person}`);
  return found.machine;
}
