import { setImmediate, setTimeout } from 'node:timers/promises';
import type { RecordEnd, RecordedRun } from '@dosetwin/scenarios';
import { type Input, inputOfEntry, type TraceEntry } from '@dosetwin/twin';
import type { LiveDeed, LivePace } from '../../web/src/live/liveProtocol.js';

/** Real boards below a hinge, whose motors move only while armed. */
export interface Arming {
  arm(): void;
  disarm(): void;
}

export interface LiveRunOptions {
  /** Times real time, 1 unless said otherwise; 0: as fast as can be. */
  readonly pace?: LivePace;
  /** Stands still until somebody lets it run. */
  readonly paused?: boolean;
  /** Keeps entries for good, before anybody sees them. What it throws ends the run. */
  readonly keep?: (entries: readonly TraceEntry[]) => void;
  readonly arming?: Arming | null;
}

/** Who hears what happens in a live run. */
export interface LiveListener {
  /** In their order, each once. */
  entries(entries: readonly TraceEntry[]): void;
  /** Something besides entries is other than before: paused, pace, armed, finished, failed. */
  changed(): void;
}

/** How a live run came to rest. */
export type LiveEnd =
  | { readonly is: 'finished'; readonly end: RecordEnd }
  | { readonly is: 'stopped' }
  | { readonly is: 'failed'; readonly error: unknown };

export interface Slips {
  readonly count: number;
  /** Milliseconds on the wall. */
  readonly worstMs: number;
}

/** Between two looks at the clock, and the most that one turn of running takes. */
const SLICE_MS = 20;
/** Lagging further behind than this, the run slips: it goes on from where it is, instead of racing after the clock. */
const SLIP_MS = 500;
const FIRST_STEP_US = 60_000_000;
const LEAST_STEP_US = 20_000;
const LONGEST_STEP_US = 86_400_000_000;

/** One run that goes on in this process, in pace with the clock on the wall or as fast as can be, and takes deeds meanwhile. */
export class LiveRun {
  readonly recorded: RecordedRun;
  readonly #keep: NonNullable<LiveRunOptions['keep']>;
  readonly #arming: Arming | null;
  readonly #listeners = new Set<LiveListener>();
  #pace: LivePace;
  #paused: boolean;
  #armed = false;
  #slips: Slips = { count: 0, worstMs: 0 };
  #end: LiveEnd | null = null;
  /** Entries handed on so far. */
  #told = 0;
  #step_us = FIRST_STEP_US;
  /** This instant of the run belongs to this one on the wall. */
  #anchor = { t_us: 0, wall_ms: 0 };
  #wake = new AbortController();

  constructor(recorded: RecordedRun, options: LiveRunOptions = {}) {
    this.recorded = recorded;
    this.#pace = options.pace ?? 1;
    this.#paused = options.paused ?? false;
    this.#keep = options.keep ?? (() => {});
    this.#arming = options.arming ?? null;
  }

