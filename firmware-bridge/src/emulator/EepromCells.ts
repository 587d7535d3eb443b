import { RandomStream } from '@dosetwin/twin';
import { ATMEGA2560 } from './ATMEGA2560.js';
import { bytesOf, hexOf } from './hex.js';

/** What a write does to its cell: sets all bits, clears those that are 0 in the value, or the one after the other (table 8-2). */
export type EepromMode = 'erase-and-write' | 'erase' | 'write';

const MS = 1_000 * ATMEGA2560.cyclesPerMicrosecond;
/** Table 8-2. Of 3.4 ms the first 1.8 erase. */
const CYCLES = { 'erase-and-write': 3.4 * MS, erase: 1.8 * MS, write: 1.8 * MS } as const;
const ERASED = 0xff;
const BITS = 8;
const MOST_AHEAD = 2;

/** Cells that are worn out, by address: each reads so, whatever was written. */
export type WornCells = ReadonlyMap<number, number>;

interface EepromWrite {
  readonly address: number;
  /** What the cell held before. */
  readonly before: number;
  readonly value: number;
  readonly mode: EepromMode;
  readonly from: number;
  readonly until: number;
}

export interface SavedEeprom {
  readonly bytes: string;
  readonly writes: readonly EepromWrite[];
  readonly draws: number;
  readonly torn: number;
}

/**
 * The cells of the EEPROM, which outlive the power. A byte takes its time; one that is being written when the power goes is
 * torn: of the bits that were to change each has changed with the share of the time that had passed (an assumption: the data
 * sheet promises nothing about such a byte).
 */
export class EepromCells {
  readonly bytes = new Uint8Array(ATMEGA2560.eepromBytes).fill(ERASED);
  readonly #luck: RandomStream;
  readonly #worn: WornCells;
  /** The last few: the board runs a little ahead of the world, and a cut may lie before the end of the last but one. */
  #writes: EepromWrite[] = [];
  #torn = 0;

  /** `image`: what they hold at first; erased beyond it. Equal seeds tear alike. */
  constructor(seed: number, image: Uint8Array = new Uint8Array(), worn: WornCells = new Map()) {
    this.bytes.set(image);
    this.#worn = worn;
    for (const [address, value] of worn) this.bytes[address] = value;
    this.#luck = new RandomStream(seed, 'eeprom', 'torn');
  }

  /** Bytes torn so far: how often a cut met a write. */
  get torn(): number {
    return this.#torn;
  }

  /** The cycle in which the write in flight ends; the past when there is none. */
  get busyUntil(): number {
    return this.#writes.at(-1)?.until ?? 0;
  }

  /** Begins a write. The cell reads as before until it ends, and nobody can read it so long. */
  write(address: number, value: number, mode: EepromMode, cycle: number): void {
    this.settle(cycle);
    const before = this.bytes[address] as number;
    const write = { address, before, value, mode, from: cycle, until: cycle + CYCLES[mode] };
    this.#writes = [...this.#writes.slice(1 - MOST_AHEAD), write];
  }

  /** Ends the write whose time has come. */
  settle(cycle: number): void {
    const last = this.#writes.at(-1);
    if (last !== undefined && last.until <= cycle) this.#hold(last.address, after(last));
  }

  /** The power goes in this cycle, which may lie before writes that were begun ahead of it. */
  cut(cycle: number): void {
    let write = this.#writes.pop();
    for (; write !== undefined && write.from >= cycle; write = this.#writes.pop()) this.bytes[write.address] = write.before;
    // Whatever came before this one had ended when it began.
    this.#writes = [];
    if (write === undefined) return;
    if (write.until <= cycle) this.#hold(write.address, after(write));
    else this.#tear(write, cycle);
  }

  save(): SavedEeprom {
    return { bytes: hexOf(this.bytes), writes: [...this.#writes], draws: this.#luck.index, torn: this.#torn };
  }

  restore({ bytes, writes, draws, torn }: SavedEeprom): void {
    this.bytes.set(bytesOf(bytes));
    this.#writes = [...writes];
    this.#luck.index = draws;
    this.#torn = torn;
  }

  #tear({ address, before, value, mode, from }: EepromWrite, cycle: number): void {
    const passed = cycle - from;
    const erasing = mode === 'write' ? 0 : CYCLES.erase;
    const erased = mode === 'write' ? before : this.#partly(before, ERASED, passed / erasing);
    const writing = CYCLES[mode] - erasing;
    const left = passed <= erasing ? erased : this.#partly(erased, erased & value, (passed - erasing) / writing);
    this.#hold(address, left);
    this.#torn += 1;
  }

  #hold(address: number, value: number): void {
    this.bytes[address] = this.#worn.get(address) ?? value;
  }

  /** Each bit that differs has changed with this share; from 1 on all have. */
  #partly(from: number, to: number, share: number): number {
    let byte = from;
    for (let bit = 0; bit < BITS; bit++) {
      const mask = 1 << bit;
      if ((from ^ to) & mask && this.#luck.chance(share)) byte ^= mask;
    }
    return byte;
  }
}

function after({ before, value, mode }: EepromWrite): number {
  if (mode === 'erase') return ERASED;
  return mode === 'write' ? before & value : value;
}
