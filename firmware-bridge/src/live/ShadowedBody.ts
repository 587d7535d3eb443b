import {
  type BodyOptions,
  type Command,
  type Component,
  type Contents,
  type FaultCause,
  type Hand,
  Kernel,
  type LaneTruth,
  ModelBody,
  mechanismParameters,
  type ParameterValues,
  type PowerChange,
  parameterValues,
  type Saved,
  type Signal,
  type SimulatedBody,
  type TraceEntry,
} from '@dosetwin/twin';
import { chartStateNames } from '../wire/chartStateNames.js';
import type { LinkFact } from '../wire/LinkFact.js';
import { currentDrift, type Drift, driftsOf, driftWords } from './driftsOf.js';
import { type MotionSeen, NOTHING_SEEN, sawStates } from './MotionSeen.js';
import { shadowParameters } from './shadow.parameters.js';

export interface ShadowOptions {
  /** Makes the body that the machine has; it tells what its link finds out. */
  readonly bodyOf: (kernel: Kernel, options: BodyOptions, onFact: (fact: LinkFact) => void) => SimulatedBody;
  /** What is added to an order of the host to get the board's; 0 unless given. */
  readonly base?: number;
  /** Whether the mechanism is real, so that the model's has no chances of its own. */
  readonly isReal?: boolean;
  readonly onDrift?: (says: string) => void;
}

interface ShadowState {
  readonly kernel: ReturnType<Kernel['checkpoint']>;
  readonly real: readonly (readonly [number, MotionSeen])[];
  readonly model: readonly (readonly [number, MotionSeen])[];
  readonly modelOrder: number;
  readonly toldUpTo: number;
}

/** A real package jams when it does, and not by the model's luck. */
const NO_CHANCE = { mechanism: { jamShare: 0, sensorMissShare: 0, falseDropShare: 0 } };
const NAMES = chartStateNames();
const US_PER_MS = 1_000;
/** Motions that are remembered: a waveform comes soon after its order has ended. */
const MOST_MOTIONS = 8;

/**
 * Firmware below the hinge, and beside it, in a kernel of its own, the twin's model on the same commands. What a motion that ended well
 * shows outside the model's envelope becomes an entry `drift` of `MACHINE/shadow`, level 1; nobody acts on it.
 */
export class ShadowedBody implements SimulatedBody, Component {
  readonly body: SimulatedBody;
  readonly #kernel: Kernel;
  readonly #machine: string;
  readonly #options: ShadowOptions;
  readonly #envelope = parameterValues('shadow', shadowParameters);
  readonly #mechanism: ParameterValues<typeof mechanismParameters>;
  readonly #shadow: Kernel;
  readonly #model: ModelBody;
  #real = new Map<number, MotionSeen>();
  #modelled = new Map<number, MotionSeen>();
  #modelOrder = 0;
  /** The last order whose current was looked at. */
  #toldUpTo = 0;

