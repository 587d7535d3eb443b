import type { ParameterOverrides } from '../charts/parameters.js';
import type { Component, Kernel, KernelEvent, Place, Saved } from '../kernel/Kernel.js';
import type { Level, Payload, PayloadValue } from '../kernel/trace.js';
import { bareEvent } from './bareEvent.js';
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
  readonly #place: Place;
  /** Whom each role means, as far as it was told something. */
  readonly #told = new Map<string, Place | null>();
  /** Whether somebody wants to hear of states, once it was asked. */
  #showsStates: boolean | null = null;

  constructor(kernel: Kernel, engine: ChartEngine, wiring: ChartWiring) {
    for (const role of engine.definition.roles) {
      if (!(role in wiring.roles))
        throw new Error(`${wiring.address}: the role ${role} of chart ${engine.definition.name} is not wired`);
    }
    this.#kernel = kernel;
    this.#wiring = wiring;
    this.#runner = new ChartRunner(engine, wiring.parameters, wiring.slots);
    this.#place = kernel.register(wiring.address, wiring.level, this);
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
    this.#showsStates ??= this.#kernel.wants(this.#place, 'state');
    if (this.#showsStates) this.#kernel.record(this.#place, 'state', statePayload(state, on));
  }

  setTimer(id: string, delayMs: number, event: KernelEvent): void {
    this.#kernel.setTimer(this.#place, id, this.#kernel.now_us + Math.round(delayMs * US_PER_MS), event);
  }

  cancelTimer(id: string): void {
    this.#kernel.cancelTimer(this.#place, id);
  }

  emit({ type, params, args }: Emission): void {
    if (type === 'record') this.#kernel.record(this.#place, params.kind as string, args);
    else if (type === 'tell') {
      const to = this.#placeOf(params.role as string);
      if (to === null) return;
      const type = params.event as string;
      this.#kernel.post(to, args === NOTHING ? bareEvent(type) : eventWith(type, args));
    } else if (type === 'command' && this.#wiring.command) this.#wiring.command(params.name as string, args);
    else throw new Error(`${this.#wiring.address} at level ${this.#wiring.level} cannot ${type}`);
  }

  #placeOf(role: string): Place | null {
    let place = this.#told.get(role);
    if (place !== undefined) return place;
    const { address, roles } = this.#wiring;
    const to = roles[role];
    if (to === undefined) throw new Error(`${address} tells ${role}, which is not wired`);
    place = to === null ? null : this.#kernel.placeOf(to);
    this.#told.set(role, place);
    return place;
  }
}

/** Name by name: a copy by `...` costs several times as much, and most messages are made here. */
function eventWith(type: string, args: Payload): KernelEvent {
  const event: Record<string, PayloadValue> & { type: string } = { type };
  for (const name in args) event[name] = args[name] as PayloadValue;
  return event;
}

/** The payload of a `state` entry: the configuration, what brought it about, and each counter as `counter.NAME`. */
export function statePayload(state: ChartState, on: string): Payload {
  const payload: Record<string, string | number> = { is: state.configuration, on: inWords(on) };
  for (const name in state.counters) payload[`counter.${name}`] = state.counters[name] as number;
  return payload;
}

const TIMER_EVENT = 'xstate.after.';
/** Events as a trace tells them, by their names: few, and asked for at every step. */
const words = new Map<string, string>();

/** `after dropWindowMs` for a timer's event. */
function inWords(event: string): string {
  let told = words.get(event);
  if (told === undefined) {
    told = event.startsWith(TIMER_EVENT) ? `after ${event.split('.')[2]}` : event;
    words.set(event, told);
  }
  return told;
}
