import type { Body, Command, Contents, Hand, Signal, SignalName } from '../../body/hinge.js';
import type { Payload } from '../../kernel/trace.js';

/** A body that does nothing of itself: it keeps what it was commanded, and signals what the test has it signal. */
export class ScriptedBody implements Body {
  readonly commands: Command[] = [];
  readonly hands: Hand[] = [];
  readonly eased: number[] = [];
  /** What people find who look, by cartridge; an empty lane where nothing is said. */
  readonly contents = new Map<number, Contents>();
  /** Called when a signal waits. */
  onSignal: () => void = () => {};
  #signals: Signal[] = [];
  #sequence = 0;
  /** How many of them the host asked for. */
  #asked = 0;

  /** A signal of this instant. */
  signal(name: SignalName, args: Payload = {}): void {
    this.#sequence += 1;
    this.#signals.push({ name, boot: 1, sequence: this.#sequence, tick: 0, args });
    this.onSignal();
  }

  command(command: Command): void {
    this.commands.push(command);
  }

  sample(): boolean {
    this.#asked = this.#signals.length;
    return false;
  }

  poll(): readonly Signal[] {
    const asked = this.#signals.splice(0, this.#asked);
    this.#asked = 0;
    return asked;
  }

  hand(hand: Hand): void {
    this.hands.push(hand);
  }

  fault(): void {}

  look(cartridge: number): Contents {
    return this.contents.get(cartridge) ?? { loaded: 0, onCoil: 0, rejected: 0, inBox: 0 };
  }

  ease(cartridge: number): void {
    this.eased.push(cartridge);
  }
}
