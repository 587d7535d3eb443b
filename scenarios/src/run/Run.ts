import { type BodyOf, type Input, type TraceEntry, World, type WorldCheckpoint, type WorldSpec } from '@dosetwin/twin';

/** What a run needs of a scenario. */
export interface Runnable {
  readonly seed: number;
  readonly spec: WorldSpec;
}

export interface RunOptions {
  /** Fed at their instants, as a replay does (SPEC K6). */
  readonly inputs?: readonly Input[];
  /** Who stands below a machine's hinge; the model, unless it says otherwise. */
  readonly bodyOf?: (machine: string) => BodyOf | undefined;
}

interface Mark {
  readonly t_us: number;
  /** `null`: the start, where nothing has been done yet. */
  readonly checkpoint: WorldCheckpoint | null;
  /** Entries, inputs and events of the kernel that stood before it. */
  readonly entries: number;
  readonly inputs: number;
  readonly steps: number;
}

/** A checkpoint at least every so many entries: what a seek must run again at most. */
const ENTRIES_BETWEEN_MARKS = 400;
/** And every so many events: a board that is emulated works on where nothing is told; here some ten minutes of it at rest. */
const STEPS_BETWEEN_MARKS = 60_000;
/** One with an emulated board takes some 35 kB. When there are more, every other one goes, and new ones come half as often. */
const MOST_MARKS = 400;

/**
 * One run of a scenario in memory: runs on, takes inputs, and winds back by running again from a checkpoint. Its entries
 * and inputs are all that it produces.
 */
export class Run {
  readonly seed: number;
  readonly spec: WorldSpec;
  readonly entries: TraceEntry[] = [];
  readonly inputs: Input[] = [];
  readonly #pendingInputs: Input[];
  #marks: Mark[] = [];
  #stepsBetweenMarks = STEPS_BETWEEN_MARKS;
  #entriesBetweenMarks = ENTRIES_BETWEEN_MARKS;
  readonly #bodyOf: RunOptions['bodyOf'];
  #world: World;

  constructor(runnable: Runnable, options: RunOptions = {}) {
    this.seed = runnable.seed;
    this.spec = runnable.spec;
    this.#pendingInputs = [...(options.inputs ?? [])].sort((a, b) => a.t_us - b.t_us);
    this.#bodyOf = options.bodyOf;
    this.#marks.push({ t_us: 0, checkpoint: null, entries: 0, inputs: 0, steps: 0 });
    this.#world = this.#build();
    this.#world.start();
  }

  get now_us(): number {
    return this.#world.now_us;
  }

  get length_us(): number {
    return this.spec.length_us;
  }

  get finished(): boolean {
    return this.now_us >= this.length_us;
  }

  get digests() {
    return this.#world.digests;
  }

  get world(): World {
    return this.#world;
  }

  /** Runs to `t_us` or the scenario's end, whichever comes first, feeding the inputs that are due on the way. */
  runUntil(t_us: number): void {
    const end_us = Math.min(t_us, this.length_us);
    for (;;) {
      const input = this.#pendingInputs[0];
      if (!input || input.t_us > end_us) break;
      this.#pendingInputs.shift();
      this.#runTo(input.t_us);
      this.#apply(input);
    }
    this.#runTo(end_us);
  }

  /**
   * As `runUntil`, but stops behind the first event after which `goesOn` says no; not at the scenario's last instant, for a run
   * that stands there is finished, and nothing of it must be missing.
   */
  runWhile(t_us: number, goesOn: () => boolean): void {
    const end_us = Math.min(t_us, this.length_us);
    while (this.finished || goesOn()) {
      const input = this.#pendingInputs[0];
      const until_us = Math.min(end_us, input?.t_us ?? end_us);
      if (this.#world.stepUntil(until_us)) continue;
      this.#world.runUntil(until_us);
      if (input === undefined || input.t_us > end_us) return;
      this.#pendingInputs.shift();
      this.#apply(input);
    }
  }

  finish(): void {
    this.runUntil(this.length_us);
  }

  /**
   * Something from outside, now. After winding back, this is where a branch begins: later inputs are forgotten. An input
   * that is not now, or names what is not there, is a RangeError and changes nothing.
   */
  input(input: Input): void {
    if (input.t_us !== this.now_us) throw new RangeError(`an input at ${input.t_us} µs, but the run stands at ${this.now_us}`);
    // What is due now comes first, at the start too, as it will when these inputs are fed (SPEC K6).
    this.#runTo(this.now_us);
    this.#apply(input);
    this.#pendingInputs.length = 0;
    this.#runTo(this.now_us);
  }

  /**
   * Winds back to `t_us`, a whole number from 0, from the checkpoint before it; inputs after it are kept and come again if
   * the run goes on.
   */
  windBack(t_us: number): void {
    if (t_us >= this.now_us) return this.runUntil(t_us);
    const mark = this.#marks.findLast((one) => one.t_us <= t_us);
    if (!mark) throw new RangeError(`${t_us} µs lies before the start`);
    while (this.#marks.at(-1) !== mark) this.#marks.pop();
    this.#pendingInputs.unshift(...this.inputs.splice(mark.inputs));
    this.entries.length = mark.entries;
    this.#world = this.#build();
    if (mark.checkpoint === null) this.#world.start();
    else this.#world.restore(mark.checkpoint);
    this.runUntil(t_us);
  }

  #build(): World {
    const { seed } = this;
    const bodyOf = this.#bodyOf ?? (() => undefined);
    return new World(this.spec, { seed, bodyOf, onEntry: (entry) => this.entries.push(entry) });
  }

  #runTo(t_us: number): void {
    while (this.#world.stepUntil(t_us)) {
      const last = this.#marks.at(-1) as Mark;
      const isDue =
        this.entries.length - last.entries >= this.#entriesBetweenMarks ||
        this.#world.steps - last.steps >= this.#stepsBetweenMarks;
      if (isDue && this.#world.isStill) this.#mark();
    }
    this.#world.runUntil(t_us);
  }

  #apply(input: Input): void {
    this.#world.input(input);
    this.inputs.push(input);
  }

  #mark(): void {
    this.#marks.push({
      t_us: this.now_us,
      checkpoint: this.#world.checkpoint(),
      entries: this.entries.length,
      inputs: this.inputs.length,
      steps: this.#world.steps,
    });
    if (this.#marks.length <= MOST_MARKS) return;
    this.#marks = this.#marks.filter((_, index) => index % 2 === 0);
    this.#stepsBetweenMarks *= 2;
    this.#entriesBetweenMarks *= 2;
  }
}