  constructor(kernel: Kernel, options: BodyOptions, shadow: ShadowOptions) {
    this.#kernel = kernel;
    this.#machine = options.machine;
    this.#options = shadow;
    const parameters = shadow.isReal === true ? [...options.parameters, NO_CHANCE] : options.parameters;
    this.#mechanism = parameterValues('mechanism', mechanismParameters, ...parameters);
    this.#shadow = new Kernel({ seed: kernel.seed, onEntry: (entry) => this.#modelSaid(entry) });
    this.#model = new ModelBody(this.#shadow, { ...options, parameters, onSignal: () => {} });
    this.body = shadow.bodyOf(kernel, options, (fact) => this.#fact(fact));
    kernel.register(`${options.machine}/shadow`, 1, this);
  }

  get isStill(): boolean {
    return this.body.isStill;
  }

  start(): void {
    this.#model.start();
    this.body.start();
  }

  command(command: Command, at_us: number): void {
    this.#follow();
    if ('order' in command && command.name !== 'unlock') this.#modelOrder = command.order;
    this.#model.command(command, at_us);
    this.body.command(command, at_us);
  }

  sample(): boolean {
    return this.body.sample();
  }

  poll(before_us: number): readonly Signal[] {
    this.#follow();
    for (const signal of this.#model.poll()) this.#modelled = sawSignal(this.#modelled, signal);
    const signals = this.body.poll(before_us);
    for (const signal of signals) {
      this.#real = sawSignal(this.#real, signal);
      if (signal.name === 'dropped') this.#compare(signal.args.order as number, signal.args.cartridge as number);
    }
    return signals;
  }

  hand(hand: Hand): void {
    this.#follow();
    this.#model.hand(hand);
    this.body.hand(hand);
  }

  fault(fault: { readonly cause: FaultCause; readonly cartridge: number }): void {
    this.#follow();
    this.#model.fault(fault);
    this.body.fault(fault);
  }

  look(cartridge: number): Contents {
    return this.body.look(cartridge);
  }

  ease(cartridge: number): void {
    this.#follow();
    this.#model.ease(cartridge);
    this.body.ease(cartridge);
  }

  power(what: PowerChange): void {
    this.#follow();
    this.#model.power(what);
    this.body.power?.(what);
  }

  tamper(open: boolean): void {
    this.#follow();
    this.#model.tamper(open);
    this.body.tamper?.(open);
  }

  truth(cartridge: number): LaneTruth {
    return this.body.truth(cartridge);
  }

  handle(): void {
    throw new Error(`${this.#machine}/shadow takes no events`);
  }

  save(): Saved {
    this.#follow();
    const state: ShadowState = {
      kernel: this.#shadow.checkpoint(),
      real: [...this.#real],
      model: [...this.#modelled],
      modelOrder: this.#modelOrder,
      toldUpTo: this.#toldUpTo,
    };
    return state as unknown as Saved;
  }

  restore(saved: Saved): void {
    const { kernel, real, model, modelOrder, toldUpTo } = saved as unknown as ShadowState;
    this.#shadow.restore(kernel);
    this.#real = new Map(real);
    this.#modelled = new Map(model);
    this.#modelOrder = modelOrder;
    this.#toldUpTo = toldUpTo;
  }

  /** The model has lived as long as the machine. */
  #follow(): void {
    if (this.#shadow.now_us < this.#kernel.now_us) this.#shadow.runUntil(this.#kernel.now_us);
  }

  #modelSaid({ t_us, source, kind, payload }: TraceEntry): void {
    if (kind !== 'state' || !source.startsWith(`${this.#machine}/cartridge-`) || this.#modelOrder === 0) return;
    const seen = this.#modelled.get(this.#modelOrder) ?? NOTHING_SEEN;
    this.#modelled.set(this.#modelOrder, sawStates(seen, String(payload.is), Math.floor(t_us / US_PER_MS)));
  }

  #fact(fact: LinkFact): void {
    const { base = 0 } = this.#options;
    if (fact.is === 'status' && fact.status.order > base) {
      const { order, orderLane, uptimeMs } = fact.status;
      const seen = this.#real.get(order - base) ?? { ...NOTHING_SEEN, looked: uptimeMs };
      this.#real.set(order - base, sawStates(seen, NAMES.lane(orderLane).join(), uptimeMs));
    }
    if (fact.is === 'waveform') this.#current(fact.waveform.order - base, fact);
  }

  #compare(order: number, cartridge: number): void {
    const [real, model] = [this.#real.get(order), this.#modelled.get(order)];
    if (real === undefined || model === undefined || model.dropped === null) return;
    for (const drift of driftsOf(real, model, this.#envelope)) this.#say(drift, order, cartridge);
    for (const map of [this.#real, this.#modelled])
      for (const old of map.keys()) if (old <= order - MOST_MOTIONS) map.delete(old);
  }

  #current(order: number, { waveform }: Extract<LinkFact, { is: 'waveform' }>): void {
    if (order <= this.#toldUpTo || (this.#real.get(order)?.dropped ?? null) === null) return;
    this.#toldUpTo = order;
    const drift = currentDrift(waveform, this.#mechanism.runningMilliamp, this.#envelope);
    if (drift !== null) this.#say(drift, order, waveform.cartridge);
  }

  #say(drift: Drift, order: number, cartridge: number): void {
    this.#kernel.record(`${this.#machine}/shadow`, 'drift', { order, cartridge, ...drift });
    this.#options.onDrift?.(`${this.#machine}: ${driftWords(drift, cartridge)}`);
  }
}

function sawSignal(seen: Map<number, MotionSeen>, { name, tick, args }: Signal): Map<number, MotionSeen> {
  const order = args.order as number;
  if (name !== 'moving' && name !== 'dropped') return seen;
  const before = seen.get(order) ?? NOTHING_SEEN;
  return new Map(seen).set(order, name === 'moving' ? { ...before, started: tick } : { ...before, dropped: tick });
}
