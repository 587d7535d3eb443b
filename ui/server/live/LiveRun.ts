import { setImmediate, setTimeout } from 'node:timers/promises';
import type { PromptCount } from '@dosetwin/firmware-bridge';
import type { RecordEnd, RecordedRun } from '@dosetwin/scenarios';
import { type Input, inputOfEntry, type TraceEntry } from '@dosetwin/twin';
import type { LiveDeed, LivePace } from '../../web/src/live/liveProtocol.js';
import { BoardFailed, type LiveBoards } from './LiveBoards.js';
import { RunClock, type Slips } from './RunClock.js';

export interface LiveRunOptions {
  /** Times real time, 1 unless said otherwise; 0: as fast as can be. */
  readonly pace?: LivePace;
  /** Stands still until somebody lets it run. */
  readonly paused?: boolean;
  /** Keeps entries for good, before anybody sees them. What it throws ends the run. */
  readonly keep?: (entries: readonly TraceEntry[]) => void;
  /** Real boards below hinges; none, unless given. Whoever made them closes them. */
  readonly boards?: LiveBoards | null;
}

/** Who hears what happens in a live run. */
export interface LiveListener {
  /** In their order, each once. */
  entries(entries: readonly TraceEntry[]): void;
  /** Something besides entries is other than before: paused, pace, armed, a board, a prompt, finished, failed. */
  changed(): void;
}

/** How a live run came to rest. */
export type LiveEnd =
  | { readonly is: 'finished'; readonly end: RecordEnd }
  | { readonly is: 'stopped' }
  | { readonly is: 'failed'; readonly error: unknown };

/** One run that goes on in this process, in pace with the clock on the wall or as fast as can be, and takes deeds meanwhile. */
export class LiveRun {
  readonly recorded: RecordedRun;
  readonly boards: LiveBoards | null;
  readonly #keep: NonNullable<LiveRunOptions['keep']>;
  readonly #listeners = new Set<LiveListener>();
  readonly #clock: RunClock;
  #end: LiveEnd | null = null;
  /** Entries handed on so far. */
  #told = 0;
  /** How the boards stood when that was last said. */
  #boardsTold = '';
  #wake = new AbortController();

  constructor(recorded: RecordedRun, options: LiveRunOptions = {}) {
    this.recorded = recorded;
    this.boards = options.boards ?? null;
    this.#keep = options.keep ?? (() => {});
    const { pace = 1, paused = false } = options;
    this.#clock = new RunClock(recorded.run, { pace, paused, boards: this.boards });
  }

  get now_us(): number {
    return this.recorded.run.now_us;
  }

  get pace(): LivePace {
    return this.#clock.pace;
  }

  get paused(): boolean {
    return this.#clock.paused;
  }

  get slips(): Slips {
    return this.#clock.slips;
  }

  /** `null`: nothing real is there to be armed. */
  get armed(): boolean | null {
    return this.boards === null ? null : this.boards.isArmed;
  }

  /** `null` while it goes on. */
  get end(): LiveEnd | null {
    return this.#end;
  }

  listen(listener: LiveListener): void {
    this.#listeners.add(listener);
  }

