import type { BoardRun, BoardStep, ChartBoard } from './ChartBoard.js';
import { EmulatedChip } from './EmulatedChip.js';

/** A program for the board with `firmware/avr/mailbox.c` in it, and where its variables lie. */
export interface BoardProgram {
  readonly image: Uint8Array;
  /** Where the mailbox begins in data memory. */
  readonly mailboxAt: number;
  /** The first free byte of data memory, `_end`. */
  readonly firstFree: number;
  /** Bytes of each chart's state, in the program's order. */
  readonly stateBytes: readonly number[];
}

/** The members of `mailbox_t`, by their offsets; the operations follow the largest state. */
const READY = 0;
const REQUEST = 1;
const CHART = 2;
const EVENT = 3;
const COUNT = 4;
const STATE = 6;
const START = 1;
const STEP = 2;
const FAULT = 0xffff;
/** Two hundred times what the longest step of our charts takes. */
const MAX_CYCLES = 20_000_000;

/** Charts in C on an emulated ATmega2560, spoken to through a mailbox in its memory. */
export class AvrBoard implements ChartBoard {
  readonly name = 'C on the emulated AVR';
  readonly #program: BoardProgram;
  readonly #chip: EmulatedChip;
  #longestStepCycles = 0;

  constructor(program: BoardProgram) {
    this.#program = program;
    this.#chip = new EmulatedChip(program.image, program.firstFree);
    // Before `main` begins, the program clears its variables, and the mailbox with them.
    this.#chip.runUntilSet(program.mailboxAt + READY, MAX_CYCLES);
  }

  /** Bytes of stack that the program took at most so far, its `main` included. */
  get deepestStackBytes(): number {
    return this.#chip.deepestStackBytes;
  }

  /** Cycles of the longest step so far; 16,000 are a millisecond at 16 MHz. */
  get longestStepCycles(): number {
    return this.#longestStepCycles;
  }

  run(runs: readonly BoardRun[]): BoardStep[][] {
    return runs.map(({ chart, from, events }) => {
      const steps: BoardStep[] = [];
      const { memory } = this.#chip;
      memory[this.#program.mailboxAt + CHART] = chart;
      if (from === null) steps.push(this.#ask(chart, START, 0));
      else memory.set(from, this.#program.mailboxAt + STATE);
      for (const event of events) steps.push(this.#ask(chart, STEP, event));
      return steps;
    });
  }

  #ask(chart: number, request: number, event: number): BoardStep {
    const { mailboxAt, stateBytes } = this.#program;
    const { memory } = this.#chip;
    memory[mailboxAt + EVENT] = event;
    memory[mailboxAt + READY] = 0;
    memory[mailboxAt + REQUEST] = request;
    const from = this.#chip.cycles;
    this.#chip.runUntilSet(mailboxAt + READY, MAX_CYCLES);
    this.#longestStepCycles = Math.max(this.#longestStepCycles, this.#chip.cycles - from);
    const count = (memory[mailboxAt + COUNT] as number) + 256 * (memory[mailboxAt + COUNT + 1] as number);
    if (count === FAULT) throw new Error(`${this.name}: chart ${chart} faults on event ${event}`);
    const opsAt = mailboxAt + STATE + Math.max(...stateBytes);
    const state = memory.slice(mailboxAt + STATE, mailboxAt + STATE + (stateBytes[chart] as number));
    return { state, ops: [...memory.subarray(opsAt, opsAt + count)] };
  }
}
