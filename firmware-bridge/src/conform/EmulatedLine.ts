import type { TraceEntry } from '@dosetwin/twin';
import { BenchBoard, type BenchBoardOptions } from '../serve/BenchBoard.js';
import type { BoardLine, HeardBytes, LineMechanism } from './BoardLine.js';

/** Without power for this long, in µs. */
const POWER_OFF_us = 10_000;
/** Reset code and the record of the start take less than this, in µs. */
const START_us = 100_000;
/** How finely time passes while somebody listens, in µs: less than two bytes of the wire. */
const STEP_us = 150;

/** The emulated board with its mechanism: time passes only while somebody waits, as fast as it can. */
export class EmulatedLine implements BoardLine {
  readonly framing = 'rtu';
  readonly isExact = true;
  readonly mechanism: LineMechanism;
  readonly #board: BenchBoard;
  #heard: HeardBytes[] = [];

  constructor(options: Pick<BenchBoardOptions, 'image' | 'cartridges' | 'packages'> = {}) {
    const entries: TraceEntry[] = [];
    this.#board = new BenchBoard({
      ...options,
      onByte: (byte, t_us) => this.#heard.push({ t_us, bytes: Uint8Array.of(byte) }),
      onEntry: (entry) => entries.push(entry),
    });
    this.mechanism = { entries, act: (act) => this.#board.act(act) };
    this.#pass(START_us);
  }

  now_us(): number {
    return this.#board.now_us;
  }

  send(bytes: Uint8Array): void {
    this.#board.send(bytes);
  }

  pause(us: number): Promise<void> {
    this.#pass(us);
    return Promise.resolve();
  }

  listen(us: number): Promise<void> {
    const end_us = this.now_us() + us;
    const before = this.#heard.length;
    while (this.now_us() < end_us && this.#heard.length === before) this.#pass(Math.min(STEP_us, end_us - this.now_us()));
    return Promise.resolve();
  }

  take(): readonly HeardBytes[] {
    return this.#heard.splice(0);
  }

  restart(): Promise<void> {
    this.mechanism.act({ name: 'power', on: false });
    this.#pass(POWER_OFF_us);
    this.mechanism.act({ name: 'power', on: true });
    this.#pass(START_us);
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #pass(us: number): void {
    this.#board.runUntil(this.now_us() + us);
  }
}