  /** Goes on until the scenario's end, `stop` or a failure; to be called once. */
  async live(): Promise<LiveEnd> {
    this.#tell();
    this.#clock.anchor();
    while (this.#end === null) {
      this.#slice();
      if (this.#end === null) await this.#rest();
    }
    return this.#end;
  }

  /** Ends it where it stands; what happened so far is a record. */
  stop(): void {
    if (this.#end !== null) return;
    this.disarm();
    this.#finish({ is: 'stopped' });
  }

  /** Takes a deed at the instant at which the run stands now. What is wrong with it, in words, or `null`; then nothing changed. */
  act({ kind, ...payload }: LiveDeed): string | null {
    if (this.#end !== null) return OVER;
    this.#slice();
    if (this.#end !== null) return OVER;
    const input = inputOfEntry({ t_us: this.now_us, level: 3, source: 'input', kind, payload });
    if ('error' in input) return input.error;
    return this.#apply(input);
  }

  /** Whoever stood at the machine has done what a prompt asked. What is wrong with that, in words, or `null`. */
  answer(number: number, count: PromptCount | null): string | null {
    if (this.#end !== null) return OVER;
    const waiting = this.boards?.prompts.find((prompt) => prompt.number === number);
    if (waiting === undefined) return 'nobody is asked for that any more';
    if (waiting.wantsCount && count === null) return 'what was counted belongs to it';
    try {
      this.boards?.answer(number, count);
    } catch (error) {
      // A ledger that cannot write: the run ends, and what it has recorded stays.
      this.#fail(error);
      return FAILED;
    }
    this.#slice();
    return null;
  }

  /** Pauses or runs on, and sets the pace, as far as said. */
  control(to: { readonly pause?: boolean | undefined; readonly pace?: LivePace | undefined }): void {
    if (this.#end !== null) return;
    this.#slice();
    this.#clock.set(to);
    this.#rouse();
    this.#changed();
  }

  /** Lets real motors move. Why not, in words, or `null`. */
  arm(): string | null {
    if (this.boards === null) return 'nothing real stands below a hinge here';
    if (this.#end !== null) return OVER;
    if (this.boards.armRefusal !== null) return this.boards.armRefusal;
    this.boards.arm();
    this.#tell();
    this.#changed();
    return null;
  }

  disarm(): void {
    if (this.boards === null || !this.boards.isArmed) return;
    this.boards.disarm();
    if (this.#end === null) this.#tell();
    this.#changed();
  }

  #slice(): void {
    const { run } = this.recorded;
    try {
      this.#clock.slice();
      const failure = this.boards?.failure ?? null;
      if (failure !== null) throw new BoardFailed(failure);
    } catch (error) {
      this.#tell();
      return this.#fail(error);
    }
    this.#tell();
    this.#tellBoards();
    const { end } = run.finished ? this.recorded.record() : { end: null };
    if (end !== null && this.#end === null) this.#finish({ is: 'finished', end });
  }

  #apply(input: Input): string | null {
    try {
      this.recorded.run.input(input);
    } catch (error) {
      if (error instanceof RangeError) return error.message;
      this.#fail(error);
      return FAILED;
    }
    this.#tell();
    return null;
  }

  /** Hands on what is new: first to whoever keeps it, then to whoever looks. */
  #tell(): void {
    const { entries } = this.recorded.run;
    if (this.#end !== null || this.#told === entries.length) return;
    const fresh = entries.slice(this.#told);
    this.#told = entries.length;
    try {
      this.#keep(fresh);
    } catch (error) {
      return this.#fail(error);
    }
    for (const listener of this.#listeners) listener.entries(fresh);
  }

  /** A board that went or came, and a prompt that was raised or answered, are told at once, in a run that stands still too. */
  #tellBoards(): void {
    if (this.boards === null) return;
    const { seen, prompts, isArmed } = this.boards;
    const now = JSON.stringify([seen, prompts.map(({ number }) => number), isArmed]);
    if (now === this.#boardsTold) return;
    this.#boardsTold = now;
    this.#changed();
  }

  #fail(error: unknown): void {
    if (this.#end !== null) return;
    this.#finish({ is: 'failed', error });
    this.disarm();
  }

  #finish(end: LiveEnd): void {
    this.#end = end;
    this.#rouse();
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener.changed();
  }

  /** Until the next slice, or until something is asked of it. */
  async #rest(): Promise<void> {
    const { restMs } = this.#clock;
    if (restMs === 0) {
      await setImmediate();
      return;
    }
    const { signal } = this.#wake;
    await setTimeout(restMs, undefined, { signal }).catch(() => {});
  }

  #rouse(): void {
    this.#wake.abort();
    this.#wake = new AbortController();
  }
}

const OVER = 'the run is over';
const FAILED = 'the run failed';
