import type { Saved } from '@dosetwin/twin';
import { ATMEGA2560 } from './ATMEGA2560.js';
import { Chip, type ChipProgram, type ChipWiring, chipProgramOf, RESET_CAUSE, type SavedChip } from './Chip.js';
import { EepromCells, type SavedEeprom, type WornCells } from './EepromCells.js';
import { heardByte } from './heardByte.js';
import { type BoardOutputs, NOTHING_DRIVEN } from './Ports.js';
import type { ArrivingByte } from './Usart0.js';

/** What the board senses; asked for as a burst begins, and as a conversion does. */
export interface BoardPins {
  /** PK0 to PK7, high: open (PROTOCOL.md, pins). */
  inputs(): number;
  currentMilliamp(): number;
  supplyMillivolt(): number;
}

export interface BoardOptions {
  /** The program, from address 0 of flash. */
  readonly image: Uint8Array;
  /** What the EEPROM holds at first; erased where nothing is said. */
  readonly eeprom?: Uint8Array;
  /** Cells of it that are worn out. */
  readonly worn?: WornCells;
  /** Decides how bytes are torn. */
  readonly seed: number;
  readonly pins: BoardPins;
  /** The outputs change at `t_us`, which may lie a little ahead, by no more than a burst. */
  onOutputs(t_us: number, outputs: BoardOutputs): void;
  /** The stop bit of a byte ends at `t_us`, likewise; as a listener at 115200 baud takes it. */
  onByte(t_us: number, byte: number): void;
}

const { cyclesPerMicrosecond } = ATMEGA2560;
/** A bit of the wire, in cycles: 115200 baud. */
const WIRE_BIT = 16_000_000 / 115_200;
const FRAME_BITS = 10;
/**
 * The board runs ahead of the world by this much at most. A byte of the wire takes 86.8 µs, so that one which is given to the
 * board after a burst was run is never heard too late.
 */
const BURST_us = 80;
/** Reset code that has not started timer 3 so soon will hardly do so at all. */
const RESET_CODE_us = 16_000;
const POWER_ON = { cycle: 0, cause: RESET_CAUSE.powerOn };
const MILLIAMP_PER_COUNT = 2;
const MILLIVOLT_PER_COUNT = 20;

/**
 * The reference board: an emulated ATmega2560 with its firmware, in the time of a caller who counts whole microseconds. Of a
 * call at `t_us` the board first sleeps up to then, then runs a burst until it sleeps, with its inputs as they were when the
 * burst began; what it drives and says is handed over with its time, rounded up. Then `nextWake_us` tells when to call again.
 *
 * The phase of its clock against the caller's is chosen so that its milliseconds are the caller's: power comes on, the reset
 * code runs, and the tick of the prescaler with which timer 3 starts to count is defined to be the instant of power-up.
 */
export class EmulatedBoard {
  readonly #options: BoardOptions;
  readonly #program: ChipProgram;
  readonly #cells: EepromCells;
  readonly #wiring: ChipWiring;
  #chip: Chip | null = null;
  #outputs: BoardOutputs = NOTHING_DRIVEN;
  /** This cycle is this instant. */
  #origin = { cycle: 0, t_us: 0 };
  #lives = 0;
  /** When the wire towards the board is free again, in cycles. */
  #wireFree = 0;

  constructor(options: BoardOptions) {
    this.#options = options;
    this.#program = chipProgramOf(options.image);
    this.#cells = new EepromCells(options.seed, options.eeprom, options.worn);
    const { pins } = options;
    this.#wiring = {
      cells: this.#cells,
      analog: (channel) => {
        if (channel === 0) return pins.currentMilliamp() / MILLIAMP_PER_COUNT;
        return channel === 1 ? pins.supplyMillivolt() / MILLIVOLT_PER_COUNT : 0;
      },
      onOutputs: (outputs, cycle) => this.#drive(outputs, cycle),
      onSent: (byte, cycle, bit) => options.onByte(this.#timeOf(cycle), heardByte(byte, bit, WIRE_BIT).byte),
    };
  }

  get isOn(): boolean {
    return this.#chip !== null;
  }

  /** Power-ups so far: what was posted in an earlier life no longer holds. */
  get lives(): number {
    return this.#lives;
  }

  get asleep(): boolean {
    return this.#chip?.asleep === true;
  }

  /** No byte is on the wire or waits for the program. */
  get isQuiet(): boolean {
    return this.#chip === null || this.#chip.usart.isQuiet;
  }

  /** Another byte follows the one that was said last without a pause. */
  get isSending(): boolean {
    return this.#chip?.usart.isSending === true;
  }

  /**
   * Interrupts of this life but for those of the wire, or -1 without power. While it stands and the board sleeps, all that the board
   * did was to answer: nothing else has happened to it.
   */
  get stirs(): number {
    return this.#chip?.stirs ?? -1;
  }

  /** Cycles since power-up; 16 are a microsecond. */
  get cycles(): number {
    return this.#chip?.cycles ?? 0;
  }

  /** Its content now; bytes in flight read as before. */
  get eeprom(): Uint8Array {
    return this.#cells.bytes;
  }

  /** EEPROM bytes that a cut has met in flight. */
  get tornBytes(): number {
    return this.#cells.torn;
  }

  /** Data memory, for debuggers and tests; `null` without power. */
  get memory(): Uint8Array | null {
    return this.#chip?.cpu.data ?? null;
  }

  /** When the board has something to do by itself; `null` when only an input or a byte can wake it. */
  get nextWake_us(): number | null {
    const chip = this.#chip;
    if (chip === null) return null;
    if (!chip.asleep) return this.#timeOf(chip.cycles);
    return chip.nextEvent === Number.POSITIVE_INFINITY ? null : this.#timeOf(chip.nextEvent);
  }

