import type { Component, Kernel, KernelEvent, Mechanism, Saved } from '@dosetwin/twin';
import type { WornCells } from './EepromCells.js';
import { type BoardPins, EmulatedBoard } from './EmulatedBoard.js';
import { matrixCartridge } from './matrixCartridge.js';
import { type BoardOutputs, NOTHING_DRIVEN } from './Ports.js';

/** A byte from the board, and when its stop bit had ended. */
export interface SaidByte {
  readonly t_us: number;
  readonly byte: number;
}

export interface MechanismPortOptions {
  /** Where this component is registered, at level 1. */
  readonly address: string;
  readonly mechanism: Mechanism;
  /** Cartridges fitted, 1 to 48. */
  readonly cartridges: number;
  readonly image: Uint8Array;
  readonly eeprom?: Uint8Array;
  /** Cells of it that are worn out. */
  readonly worn?: WornCells;
  readonly seed: number;
  /** Bytes from the board that followed each other without a pause, the last of them just now. */
  onBytes(bytes: readonly SaidByte[]): void;
  /** The board has sampled the motor current, which was this, in mA, before the converter's steps. */
  onCurrent?(milliamp: number): void;
}

/** PK0 to PK5 (PROTOCOL.md, pins). */
const DOOR_OPEN = 1;
const TAMPERED = 2;
const FLAP_OPEN = 4;
const BOLT_BACK = 8;
const BEAM_DARK = 16;
const CAM_CLOSED = 32;
/** Longer than any frame: a board that says more without a pause is heard in pieces. */
const MOST_SAID = 256;

/**
 * The emulated board in the kernel's time, with the simulated mechanism at its pins and its wire in the caller's hand. What the
 * board drives takes hold at the time that it gave; what it posted before its power was cut is void.
 */
export class MechanismPort implements Component, BoardPins {
  readonly board: EmulatedBoard;
  readonly #kernel: Kernel;
  readonly #options: MechanismPortOptions;
  /** What the mechanism was last told. */
  #outputs: BoardOutputs = NOTHING_DRIVEN;
  /** The cartridge whose motor these outputs drive, or 0. */
  #driven = 0;
  /** What the board has said and nobody has heard yet, oldest first. */
  #said: SaidByte[] = [];
  /** The mechanism's pins have changed, and the board will look at this instant. */
  #willLook = false;

