import type { BenchAct, BenchBoard } from '../serve/BenchBoard.js';

/** How far the board lagged behind the clock on the wall when something was due in it, in ms. */
export interface BoardDrift {
  readonly meanMs: number;
  readonly worstMs: number;
}

/** Something else that lives in the board's time, such as a gateway on its wire. */
export interface PacedPart {
  readonly next_us: number | null;
  /** Bytes for the wire, or `null`. */
  advance(now_us: number): Uint8Array | null;
}

/** Timers of Node keep a millisecond; what is due sooner is waited for awake. */
const AWAKE_us = 1_500;
/** Nothing is due: the clock is looked at again after this, so that figures such as the uptime stay true. */
const LONGEST_WAIT_us = 250_000;

/** Keeps a board in step with the clock on the wall: asks it again and again to run up to now. */
export class PacedBoard {
  readonly #board: BenchBoard;
  readonly #parts: readonly PacedPart[];
  readonly #from_ms = performance.now();
  #timer: NodeJS.Timeout | null = null;
  #immediate: NodeJS.Immediate | null = null;
  #isStopped = false;
  #onFault: (error: unknown) => void;
  #wakes = 0;
  #sumMs = 0;
  #worstMs = 0;

  constructor(board: BenchBoard, parts: readonly PacedPart[], onFault: (error: unknown) => void) {
    this.#board = board;
    this.#parts = parts;
    this.#onFault = onFault;
    this.#turn();
  }

  get drift(): BoardDrift {
    return { meanMs: this.#wakes === 0 ? 0 : this.#sumMs / this.#wakes, worstMs: this.#worstMs };
  }

  /** Bytes from outside: they begin on the wire now. */
  send(bytes: ArrayLike<number>): void {
    this.#now();
    this.#board.send(bytes);
    this.#turn();
  }

  act(act: BenchAct): void {
    this.#now();
    this.#board.act(act);
    this.#turn();
  }

  /** Lets the parts look whether they have something to do. */
  nudge(): void {
    this.#turn();
  }

  stop(): void {
    this.#isStopped = true;
    this.#clear();
  }

  /** Brings the board up to the clock on the wall. */
  #now(): number {
    const now_us = Math.max(this.#board.now_us, Math.floor((performance.now() - this.#from_ms) * 1_000));
    const due_us = this.#board.next_us;
    if (due_us !== null && due_us <= now_us) this.#note((now_us - due_us) / 1_000);
    this.#board.runUntil(now_us);
    return now_us;
  }

  #note(lateMs: number): void {
    this.#wakes += 1;
    this.#sumMs += lateMs;
    this.#worstMs = Math.max(this.#worstMs, lateMs);
  }

  #turn(): void {
    if (this.#isStopped) return;
    try {
      const now_us = this.#now();
      for (const part of this.#parts) {
        const bytes = part.advance(now_us);
        if (bytes !== null) this.#board.send(bytes);
      }
      this.#wait(now_us);
    } catch (error) {
      this.stop();
      this.#onFault(error);
    }
  }

  #wait(now_us: number): void {
    this.#clear();
    const times = [this.#board.next_us, ...this.#parts.map(({ next_us }) => next_us)].filter((time) => time !== null);
    const wait_us = Math.min(LONGEST_WAIT_us, Math.min(...times) - now_us);
    if (wait_us < AWAKE_us) this.#immediate = setImmediate(() => this.#turn());
    else this.#timer = setTimeout(() => this.#turn(), Math.floor((wait_us - AWAKE_us) / 1_000));
  }

  #clear(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#immediate !== null) clearImmediate(this.#immediate);
    this.#timer = null;
    this.#immediate = null;
  }
}
