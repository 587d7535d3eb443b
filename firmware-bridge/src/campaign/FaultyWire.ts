import type { Component, Kernel, KernelEvent, Saved } from '@dosetwin/twin';
import { bytesOf, hexOf } from '../emulator/hex.js';
import { SILENCE_us } from '../wire/wireTiming.js';
import { type Fate, type FateName, MOST_DELAY_us } from './Fate.js';

export type Side = 'board' | 'host';

export interface FaultyWireOptions {
  readonly address: string;
  readonly toBoard: (bytes: readonly number[]) => void;
  readonly toHost: (bytes: Uint8Array) => void;
  /** What the next frame towards this side meets. */
  readonly fateOf: (to: Side, bytes: readonly number[]) => Fate;
  /** A frame has met it. */
  readonly onFate: (is: FateName, to: Side) => void;
}

/**
 * The wire between host and board in the kernel's time, frame by frame: it may lose, double, cut, alter, hold back and add. What comes
 * from the board is a frame once the board has been silent, so that each takes that much longer, as with an adapter.
 */
export class FaultyWire implements Component {
  readonly #kernel: Kernel;
  readonly #options: FaultyWireOptions;
  #heard: number[] = [];
  /** Frames that wait for the next one towards the same side, and go behind it. */
  #held: { [side in Side]: string | null } = { board: null, host: null };

  constructor(kernel: Kernel, options: FaultyWireOptions) {
    this.#kernel = kernel;
    this.#options = options;
    kernel.register(options.address, 1, this);
  }

  /** A frame of the host. */
  send(bytes: Uint8Array): void {
    this.#carry('board', [...bytes]);
  }

  /** Bytes of the board have arrived whole, the last of them just now. */
  hear(bytes: readonly number[]): void {
    this.#heard.push(...bytes);
    this.#kernel.setTimer(this.#options.address, 'silence', this.#kernel.now_us + SILENCE_us, { type: 'SILENCE' });
  }

  /** Bytes out of nowhere. */
  noise(to: Side, bytes: readonly number[]): void {
    this.#deliver(to, bytes, 0);
  }

  handle(event: KernelEvent): void {
    const { toBoard, toHost, address } = this.#options;
    switch (event.type) {
      case 'SILENCE':
        return this.#carry('host', this.#heard.splice(0));
      case 'ARRIVE':
        if (event.to === 'board') return toBoard([...bytesOf(event.bytes as string)]);
        return toHost(Uint8Array.from(bytesOf(event.bytes as string)));
      case 'HELD_LONG_ENOUGH':
        return this.#letGo(event.to as Side);
      default:
        throw new Error(`${address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return { heard: [...this.#heard], held: { ...this.#held } };
  }

  restore(saved: Saved): void {
    const { heard, held } = saved as unknown as { heard: number[]; held: { [side in Side]: string | null } };
    this.#heard = [...heard];
    this.#held = { ...held };
  }

  #carry(to: Side, bytes: readonly number[]): void {
    const fate = this.#options.fateOf(to, bytes);
    this.#options.onFate(fate.is, to);
    if (fate.is === 'swapped' && this.#held[to] === null) {
      this.#held[to] = hexOf(Uint8Array.from(bytes));
      const event = { type: 'HELD_LONG_ENOUGH', to };
      this.#kernel.setTimer(this.#options.address, `held-${to}`, this.#kernel.now_us + MOST_DELAY_us, event);
      return;
    }
    this.#deliver(to, changed(bytes, fate), fate.is === 'delayed' ? fate.by_us : 0);
    if (fate.is === 'echoed') this.#deliver(to, bytes, fate.by_us);
    this.#letGo(to);
  }

  #letGo(to: Side): void {
    const held = this.#held[to];
    if (held === null) return;
    this.#held[to] = null;
    this.#kernel.cancelTimer(this.#options.address, `held-${to}`);
    this.#deliver(to, [...bytesOf(held)], 0);
  }

  #deliver(to: Side, bytes: readonly number[], after_us: number): void {
    if (bytes.length === 0) return;
    const { address } = this.#options;
    this.#kernel.at(this.#kernel.now_us + after_us, address, { type: 'ARRIVE', to, bytes: hexOf(Uint8Array.from(bytes)) });
  }
}

function changed(bytes: readonly number[], fate: Fate): readonly number[] {
  switch (fate.is) {
    case 'lost':
      return [];
    case 'doubled':
      return [...bytes, ...bytes];
    case 'cut':
      return bytes.slice(0, fate.bytes % bytes.length);
    case 'flipped': {
      const at = Math.floor(fate.bit / 8) % bytes.length;
      return bytes.map((byte, index) => (index === at ? byte ^ (1 << (fate.bit % 8)) : byte));
    }
    case 'noisy':
      return [...fate.before, ...bytes, ...fate.behind];
    default:
      return bytes;
  }
}
