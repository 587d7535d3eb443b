import type { BodyOptions, Contents, Kernel, LaneTruth, Signal, SimulatedBody, TraceEntry } from '@dosetwin/twin';

interface Said {
  readonly t_us: number;
  readonly signal: Signal;
}

/**
 * A real machine as its record has it: the signals that its hinge heard, at the instants at which it heard them, and what people who
 * looked into it found. Commands, hands and faults change nothing: what they did is in the signals.
 */
export class RecordedBody implements SimulatedBody {
  readonly isStill = false;
  readonly #kernel: Kernel;
  readonly #onSignal: () => void;
  readonly #said: Said[];
  readonly #looked: Contents[];

  constructor(kernel: Kernel, { machine, onSignal }: BodyOptions, entries: readonly TraceEntry[]) {
    this.#kernel = kernel;
    this.#onSignal = onSignal;
    this.#said = entries
      .filter(({ source, kind }) => source === `${machine}/hinge` && kind === 'signal')
      .map(({ t_us, payload }) => ({ t_us, signal: signalOf(payload) }));
    this.#looked = entries
      .filter(({ source, kind }) => source === `${machine}/board` && kind === 'looked')
      .map(({ payload }) => ({
        loaded: Number(payload.loaded),
        onCoil: Number(payload.on_coil),
        rejected: Number(payload.rejected),
        inBox: Number(payload.in_box),
      }));
  }

  start(): void {
    this.#onSignal();
  }

  command(): void {}

  /** A wire tells nobody: the host asked at every instant of its grid, and does so again. */
  sample(): boolean {
    return true;
  }

  poll(): readonly Signal[] {
    const heard: Signal[] = [];
    while ((this.#said[0]?.t_us ?? Number.POSITIVE_INFINITY) <= this.#kernel.now_us)
      heard.push((this.#said.shift() as Said).signal);
    return heard;
  }

  hand(): void {}

  fault(): void {}

  /** What a run that took another way asks for was never seen by anybody: an empty lane, which the comparison will name. */
  look(): Contents {
    return this.#looked.shift() ?? { loaded: 0, onCoil: 0, rejected: 0, inBox: 0 };
  }

  ease(): void {}

  truth(): LaneTruth {
    throw new Error('a record does not hold where the packages of a real machine are');
  }
}

function signalOf({ name, boot, sequence, tick, ...args }: TraceEntry['payload']): Signal {
  return { name: name as Signal['name'], boot: Number(boot), sequence: Number(sequence), tick: Number(tick), args };
}