  get now_us(): number {
    return this.recorded.run.now_us;
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

  /** `null`: nothing real is there to be armed. */
  get armed(): boolean | null {
    return this.#arming === null ? null : this.#armed;
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
    this.#setAnchor();
    while (this.#end === null) {
      if (!this.#paused) this.#slice();
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
    if (this.#end !== null) return 'the run is over';
    if (!this.#paused) this.#slice();
    if (this.#end !== null) return 'the run is over';
    const input = inputOfEntry({ t_us: this.now_us, level: 3, source: 'input', kind, payload });
    if ('error' in input) return input.error;
    return this.#apply(input);
  }

  /** Pauses or runs on, and sets the pace, as far as said. */
  control(to: { readonly pause?: boolean | undefined; readonly pace?: LivePace | undefined }): void {
    if (this.#end !== null) return;
    if (!this.#paused) this.#slice();
    this.#paused = to.pause ?? this.#paused;
    this.#pace = to.pace ?? this.#pace;
    this.#setAnchor();
    this.#rouse();
    this.#changed();
  }

  /** Whether there was something to arm. */
  arm(): boolean {
    if (this.#arming === null || this.#end !== null) return false;
    this.#arming.arm();
    this.#armed = true;
    this.#changed();
    return true;
  }

  disarm(): void {
    if (this.#arming === null || !this.#armed) return;
    this.#armed = false;
    this.#arming.disarm();
    this.#changed();
  }

  /** Runs up to now, or as far as a slice allows. */
  #slice(): void {
    const { run } = this.recorded;
    const from_ms = performance.now();
    const due_us = this.#dueAt(from_ms);
    try {
      while (run.now_us < due_us && performance.now() - from_ms < SLICE_MS) {
        const step_ms = performance.now();
        run.runUntil(Math.min(due_us, run.now_us + this.#step_us));
        // A step grows while steps are quick, so that an empty night costs one.
        const isQuick = performance.now() - step_ms < SLICE_MS / 4;
        this.#step_us = isQuick
          ? Math.min(LONGEST_STEP_US, this.#step_us * 2)
          : Math.max(LEAST_STEP_US, Math.floor(this.#step_us / 2));
      }
    } catch (error) {
      this.disarm();
      this.#finish({ is: 'failed', error });
      return;
    }
    this.#noteSlip();
    this.#tell();
    const { end } = run.finished ? this.recorded.record() : { end: null };
    if (end !== null && this.#end === null) this.#finish({ is: 'finished', end });
  }

  #dueAt(wall_ms: number): number {
    const { length_us } = this.recorded.run;
    if (this.#pace === 0) return length_us;
    const gone_us = Math.floor((wall_ms - this.#anchor.wall_ms) * 1000 * this.#pace);
    return Math.min(length_us, this.#anchor.t_us + Math.max(0, gone_us));
  }

  /** A machine that slept, or firmware that is slower than the pace, must not be followed by hours that nobody could see. */
  #noteSlip(): void {
    if (this.#pace === 0) return;
    const lagMs = (this.#dueAt(performance.now()) - this.now_us) / 1000 / this.#pace;
    if (lagMs < SLIP_MS) return;
    this.#slips = { count: this.#slips.count + 1, worstMs: Math.max(this.#slips.worstMs, lagMs) };
    this.#setAnchor();
  }

  #apply(input: Input): string | null {
    try {
      this.recorded.run.input(input);
    } catch (error) {
      if (error instanceof RangeError) return error.message;
      this.#finish({ is: 'failed', error });
      return 'the run failed';
    }
    this.#tell();
    return null;
  }

  /** Hands on what is new: first to whoever keeps it, then to whoever looks. */
  #tell(): void {
    const { entries } = this.recorded.run;
    if (this.#told === entries.length) return;
    const fresh = entries.slice(this.#told);
    try {
      this.#keep(fresh);
    } catch (error) {
      this.disarm();
      this.#finish({ is: 'failed', error });
      return;
    }
    this.#told = entries.length;
    for (const listener of this.#listeners) listener.entries(fresh);
  }

  #finish(end: LiveEnd): void {
    this.#end = end;
    this.#rouse();
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener.changed();
  }

  #setAnchor(): void {
    this.#anchor = { t_us: this.now_us, wall_ms: performance.now() };
  }

  /** Until the next slice, or until something is asked of it. */
  async #rest(): Promise<void> {
    if (this.#pace === 0 && !this.#paused) {
      await setImmediate();
      return;
    }
    const { signal } = this.#wake;
    await setTimeout(this.#paused ? PAUSED_MS : SLICE_MS, undefined, { signal }).catch(() => {});
  }

  #rouse(): void {
    this.#wake.abort();
    this.#wake = new AbortController();
  }
}

/** A paused run looks up now and then, which keeps its process alive; being woken does not wait for that. */
const PAUSED_MS = 60_000;
