import type { Body } from '../body/hinge.js';
import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import { US_PER_MIN } from '../kernel/timeUnits.js';
import type { FaultSpec, WorldSpec } from '../spec/WorldSpec.js';
import type { Startable } from './Startable.js';

const ADDRESS = 'faults';

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
      if ('forMin' in fault && fault.forMin !== null) {
        this.#kernel.at(endOf(fault), ADDRESS, { type: 'ENDS', number });
      }
    }
  }

  handle(event: KernelEvent): void {
    const fault = this.#spec.faults[event.number as number] as FaultSpec;
    const begins = event.type === 'BEGINS';
    if (!begins && this.#goesOn(fault)) return;
    switch (fault.kind) {
      case 'mechanism':
        return this.#bodies.get(fault.machine)?.fault({ cause: fault.cause, cartridge: fault.cartridge });
      case 'network':
        return postNetwork(this.#kernel, this.#spec, fault.machine, !begins);
      case 'power':
        return this.#kernel.post(`${fault.machine}/power`, { type: begins ? 'CUT' : 'BACK' });
      case 'controller-reset':
        return this.#kernel.post(`${fault.machine}/power`, { type: 'RESET' });
      case 'tamper':
        return this.#bodies.get(fault.machine)?.tamper?.(begins);
      case 'video':
        return this.#kernel.post(`${fault.machine}/guard-desk`, { type: begins ? 'VIDEO_LOST' : 'VIDEO_BACK' });
      case 'cold-hands':
        return this.#kernel.post(`${machineOf(this.#spec, fault.person)}/reader`, {
          type: 'COLD_HANDS',
          person: fault.person,
          cold: begins,
        });
    }
  }

  /** Whether another fault of the same kind and place lasts at this instant, so that the end of this one ends nothing. */
  #goesOn(fault: FaultSpec): boolean {
    const now_us = this.#kernel.now_us;
    return this.#spec.faults.some(
      (one) => one !== fault && isSamePlace(one, fault) && one.at_us <= now_us && now_us < endOf(one),
    );
  }

  save(): Saved {
    return null;
  }

  restore(): void {}
}

/** Microseconds; a fault that is not said to end does not. */
function endOf(fault: FaultSpec): number {
  const forMin = 'forMin' in fault ? fault.forMin : null;
  return forMin === null ? Number.POSITIVE_INFINITY : fault.at_us + Math.round(forMin * US_PER_MIN);
}

function isSamePlace(a: FaultSpec, b: FaultSpec): boolean {
  if (a.kind === 'mechanism' || a.kind === 'controller-reset' || a.kind !== b.kind) return false;
  return 'person' in a ? 'person' in b && a.person === b.person : 'machine' in b && a.machine === b.machine;
}

/** The link of a machine is lost, or back: whoever goes by it hears so. */
export function postNetwork(kernel: Kernel, spec: WorldSpec, machine: string, up: boolean): void {
  kernel.post(`${machine}/link`, { type: up ? 'UP' : 'DOWN' });
  if (spec.machines.find(({ id }) => id === machine)?.updates) kernel.post(`${machine}/updates`, { type: 'NETWORK', up });
}

/** The machine at which a person is enrolled. */
export function machineOf(spec: WorldSpec, person: string): string {
  const found = spec.people.find(({ id }) => id === person);
  if (!found) throw new RangeError(`there is no person ${person}`);
  return found.machine;
}
