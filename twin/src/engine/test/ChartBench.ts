import type { ChartDefinition } from '../../charts/ChartDefinition.js';
import type { ParameterOverrides } from '../../charts/parameters.js';
import { Kernel, type KernelEvent } from '../../kernel/Kernel.js';
import type { Payload, TraceEntry } from '../../kernel/trace.js';
import { ChartComponent } from '../ChartComponent.js';
import type { ChartEngine } from '../ChartEngine.js';
import { XStateEngine } from '../XStateEngine.js';
import { Listener } from './Listener.js';

export interface ChartBenchOptions {
  readonly engine?: ChartEngine;
  readonly parameters?: ParameterOverrides;
  readonly slots?: Payload;
  readonly start?: boolean;
}

const US_PER_MS = 1_000;

/** One chart on a kernel of its own, at the address `it`; each of its roles is somebody who listens. */
export class ChartBench {
  readonly kernel: Kernel;
  readonly chart: ChartComponent;
  readonly entries: TraceEntry[] = [];
  /** What was told and commanded, in the order in which it arrived. */
  readonly heard: string[] = [];

  constructor(definition: ChartDefinition, options: ChartBenchOptions = {}) {
    const { engine = new XStateEngine(definition), parameters = {}, slots = {}, start = true } = options;
    this.kernel = new Kernel({ seed: 1, onEntry: (entry) => this.entries.push(entry) });
    for (const role of definition.roles) {
      this.kernel.register(role, 3, new Listener(role, (words) => this.heard.push(words)));
    }
    this.chart = new ChartComponent(this.kernel, engine, {
      address: 'it',
      level: 2,
      roles: Object.fromEntries(definition.roles.map((role) => [role, role])),
      slots,
      parameters: [parameters],
      command: (name, args) =>
        this.heard.push(['command', name, ...Object.entries(args).map(([key, value]) => `${key}=${value}`)].join(' ')),
    });
    if (start) this.chart.start();
    this.kernel.runUntil(0);
  }

  /** Sends events one after the other, each with all that it causes at this instant. */
  send(...events: readonly (string | KernelEvent)[]): this {
    for (const event of events) {
      this.kernel.post('it', typeof event === 'string' ? { type: event } : event);
      this.kernel.runUntil(this.kernel.now_us);
    }
    return this;
  }

  after(ms: number): this {
    this.kernel.runUntil(this.kernel.now_us + ms * US_PER_MS);
    return this;
  }

  get is(): string {
    return this.chart.state.configuration;
  }

  /** Kinds of the entries so far, `state` entries by what they say: `state idle`. */
  get trace(): string[] {
    return this.entries.map(({ kind, payload }) => (kind === 'state' ? `state ${payload.is}` : kind));
  }

  /** Payloads of a kind, oldest first. */
  of(kind: string): Payload[] {
    return this.entries.filter((entry) => entry.kind === kind).map(({ payload }) => payload);
  }
}
