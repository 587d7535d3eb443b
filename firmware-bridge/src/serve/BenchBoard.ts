import { type FaultCause, type Hand, Kernel, type LaneTruth, Mechanism, type TraceEntry } from '@dosetwin/twin';
import { MechanismPort } from '../emulator/MechanismPort.js';
import { firmwareImage } from '../firmware/firmwareImage.js';

export interface BenchFault {
  readonly cause: FaultCause;
  /** From 1; a blind beam and a blocked chute door are the whole machine's. */
  readonly cartridge: number;
}

export interface BenchBoardOptions {
  /** Cartridges fitted to the mechanism, 1 to 48; 48 unless given. */
  readonly cartridges?: number;
  /** Packages in each of them at the start; a full cartridge unless given. */
  readonly packages?: number;
  readonly faults?: readonly BenchFault[];
  /** Another program than the committed one. */
  readonly image?: Uint8Array;
  /** A byte from the board had arrived whole at `t_us`; told once the board pauses. */
  readonly onByte: (byte: number, t_us: number) => void;
  readonly onEntry?: (entry: TraceEntry) => void;
}

/** What a hand or a fault may do to it, besides the wire. */
export type BenchAct =
  | Hand
  | ({ readonly name: 'fault' } & BenchFault)
  | { readonly name: 'tamper'; readonly open: boolean }
  | { readonly name: 'supply'; readonly millivolt: number }
  | { readonly name: 'power'; readonly on: boolean };

const MACHINE = 'bench';
/** The board is there for whoever tests something: nothing goes wrong that nobody asked for. */
const NO_CHANCE = { jamShare: 0, sensorMissShare: 0, falseDropShare: 0 };
const FULL = 14;

/** The emulated reference board with a mechanism, in a kernel of its own, and its wire in the caller's hand. All times in µs. */
export class BenchBoard {
  readonly cartridges: number;
  readonly #kernel: Kernel;
  readonly #mechanism: Mechanism;
  readonly #port: MechanismPort;

  constructor(options: BenchBoardOptions) {
    const { cartridges = 48, packages = FULL, faults = [], image = firmwareImage, onByte, onEntry } = options;
    this.cartridges = cartridges;
    this.#kernel = new Kernel({ seed: 1, ...(onEntry && { onEntry }) });
    this.#mechanism = new Mechanism(this.#kernel, {
      machine: MACHINE,
      cartridges,
      loaded: Array.from({ length: cartridges }, () => packages),
      parameters: [{ mechanism: NO_CHANCE }],
    });
    this.#port = new MechanismPort(this.#kernel, {
      address: `${MACHINE}/controller`,
      mechanism: this.#mechanism,
      cartridges,
      image,
      seed: 1,
      onBytes: (bytes) => {
        for (const { byte, t_us } of bytes) onByte(byte, t_us);
      },
    });
    for (const fault of faults) this.act({ name: 'fault', ...fault });
    this.#port.powerUp();
  }

  get now_us(): number {
    return this.#kernel.now_us;
  }

  /** When something happens by itself, or `null`. */
  get next_us(): number | null {
    return this.#kernel.next_us;
  }

  get isOn(): boolean {
    return this.#port.board.isOn;
  }

  /** What the EEPROM holds now. */
  get eeprom(): Uint8Array {
    return this.#port.board.eeprom;
  }

  runUntil(t_us: number): void {
    this.#kernel.runUntil(t_us);
  }

  /** Puts bytes on the wire now, or as soon as it is free; a board without power hears nothing. */
  send(bytes: ArrayLike<number>): void {
    this.#port.send(Array.from(bytes));
  }

  act(act: BenchAct): void {
    switch (act.name) {
      case 'fault':
        return this.#mechanism.fault({ cause: act.cause, cartridge: act.cartridge });
      case 'tamper':
        return this.#mechanism.tamper(act.open);
      case 'supply':
        return this.#mechanism.supply(act.millivolt);
      case 'power':
        if (act.on === this.isOn) return;
        return act.on ? this.#port.powerUp() : this.#port.cutPower();
      default:
        return this.#mechanism.hand(act);
    }
  }

  /** Where the packages of a cartridge are. */
  truth(cartridge: number): LaneTruth {
    return this.#mechanism.truth(cartridge);
  }
}
