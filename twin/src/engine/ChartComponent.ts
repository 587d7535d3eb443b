import type { ParameterOverrides } from '../charts/parameters.js';
import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import type { Level, Payload, PayloadValue } from '../kernel/trace.js';
import type { ChartEngine, ChartState } from './ChartEngine.js';
import { type ChartHost, ChartRunner, type Emission, NOTHING } from './ChartRunner.js';

/** Where a chart stands at levels 2 and 3: its address, whom its roles mean, and what commands of it do. */
export interface ChartWiring {
  readonly address: string;
  readonly level: Level;
  /** Role to address. A role that is not wired hears nothing, which must be said by wiring it to `null`. */
  readonly roles: Readonly<Record<string, string | null>>;
  readonly slots?: Payload;
  readonly parameters: readonly ParameterOverrides[];
  /** Takes commands to the hinge; needed only by charts that command. */
  readonly command?: (name: string, args: Payload) => void;
}

const US_PER_MS = 1000;

/** A chart as a component of the kernel: each event one macrostep, then its effects in the order emitted (SPEC E1 to E4). */
export class ChartComponent implements Component, ChartHost {
  readonly #kernel: Kernel;
  readonly #wiring: ChartWiring;
  readonly #runner: ChartRunner;

  constructor(kernel: Kernel, engine: ChartEngine, wiring: ChartWiring) {
    for (const role of engine.definition.roles) {
      if (!(role in wiring.roles))
        throw new Error(`${wiring.address}: the role ${role} of chart ${engine.definition.name} is not wired`);
    }
    this.#kernel = kernel;
    this.#wiring = wiring;
    this.#runner = new ChartRunner(engine, wiring.parameters, wiring.slots);
    kernel.register(wiring.address, wiring.level, this);
  }

  get state(): ChartState {
    return this.#runner.state;
  }

  start(): void {
    this.#runner.start(this);
  }

  handle(event: KernelEvent): void {
    this.#runner.handle(event, this);
  }

  save(): Saved {
    return this.#runner.save();
  }

  restore(saved: Saved): void {
    this.#runner.restore(saved);
  }

  entered(state: ChartState, on: string): void {
    const { address } = this.#wiring;
    if (this.#kernel.wants(address, 'state')) this.#kernel.record(address, 'state', statePayload(state, on));
  }

  setTimer(id: string, delayMs: number, event: KernelEvent): void {
    this.#kernel.setTimer(this.#wiring.address, id, this.#kernel.now_us + Math.round(delayMs * US_PER_MS), event);
  }

  cancelTimer(id: string): void {
    this.#kernel.cancelTimer(this.#wiring.address, id);
  }

  emit({ type, params, args }: Emission): void {
    const { address, roles, command } = this.#wiring;
    if (type === 'record') this.#kernel.record(address, params.kind as string, args);
    else if (type === 'tell') {
      const to = roles[params.role as string];
      if (to === undefined) throw new Error(`${address} tells ${params.role as string}, which is not wired`);
      if (to === null) return;
      const type = params.event as string;
      this.#kernel.post(to, args === NOTHING ? bareEvent(type) : eventWith(type, args));
    } else if (type === 'command' && command) command(params.name as string, args);
    else throw new Error(`${address} at level ${this.#wiring.level} cannot ${type}`);
  }
}

const bareEvents = new Map<string, KernelEvent>();

/** An event without arguments: nobody changes an event, so that one of each is enough. */
function bareEvent(type: string): KernelEvent {
  let event = bareEvents.get(type);
  if (event === undefined) {
    event = Object.freeze({ type });
    bareEvents.set(type, event);
  }
  return event;
}

/** Name by name: a copy by `...` costs several times as much, and most messages are made here. */
function eventWith(type: string, args: Payload): KernelEvent {
  const event: Record<string, PayloadValue> & { type: string } = { type };
  for (const name in args) event[name] = args[name] as PayloadValue;
  return event;
}

/** The payload of a `state` entry: the configuration, what brought it about, and each counter as `counter.NAME`. */
export function statePayload(state: ChartState, on: string): Payload {
  const payload: Record<string, string | number> = { is: state.configuration, on };
  for (const name in state.counters) payload[`counter.${name}`] = state.counters[name] as number;
  return payload;
}
