import { EmulatedBoard } from '../EmulatedBoard.js';
import type { BoardOutputs } from '../Ports.js';

export interface BoardBenchOptions {
  readonly image: Uint8Array;
  readonly eeprom?: Uint8Array;
  readonly seed?: number;
}

/** A board with its pins in a test's hand, run by its own wake times. */
export class BoardBench {
  inputs = 0x20;
  milliamp = 0;
  millivolt = 12_000;
  now_us = 0;
  readonly driven: [number, BoardOutputs][] = [];
  readonly said: [number, number][] = [];
  readonly board: EmulatedBoard;

  constructor({ image, eeprom, seed = 1 }: BoardBenchOptions) {
    this.board = new EmulatedBoard({
      image,
      ...(eeprom && { eeprom }),
      seed,
      pins: {
        inputs: () => this.inputs,
        currentMilliamp: () => this.milliamp,
        supplyMillivolt: () => this.millivolt,
      },
      onOutputs: (t_us, outputs) => this.driven.push([t_us, outputs]),
      onByte: (t_us, byte) => this.said.push([t_us, byte]),
    });
  }

  powerUp(): this {
    this.board.powerUp(this.now_us);
    return this;
  }

  /** Lets time pass, wake by wake, as a kernel would. */
  run(us: number): this {
    const end_us = this.now_us + us;
    for (let wake = this.board.nextWake_us; wake !== null && wake <= end_us; wake = this.board.nextWake_us) {
      this.now_us = Math.max(this.now_us, wake);
      this.board.runUntil(this.now_us);
    }
    this.now_us = end_us;
    return this;
  }

  setInputs(inputs: number): this {
    this.inputs = inputs;
    this.board.inputsChanged(this.now_us);
    return this;
  }

  send(...bytes: readonly number[]): this {
    this.board.receive(this.now_us, bytes);
    return this;
  }

  cutPower(): this {
    this.board.cutPower(this.now_us);
    return this;
  }

  /** What the board said so far. */
  get text(): string {
    return String.fromCharCode(...this.said.map(([, byte]) => byte));
  }
}