  /** Power comes on, whatever the board did before. */
  powerUp(t_us: number): void {
    if (this.isOn) this.cutPower(t_us);
    this.#lives += 1;
    this.#wireFree = 0;
    this.#origin = { cycle: this.#resetCodeCycles(), t_us };
    this.#chip = this.#newChip(POWER_ON, this.#wiring);
  }

  /** The power goes, at any instant since the last power-up; what the board did ahead of it never happened. */
  cutPower(t_us: number): void {
    if (this.#chip === null) return;
    this.#cells.cut(this.#cycleOf(t_us));
    this.#chip = null;
    this.#outputs = NOTHING_DRIVEN;
  }

  /** Bytes on the wire, one after the other, from `t_us` or as soon as the wire is free. */
  receive(t_us: number, bytes: readonly number[]): void {
    if (this.#chip === null) return;
    const arriving: ArrivingByte[] = [];
    for (const byte of bytes) {
      const from = Math.max(this.#wireFree, this.#cycleOf(t_us));
      this.#wireFree = from + FRAME_BITS * WIRE_BIT;
      arriving.push({ from, bit: WIRE_BIT, byte });
    }
    this.#chip.usart.arrive(arriving);
  }

  /** The inputs have changed: an interrupt may wake the board, and `nextWake_us` be sooner. */
  inputsChanged(t_us: number): void {
    this.runUntil(t_us);
  }

  /** Lets the board come up to `t_us`, and a burst beyond if it is awake then. */
  runUntil(t_us: number): void {
    const limit = this.#cycleOf(t_us);
    for (let chip = this.#chip; chip !== null; chip = this.#chip) {
      if (chip.asleep && !this.#wake(chip, limit)) return;
      if (chip.cycles > limit && !chip.bitten) return;
      chip.ports.setInputs(this.#options.pins.inputs());
      chip.run(limit + BURST_us * cyclesPerMicrosecond);
      if (chip.bitten) this.#restart(chip);
      if (chip.cpu.pc >= this.#program.words) throw new Error(`the board left its program, at ${2 * chip.cpu.pc}`);
    }
  }

  /** All that the board is, between two calls. */
  save(): Saved {
    return {
      chip: this.#chip?.save() ?? null,
      cells: this.#cells.save(),
      outputs: { ...this.#outputs },
      origin: { ...this.#origin },
      lives: this.#lives,
      wireFree: this.#wireFree,
    } as unknown as Saved;
  }

  restore(saved: Saved): void {
    const state = saved as unknown as {
      chip: SavedChip | null;
      cells: SavedEeprom;
      outputs: BoardOutputs;
      origin: { cycle: number; t_us: number };
      lives: number;
      wireFree: number;
    };
    this.#cells.restore(state.cells);
    this.#origin = { ...state.origin };
    this.#lives = state.lives;
    this.#wireFree = state.wireFree;
    this.#outputs = { ...state.outputs };
    this.#chip = null;
    if (state.chip !== null) {
      this.#chip = this.#newChip(POWER_ON, this.#wiring);
      this.#chip.restore(state.chip);
    }
  }
  /** What the reset code will take until timer 3 counts, found by running it without consequences; 0 if it never does. */
  #resetCodeCycles(): number {
    const before = this.#cells.save();
    const { analog, cells } = this.#wiring;
    const chip = this.#newChip(POWER_ON, { cells, analog, onOutputs: () => {}, onSent: () => {} });
    chip.ports.setInputs(this.#options.pins.inputs());
    // One instruction at a time, since the one that starts the timer is looked for.
    const end = RESET_CODE_us * cyclesPerMicrosecond;
    while (chip.timer.countsFrom === null && chip.cycles < end && !chip.asleep && !chip.bitten) chip.run(chip.cycles + 1);
    this.#cells.restore(before);
    return chip.timer.countsFrom ?? 0;
  }

  #newChip(reset: { readonly cycle: number; readonly cause: number }, wiring: ChipWiring): Chip {
    return new Chip(this.#program, wiring, reset);
  }

  /** The watchdog bit: memory and EEPROM stay as they are, what is on the wire still comes, all else begins anew. */
  #restart(before: Chip): void {
    const { cpu, usart } = before;
    const cause = (cpu.data[ATMEGA2560.MCUSR] as number) | RESET_CAUSE.watchdog;
    this.#drive(NOTHING_DRIVEN, cpu.cycles);
    const chip = this.#newChip({ cycle: cpu.cycles, cause }, this.#wiring);
    chip.cpu.data.set(cpu.data.subarray(ATMEGA2560.sramAt), ATMEGA2560.sramAt);
    chip.usart.arrive(usart.arriving);
    this.#chip = chip;
  }

  /** Whether something woke the chip by the cycle `limit`. */
  #wake(chip: Chip, limit: number): boolean {
    if (chip.sleepUntil(limit)) return true;
    chip.ports.setInputs(this.#options.pins.inputs());
    return chip.sleepUntil(limit);
  }

  #drive(outputs: BoardOutputs, cycle: number): void {
    const before = this.#outputs;
    const isSame =
      outputs.rows === before.rows &&
      outputs.columns === before.columns &&
      outputs.bolt === before.bolt &&
      outputs.diverter === before.diverter;
    if (isSame) return;
    this.#outputs = outputs;
    this.#options.onOutputs(this.#timeOf(cycle), outputs);
  }

  #cycleOf(t_us: number): number {
    return this.#origin.cycle + (t_us - this.#origin.t_us) * cyclesPerMicrosecond;
  }

  #timeOf(cycle: number): number {
    const since_us = Math.ceil((cycle - this.#origin.cycle) / cyclesPerMicrosecond);
    return this.#origin.t_us + Math.max(0, since_us);
  }
}