  constructor(kernel: Kernel, options: MechanismPortOptions) {
    this.#kernel = kernel;
    this.#options = options;
    const { address, mechanism, image, seed } = options;
    this.board = new EmulatedBoard({
      image,
      ...(options.eeprom && { eeprom: options.eeprom }),
      ...(options.worn && { worn: options.worn }),
      seed,
      pins: this,
      onOutputs: (t_us, outputs) => this.#post(t_us, { type: 'OUTPUTS', ...outputs }),
      onByte: (t_us, byte) => this.#say(t_us, byte),
    });
    mechanism.watch(() => this.#willChange());
    kernel.register(address, 1, this);
  }

  powerUp(): void {
    this.#drive(NOTHING_DRIVEN);
    this.board.powerUp(this.#kernel.now_us);
    this.#plan();
  }

  cutPower(): void {
    const { now_us } = this.#kernel;
    this.board.cutPower(now_us);
    this.#drive(NOTHING_DRIVEN);
    this.#plan();
    // Of a frame that is cut, the beginning was heard.
    const heard = this.#said.filter(({ t_us }) => t_us <= now_us);
    this.#said = [];
    if (heard.length > 0) this.#options.onBytes(heard);
  }

  /** Puts bytes on the wire now, or as soon as it is free. */
  send(bytes: readonly number[]): void {
    this.board.receive(this.#kernel.now_us, bytes);
    this.#plan();
  }

  inputs(): number {
    const { mechanism } = this.#options;
    const cam = this.#driven === 0 || mechanism.camClosed(this.#driven);
    return (
      (mechanism.doorOpen ? DOOR_OPEN : 0) |
      (mechanism.tampered ? TAMPERED : 0) |
      (mechanism.flapOpen ? FLAP_OPEN : 0) |
      (mechanism.boltBack ? BOLT_BACK : 0) |
      (mechanism.beamDark ? BEAM_DARK : 0) |
      (cam ? CAM_CLOSED : 0)
    );
  }

  currentMilliamp(): number {
    const milliamp = this.#options.mechanism.motorMilliamp;
    this.#options.onCurrent?.(milliamp);
    return milliamp;
  }

  supplyMillivolt(): number {
    return this.#options.mechanism.supplyMillivolt;
  }

  handle(event: KernelEvent): void {
    switch (event.type) {
      case 'RUN':
        return this.#run();
      case 'LOOK':
        this.#willLook = false;
        this.board.inputsChanged(this.#kernel.now_us);
        return this.#plan();
      case 'OUTPUTS':
        if (event.life === this.board.lives && this.board.isOn) this.#drive(event as unknown as BoardOutputs);
        return;
      case 'BYTES':
        if (event.life === this.board.lives && this.board.isOn)
          this.#options.onBytes(this.#said.splice(0, event.count as number));
        return;
      default:
        throw new Error(`${this.#options.address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return {
      board: this.board.save(),
      outputs: { ...this.#outputs },
      driven: this.#driven,
      said: this.#said.map((one) => ({ ...one })),
      willLook: this.#willLook,
    };
  }

  restore(saved: Saved): void {
    const state = saved as unknown as {
      board: Saved;
      outputs: BoardOutputs;
      driven: number;
      said: readonly SaidByte[];
      willLook: boolean;
    };
    this.board.restore(state.board);
    this.#said = [...state.said];
    this.#outputs = { ...state.outputs };
    this.#driven = state.driven;
    this.#willLook = state.willLook;
  }

  /** What ended within the microsecond that has just begun takes hold now. */
  #post(t_us: number, event: KernelEvent): void {
    this.#kernel.at(Math.max(t_us, this.#kernel.now_us), this.#options.address, { ...event, life: this.board.lives });
  }

  /** Nobody acts on half a frame, so it is heard in one piece: one event instead of one for each byte. */
  #say(t_us: number, byte: number): void {
    this.#said.push({ t_us, byte });
    if (!this.board.isSending || this.#said.length === MOST_SAID) this.#post(t_us, { type: 'BYTES', count: this.#said.length });
  }

  #willChange(): void {
    if (this.#willLook || !this.board.isOn) return;
    this.#willLook = true;
    this.#kernel.post(this.#options.address, { type: 'LOOK' });
  }

  /** A board that is busy is due many thousand times in a second, and mostly nobody else is due in between. */
  #run(): void {
    const { board } = this;
    const kernel = this.#kernel;
    const { address } = this.#options;
    for (;;) {
      board.runUntil(kernel.now_us);
      const wake_us = board.nextWake_us;
      if (wake_us === null || !kernel.passTo(address, Math.max(wake_us, kernel.now_us))) break;
    }
    this.#plan();
  }

  /** Asks for the kernel's time when the board needs it next. */
  #plan(): void {
    const { address } = this.#options;
    const wake_us = this.board.nextWake_us;
    if (wake_us === null) this.#kernel.cancelTimer(address, 'run');
    else this.#kernel.setTimer(address, 'run', Math.max(wake_us, this.#kernel.now_us), { type: 'RUN' });
  }

  #drive({ rows, columns, bolt, diverter }: BoardOutputs): void {
    const before = this.#outputs;
    this.#outputs = { rows, columns, bolt, diverter };
    const { mechanism } = this.#options;
    const { now_us } = this.#kernel;
    if (rows !== before.rows || columns !== before.columns) this.#runMotor(rows, columns);
    if (bolt !== before.bolt) mechanism.actuate({ type: 'BOLT', to: bolt ? 'back' : 'out' }, now_us);
    if (diverter !== before.diverter) mechanism.actuate({ type: 'DIVERTER', to: diverter ? 'reject' : 'box' }, now_us);
  }

  #runMotor(rows: number, columns: number): void {
    const { mechanism, cartridges, address } = this.#options;
    const selected = matrixCartridge(rows, columns);
    if (selected === 'several') this.#kernel.record(address, 'matrix', { rows, columns });
    const cartridge = selected === 'several' || selected > cartridges ? 0 : selected;
    if (cartridge === this.#driven) return;
    const { now_us } = this.#kernel;
    if (this.#driven !== 0) mechanism.actuate({ type: 'MOTOR', cartridge: this.#driven, on: false }, now_us);
    if (cartridge !== 0) mechanism.actuate({ type: 'MOTOR', cartridge, on: true }, now_us);
    this.#driven = cartridge;
  }
}
