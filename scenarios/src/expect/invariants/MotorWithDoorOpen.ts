import type { TraceEntry } from '@dosetwin/twin';
import { ownerOf, partOf } from '../../measures/address.js';
import { flagOf, numberOf } from '../../measures/fieldsOf.js';
import type { Breach, Invariant } from './Invariant.js';

/** A door that opens during a motion is seen at the next tick of 1 ms and the motor cut in it (SPEC H1, H8): two ticks. */
const CUT_WITHIN_US = 2_000;

interface Machine {
  /** Index and time of the door's opening while it is open. */
  opened: { readonly index: number; readonly t_us: number } | null;
  /** Cartridges whose motor turns, with the entry that says so. */
  readonly turning: Map<number, number>;
  /** This opening was told already. */
  told: boolean;
}

/** SPEC H8, by the mechanism's own truth. */
export class MotorWithDoorOpen implements Invariant {
  readonly #machines = new Map<string, Machine>();
  /** Those whose door is open: few, and the only ones to look at on every entry. */
  readonly #open = new Map<string, Machine>();
  #openings = 0;

  add(entry: TraceEntry, index: number): Breach | null {
    const name = ownerOf(entry.source);
    const overdue = this.#overdue(entry.t_us);
    if (partOf(entry.source) !== 'mechanism') return overdue;
    const machine = this.#machines.get(name) ?? { opened: null, turning: new Map(), told: false };
    this.#machines.set(name, machine);
    if (entry.kind === 'door') this.#door(name, machine, flagOf(entry, 'open'), entry.t_us, index);
    if (entry.kind !== 'drive') return overdue;
    const cartridge = numberOf(entry, 'cartridge');
    if (!flagOf(entry, 'on')) {
      machine.turning.delete(cartridge);
      return overdue;
    }
    machine.turning.set(cartridge, index);
    if (!machine.opened || machine.told) return overdue;
    machine.told = true;
    return {
      evidence: [machine.opened.index, index],
      says: `the motor of cartridge ${cartridge} of ${name} began to turn while the door was open`,
    };
  }

  looked(): string {
    if (this.#openings === 0) return 'the door was never opened';
    return `the door was opened ${this.#openings === 1 ? 'once' : `${this.#openings} times`}, no motor turning`;
  }

  #door(name: string, machine: Machine, open: boolean, t_us: number, index: number): void {
    if (open === (machine.opened !== null)) return;
    machine.opened = open ? { index, t_us } : null;
    machine.told = false;
    if (!open) return void this.#open.delete(name);
    this.#open.set(name, machine);
    this.#openings += 1;
  }

  /** Any entry, of whomever, shows that time has passed with the motor still turning. */
  #overdue(t_us: number): Breach | null {
    for (const [name, machine] of this.#open) {
      const turning = machine.turning.entries().next().value;
      if (!machine.opened || !turning || machine.told || t_us - machine.opened.t_us <= CUT_WITHIN_US) continue;
      machine.told = true;
      const evidence = [turning[1], machine.opened.index].sort((a, b) => a - b);
      return { evidence, says: `the motor of cartridge ${turning[0]} of ${name} turned on after the door was opened` };
    }
    return null;
  }
}
