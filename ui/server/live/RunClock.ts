import type { Run } from '@dosetwin/scenarios';
import type { LivePace } from '../../web/src/live/liveProtocol.js';
import type { LiveBoards } from './LiveBoards.js';

export interface Slips {
  readonly count: number;
  /** Milliseconds on the wall. */
  readonly worstMs: number;
}

/** Between two looks at the clock, and the most that one turn of running takes. */
const SLICE_MS = 20;
/** With a board at work the run is asked this often: well below the hinge's grid of 20 ms. */
const BOARD_SLICE_MS = 4;
/** Lagging further behind than this, the run slips: it goes on from where it is, instead of racing after the clock. */
const SLIP_MS = 500;
const FIRST_STEP_US = 60_000_000;
const LEAST_STEP_US = 20_000;
const LONGEST_STEP_US = 86_400_000_000;
/** A paused run looks up now and then, which keeps its process alive; being woken does not wait for that. */
const PAUSED_MS = 60_000;

/** Keeps a live run in pace with the clock on the wall, or lets it run as fast as can be; at 1× while a real board is at work. */
export class RunClock {
  readonly #run: Run;
  readonly #boards: LiveBoards | null;
  #pace: LivePace;
  #paused: boolean;
  #slips: Slips = { count: 0, worstMs: 0 };
  #step_us = FIRST_STEP_US;
  /** This instant of the run belongs to this one on the wall. */
  #anchor = { t_us: 0, wall_ms: 0 };

  constructor(run: Run, options: { readonly pace: LivePace; readonly paused: boolean; readonly boards: LiveBoards | null }) {
    this.#run = run;
    this.#boards = options.boards;
    this.#pace = options.pace;
    this.#paused = options.paused;
  }

  get pace(): LivePace {
    return this.#pace;
  }

  get paused(): boolean {
    return this.#paused;
  }

  get slips(): Slips {
    return this.#slips;
  }

  /** A pause takes hold once no board is at work: a motor cannot be paused. Before the first instant nothing has begun. */
  get isHeld(): boolean {
    return this.#paused && (this.#run.now_us === 0 || this.#boards?.wantsRealTime !== true);
  }

  set(to: { readonly pause?: boolean | undefined; readonly pace?: LivePace | undefined }): void {
    this.#paused = to.pause ?? this.#paused;
    this.#pace = to.pace ?? this.#pace;
    this.anchor();
  }

  /** From here on the run is held against the clock. */
  anchor(): void {
    this.#anchor = { t_us: this.#run.now_us, wall_ms: performance.now() };
  }

  /** Runs up to now, or as far as a slice allows. */
  slice(): void {
    const boards = this.#boards;
    if (boards === null) {
      if (!this.#paused) this.#runToClock((due_us) => this.#run.runUntil(due_us));
      return;
    }
    const { now_us } = this.#run;
    if (this.isHeld || boards.standsStill) return this.#letGo(boards);
    if (this.#pace === 1 || boards.wantsRealTime) return this.#runAsOnWall(boards);
    if (now_us >= boards.leapEnd_us) return this.#letGo(boards);
    boards.time.letGo(now_us);
    const from_ms = performance.now();
    const goesOn = () => !boards.wantsRealTime && !boards.standsStill && performance.now() - from_ms < SLICE_MS;
    this.#runToClock((due_us) => this.#run.runWhile(Math.min(due_us, boards.leapEnd_us), goesOn));
  }

  /** How long to wait for the next slice, in ms; 0: other work comes first, and then at once. */
  get restMs(): number {
    const boards = this.#boards;
    if (boards === null) return this.#paused ? PAUSED_MS : this.#pace === 0 ? 0 : SLICE_MS;
    // Boards are looked at all the time: one may be plugged in, or somebody may open its door.
    if (this.isHeld || boards.standsStill) return SLICE_MS;
    if (this.#pace === 1 || boards.wantsRealTime) return BOARD_SLICE_MS;
    return this.#pace === 0 && this.#run.now_us < boards.leapEnd_us ? 0 : SLICE_MS;
  }

  /** A board's time is the wall's, whatever the pace; what was not done in time is caught up with. */
  #runAsOnWall(boards: LiveBoards): void {
    const { time } = boards;
    time.tie(this.#run.now_us);
    this.#run.runWhile(time.due_us(this.#run.now_us), () => !boards.standsStill);
    this.anchor();
  }

  #letGo(boards: LiveBoards): void {
    boards.time.letGo(this.#run.now_us);
    this.anchor();
  }

  #runToClock(runUntil: (due_us: number) => void): void {
    const from_ms = performance.now();
    const due_us = this.#dueAt(from_ms);
    while (this.#run.now_us < due_us && performance.now() - from_ms < SLICE_MS) {
      const before_us = this.#run.now_us;
      const step_ms = performance.now();
      runUntil(Math.min(due_us, before_us + this.#step_us));
      if (this.#run.now_us === before_us) break;
      // A step grows while steps are quick, so that an empty night costs one.
      const isQuick = performance.now() - step_ms < SLICE_MS / 4;
      this.#step_us = isQuick
        ? Math.min(LONGEST_STEP_US, this.#step_us * 2)
        : Math.max(LEAST_STEP_US, Math.floor(this.#step_us / 2));
    }
    this.#noteSlip();
  }

  #dueAt(wall_ms: number): number {
    const { length_us } = this.#run;
    if (this.#pace === 0) return length_us;
    const gone_us = Math.floor((wall_ms - this.#anchor.wall_ms) * 1000 * this.#pace);
    return Math.min(length_us, this.#anchor.t_us + Math.max(0, gone_us));
  }

  /** A machine that slept, or firmware that is slower than the pace, must not be followed by hours that nobody could see. */
  #noteSlip(): void {
    if (this.#pace === 0) return;
    const lagMs = (this.#dueAt(performance.now()) - this.#run.now_us) / 1000 / this.#pace;
    if (lagMs < SLIP_MS) return;
    this.#slips = { count: this.#slips.count + 1, worstMs: Math.max(this.#slips.worstMs, lagMs) };
    this.anchor();
  }
}
