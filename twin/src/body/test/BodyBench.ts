import type { ParameterOverrides } from '../../charts/parameters.js';
import { Kernel } from '../../kernel/Kernel.js';
import type { TraceEntry } from '../../kernel/trace.js';
import type { Signal } from '../hinge.js';
import { ModelBody } from '../ModelBody.js';

export interface BenchOptions {
  readonly seed?: number;
  readonly cartridges?: number;
  /** Packages in each cartridge; 14 if nothing is said. */
  readonly loaded?: readonly number[];
  readonly parameters?: ParameterOverrides;
}

/** Nothing goes wrong by chance. */
export const NO_CHANCE = { jamShare: 0, sensorMissShare: 0, falseDropShare: 0 } as const;

const US_PER_MS = 1_000;

/** A model body on a kernel of its own, with nothing above the hinge: what the tests of levels 0 and 1 stand on. */
export class BodyBench {
  readonly kernel: Kernel;
  readonly body: ModelBody;
  readonly entries: TraceEntry[] = [];
  readonly signals: Signal[] = [];
  readonly #machine = 'm1';

  constructor({ seed = 1, cartridges = 48, loaded, parameters = { mechanism: NO_CHANCE } }: BenchOptions = {}) {
    this.kernel = new Kernel({ seed, onEntry: (entry) => this.entries.push(entry) });
    this.body = new ModelBody(this.kernel, {
      machine: this.#machine,
      cartridges,
      loaded: loaded ?? Array.from({ length: cartridges }, () => 14),
      parameters: [parameters],
      onSignal: () => {},
    });
  }

  start(): this {
    this.body.start();
    return this;
  }

  /** Runs on for `ms` and takes the signals that came up. */
  run(ms: number): this {
    this.kernel.runUntil(this.kernel.now_us + Math.round(ms * US_PER_MS));
    this.signals.push(...this.body.poll());
    return this;
  }

  vend(order: number, cartridge: number): this {
    this.body.command({ name: 'vend', order, cartridge });
    return this;
  }

  /** Signals so far in words: `jammed 1 hung-up`, `refused 2 busy`. */
  get said(): string[] {
    return this.signals.map(({ name, args }) =>
      [name, args.order, args.phase, args.mode ?? args.reason].filter((word) => word !== undefined).join(' '),
    );
  }

  /** Entries of one source (`cartridge-07`) and kind, oldest first. */
  of(source: string, kind: string): TraceEntry[] {
    return this.entries.filter((entry) => entry.source === `${this.#machine}/${source}` && entry.kind === kind);
  }

  /** The states that a chart went through, without repetition. */
  statesOf(source: string): string[] {
    const states = this.of(source, 'state').map((entry) => String(entry.payload.is));
    return states.filter((is, i) => is !== states[i - 1]);
  }

  /** Where a chart stands. */
  stateOf(source: string): string {
    return this.statesOf(source).at(-1) ?? '';
  }
}
