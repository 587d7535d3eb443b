import { Kernel, Mechanism, type TraceEntry } from '@dosetwin/twin';
import { firmwareImage } from '../../firmware/firmwareImage.js';
import { crc16 } from '../../wire/crc16.js';
import { frameRtu, unframeRtu } from '../../wire/rtuFrame.js';
import { MechanismPort } from '../MechanismPort.js';

export interface PortBenchOptions {
  readonly image?: Uint8Array;
  readonly seed?: number;
  readonly loaded?: number;
}

const MACHINE = 'm1';
const CARTRIDGES = 48;
/** Nothing goes wrong by chance. */
const NO_CHANCE = { jamShare: 0, sensorMissShare: 0, falseDropShare: 0 };

/** A mechanism, an emulated board and a wire in a kernel of their own, and a host that asks by hand-made frames. */
export class PortBench {
  readonly kernel: Kernel;
  readonly mechanism: Mechanism;
  readonly port: MechanismPort;
  readonly entries: TraceEntry[] = [];
  readonly heard: number[] = [];
  #token = 0;

  constructor({ image = firmwareImage, seed = 1, loaded = 14 }: PortBenchOptions = {}) {
    this.kernel = new Kernel({ seed, onEntry: (entry) => this.entries.push(entry) });
    this.mechanism = new Mechanism(this.kernel, {
      machine: MACHINE,
      cartridges: CARTRIDGES,
      loaded: Array.from({ length: CARTRIDGES }, () => loaded),
      parameters: [{ mechanism: NO_CHANCE }],
    });
    this.port = new MechanismPort(this.kernel, {
      address: `${MACHINE}/controller`,
      mechanism: this.mechanism,
      cartridges: CARTRIDGES,
      image,
      seed,
      onBytes: (bytes) => this.heard.push(...bytes.map(({ byte }) => byte)),
    });
  }

  /** Powers the board up and lets it write its start into the EEPROM. */
  boot(): this {
    this.port.powerUp();
    return this.run(100);
  }

  run(ms: number): this {
    this.kernel.runUntil(this.kernel.now_us + Math.round(ms * 1_000));
    return this;
  }

  /** Sends a request and waits for its answer: what the reply holds, or `null` where the board is silent. */
  ask(...pdu: readonly number[]): readonly number[] | null {
    this.heard.length = 0;
    this.send(pdu);
    this.run(60);
    const frame = unframeRtu(Uint8Array.from(this.heard));
    return 'error' in frame ? null : [...frame.pdu];
  }

  /** Puts a request on the wire, and lets no time pass. */
  send(pdu: readonly number[]): this {
    this.port.send([...frameRtu({ unit: 1, pdu: Uint8Array.from(pdu) })]);
    return this;
  }

  /** Input registers, by function 4. */
  registers(at: number, count: number): number[] {
    const reply = this.ask(4, at >> 8, at & 0xff, 0, count) ?? [];
    return Array.from({ length: Math.floor((reply.length - 2) / 2) }, (_, i) => wordAt(reply, 2 + 2 * i));
  }

  /** `vend` by the mailbox, to be taken in the next tick; the answer. Order ids up to 65,535. */
  vend(order: number, cartridge: number): readonly number[] | null {
    return this.ask(...this.vending(order, cartridge));
  }

  /** The request for a vend, with a token of its own. */
  vending(order: number, cartridge: number): readonly number[] {
    this.#token += 1;
    const fields = [this.#token, 1, 0, order, cartridge, 0, 0].flatMap((word) => [word >> 8, word & 0xff]);
    const check = crc16(fields);
    return [16, 0, 0, 0, 8, 16, ...fields, check >> 8, check & 0xff];
  }

  /** Phase and mode of the board's highest order, by their numbers in the register map. */
  order(): { readonly order: number; readonly phase: number; readonly mode: number } {
    const [, order = 0, phase = 0, mode = 0] = this.registers(0x10, 12).slice(8);
    return { order, phase: phase & 0xff, mode: mode & 0xff };
  }

  of(kind: string): TraceEntry[] {
    return this.entries.filter((entry) => entry.kind === kind);
  }
}

function wordAt(bytes: readonly number[], at: number): number {
  return 256 * (bytes[at] ?? 0) + (bytes[at + 1] ?? 0);
}
