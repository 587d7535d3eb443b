import { cartridgeDefinition } from '../charts/cartridge.chart.js';
import { interlockDefinition } from '../charts/interlock.chart.js';
import { type ParameterOverrides, type ParameterValues, parameterValues } from '../charts/parameters.js';
import { statePayload } from '../engine/ChartComponent.js';
import { type ChartHost, ChartRunner, type Emission } from '../engine/ChartRunner.js';
import { type EngineOf, tableEngineOf } from '../engine/tableEngineOf.js';
import type { Component, Kernel, KernelEvent, Place, Saved } from '../kernel/Kernel.js';
import type { Payload } from '../kernel/trace.js';
import { cartridgeAddress } from '../spec/cartridgeAddress.js';
import { type ControllerState, copyOf, justStarted } from './ControllerState.js';
import { controllerParameters } from './controller.parameters.js';
import type { Command, Signal, SignalName } from './hinge.js';
import { OrderMailbox, type OrderPhase, type OrderRecord, type Situation } from './OrderMailbox.js';
import type { Actuation, ControlledPins } from './Pins.js';
import type { Sampled } from './Sampled.js';
import { TickTimers } from './TickTimers.js';

export interface ControllerOptions {
  readonly machine: string;
  /** Cartridges fitted, 1 to 48. */
  readonly cartridges: number;
  readonly parameters: readonly ParameterOverrides[];
  /** What runs the charts; tables, unless it is given. */
  readonly engineOf?: EngineOf;
  /** Called when a signal waits to be polled. */
  readonly onSignal: () => void;
}

const US_PER_MS = 1_000;
/** Owners of charts and timers: a cartridge by its number, and these two. */
const INTERLOCK = 0;
const MAILBOX = -1;
const WRITTEN = 'written';
const TICK: KernelEvent = Object.freeze({ type: 'TICK' });
const ORDER_SIGNALS: ReadonlySet<string> = new Set<OrderPhase>(['moving', 'dropped', 'recovered', 'jammed']);

/** The states of a configuration with several regions, by its name: few, and asked for at every order. */
const regionsOf = new Map<string, ReadonlySet<string>>();

/** Level 1 as the model has it: charts in ticks of a millisecond over the mechanism's pins (SPEC H1 to H8, C). */
export class ModelController implements Component {
  readonly #kernel: Kernel;
  readonly #address: string;
  readonly #place: Place;
  readonly #mailboxPlace: Place;
  readonly #options: ControllerOptions;
  readonly #mechanism: ControlledPins;
  readonly #values: ParameterValues<typeof controllerParameters>;
  /** Index 0 is the interlock, then the cartridges. */
  readonly #charts: readonly ChartRunner[];
  readonly #hosts: readonly ChartHost[];
  readonly #mailbox = new OrderMailbox();
  readonly #timers = new TickTimers();
  #tick = 0;
  #state: ControllerState = justStarted();

  constructor(kernel: Kernel, mechanism: ControlledPins, options: ControllerOptions) {
    this.#kernel = kernel;
    this.#options = options;
    this.#mechanism = mechanism;
    this.#address = `${options.machine}/controller`;
    this.#mailboxPlace = kernel.placeOf(`${options.machine}/mailbox`);
    this.#values = parameterValues('controller', controllerParameters, ...options.parameters);
    const { engineOf = tableEngineOf } = options;
    const engine = engineOf(cartridgeDefinition);
    const charts = [new ChartRunner(engineOf(interlockDefinition), options.parameters, { cartridge: 0 })];
    for (let n = 1; n <= options.cartridges; n++)
      charts.push(new ChartRunner(engine, options.parameters, { order: 0, cartridge: n }));
    this.#charts = charts;
    this.#hosts = charts.map((_, owner) => this.#hostOf(owner));
    mechanism.watch(() => this.#wakeAt(this.#tickOfNow() + 1));
    this.#place = kernel.register(this.#address, 1, this);
  }

  /** Power comes on: the charts are entered, and an order found in flight is reported as interrupted. */
  start(): void {
    this.#state.off = false;
    this.#state.bootMs = Math.floor(this.#kernel.now_us / US_PER_MS);
    this.#tick = 0;
    const lost = this.#mailbox.boot();
    for (const [owner, chart] of this.#charts.entries()) chart.start(this.#hosts[owner] as ChartHost);
    if (lost !== null) this.#signalLost(lost);
    if (this.#mailbox.boots > 1) {
      this.#state.deafUntil_us = this.#kernel.now_us + Math.round(this.#values.startMs * US_PER_MS);
      // What stands open or dark since before it started is an edge of its first tick.
      this.#wakeAt(1);
    }
    this.#sleep();
  }

  /** Power goes: of all that was in memory only the written record of the order stays (SPEC C6). */
  powerOff(): void {
    this.#kernel.cancelTimer(this.#place, 'tick');
    this.#timers.clear();
    this.#mailbox.powerLost();
    this.#state = { ...justStarted(), off: true, heardMoving: this.#state.heardMoving };
  }

  /** Queues a command for the tick at `at_us` (SPEC C1). An order id that is no whole number from 1 is an error. */
  command(command: Command, at_us: number): void {
    if ('order' in command && !(Number.isSafeInteger(command.order) && command.order >= 1)) {
      throw new RangeError(`${command.name}: order ${command.order}; a whole number from 1 was expected`);
    }
    if (this.#state.off || this.#kernel.now_us < this.#state.deafUntil_us) return;
    const dueTick = Math.max(Math.ceil(at_us / US_PER_MS) - this.#state.bootMs, this.#tickOfNow() + 1);
    this.#state.commands.push({ command, dueTick });
    this.#wakeForCommand(this.#tickOfNow());
  }

  /** The host has fallen silent: what it asked for and nobody has begun is forgotten, and the flap is locked (SPEC C13). */
  hostSilent(): void {
    if (this.#state.off) return;
    this.#state.commands = [];
    this.#state.told.push({ owner: INTERLOCK, event: { type: 'HOST_SILENT' } });
    this.#wakeAt(this.#tickOfNow() + 1);
  }

  /** Something was signalled at this very instant, or is on its way. */
  get saysNow(): boolean {
    const { signals, deafUntil_us } = this.#state;
    const from_us = this.#kernel.now_us;
    return signals.length > 0 && (from_us < deafUntil_us || signals.some(({ tick }) => this.#instantOf(tick) >= from_us));
  }

  poll(before_us: number): readonly Signal[] {
    const { signals, deafUntil_us } = this.#state;
    if (Math.min(before_us, this.#kernel.now_us) < deafUntil_us) return [];
    const due = signals.filter(({ tick }) => this.#instantOf(tick) < before_us);
    this.#state.signals = signals.slice(due.length);
    const moving = due.findLast(({ name }) => name === 'moving');
    if (moving) this.#state.heardMoving = moving.args.order as number;
    return due;
  }

  handle(event: KernelEvent): void {
    if (event.type !== 'TICK') throw new Error(`${this.#address} does not know the event ${event.type}`);
    this.#tick = this.#tickOfNow();
    this.#state.wakeTick = null;
    if (this.#state.told.length > 0) for (const { owner, event } of this.#state.told.splice(0)) this.#deliver(owner, event);
    this.#sample();
    for (let timer = this.#timers.takeDue(this.#tick); timer; timer = this.#timers.takeDue(this.#tick)) {
      if (timer.owner === MAILBOX) this.#begin();
      else this.#deliver(timer.owner, timer.event);
    }
    const next = this.#state.commands[0];
    if (next && next.dueTick <= this.#tick) {
      this.#state.commands.shift();
      this.#take(next.command);
    }
    this.#sleep();
  }

  save(): Saved {
    return {
      ...copyOf(this.#state),
      mailbox: this.#mailbox.save(),
      timers: this.#timers.save(),
      charts: this.#charts.map((chart) => chart.save()),
    } as unknown as Saved;
  }

  restore(saved: Saved): void {
    const { mailbox, timers, charts, ...state } = saved as unknown as ControllerState & {
      mailbox: Saved;
      timers: Saved;
      charts: Saved[];
    };
    this.#state = copyOf(state);
    this.#mailbox.restore(mailbox);
    this.#timers.restore(timers);
    for (const [i, chart] of this.#charts.entries()) chart.restore(charts[i] as Saved);
  }

  #tickOfNow(): number {
    return Math.floor(this.#kernel.now_us / US_PER_MS) - this.#state.bootMs;
  }

  #instantOf(tick: number): number {
    return (this.#state.bootMs + tick) * US_PER_MS;
  }

  #wakeForCommand(tick: number): void {
    const next = this.#state.commands[0];
    if (next) this.#wakeAt(Math.max(next.dueTick, tick + 1));
  }

  #wakeAt(tick: number): void {
    const { wakeTick, off } = this.#state;
    if (off) return;
    if (wakeTick !== null && wakeTick <= tick) return;
    this.#state.wakeTick = tick;
    this.#kernel.setTimer(this.#place, 'tick', this.#instantOf(tick), TICK);
  }

  /** Until the next tick in which something can change. */
  #sleep(): void {
    if (this.#state.told.length > 0) this.#wakeAt(this.#tick + 1);
    this.#wakeForCommand(this.#tick);
    const next = this.#timers.nextTick;
    if (next !== null) this.#wakeAt(next);
  }

  /** Inputs in the order of SPEC H1. */
  #sample(): void {
    const pins = this.#mechanism;
    const { sampled } = this.#state;
    if (this.#changed('supplyLow', pins.supplyLow))
      this.#deliver(INTERLOCK, { type: sampled.supplyLow ? 'SUPPLY_LOW' : 'SUPPLY_GOOD' });
    if (this.#changed('doorOpen', pins.doorOpen))
      this.#deliver(INTERLOCK, { type: sampled.doorOpen ? 'DOOR_OPENED' : 'DOOR_CLOSED' });
    if (this.#changed('tampered', pins.tampered))
      this.#deliver(INTERLOCK, { type: sampled.tampered ? 'TAMPER_OPENED' : 'TAMPER_CLOSED' });
    if (this.#changed('flapOpen', pins.flapOpen))
      this.#deliver(INTERLOCK, { type: sampled.flapOpen ? 'FLAP_OPENED' : 'FLAP_CLOSED' });
    if (this.#changed('boltBack', pins.boltBack)) this.#deliver(INTERLOCK, { type: sampled.boltBack ? 'BOLT_BACK' : 'BOLT_OUT' });
    if (this.#changed('beamDark', pins.beamDark)) this.#beamChanged(sampled.beamDark);
    const cam = this.#state.driven;
    if (cam !== 0 && this.#changed('camClosed', pins.camClosed(cam)))
      this.#deliver(cam, { type: sampled.camClosed ? 'CAM_CLOSED' : 'CAM_OPENED' });
    const motor = this.#state.driven;
    if (motor !== 0 && this.#changed('currentHigh', pins.currentHigh)) {
      this.#deliver(motor, { type: sampled.currentHigh ? 'CURRENT_HIGH' : 'CURRENT_NORMAL' });
    }
  }

  #changed(input: keyof Sampled, now: boolean): boolean {
    const { sampled } = this.#state;
    if (sampled[input] === now) return false;
    sampled[input] = now;
    return true;
  }

  /** A motion's beam is its cartridge's; outside a motion nothing should fall. */
  #beamChanged(dark: boolean): void {
    const moving = this.#mailbox.inFlight?.phase === 'moving' ? this.#mailbox.inFlight : null;
    if (moving) this.#deliver(moving.cartridge, { type: dark ? 'BEAM_BROKEN' : 'BEAM_CLEARED' });
    if (!dark) this.#deliver(INTERLOCK, { type: 'BEAM_CLEARED' });
    else if (moving) this.#deliver(INTERLOCK, { type: 'BEAM_BROKEN' });
    else this.#deliver(INTERLOCK, { type: 'BEAM_BROKEN_AT_REST', cartridge: this.#state.lastMoved });
  }

  #take(command: Command): void {
    const answer = this.#mailbox.judge(command, this.#situationOf(command));
    if (answer.is === 'repeat') {
      const { order, cartridge, phase, mode } = answer.record;
      this.#signal('phase', { order, cartridge, phase, ...(mode === '' ? {} : { mode }) });
    } else if (answer.is !== 'begin') {
      const { order = 0, cartridge = 0 } = { ...command } as { order?: number; cartridge?: number };
      if (command.name === 'vend' || command.name === 'recover') this.#recordPhase(order, cartridge, 'refused');
      this.#signal('refused', { order, cartridge, reason: answer.is, command: command.name });
    } else if (command.name === 'unlock') {
      this.#deliver(INTERLOCK, { type: 'UNLOCK' });
    } else if (command.name === 'clear') {
      this.#deliver(command.cartridge, { type: 'CLEAR' });
    } else {
      this.#mailbox.begin(command.order, command.cartridge, command.name);
      this.#recordPhase(command.order, command.cartridge, 'received');
      this.#timers.set({
        owner: MAILBOX,
        id: WRITTEN,
        dueTick: this.#tick + Math.ceil(this.#values.recordWriteMs),
        event: { type: WRITTEN },
      });
    }
  }

  /** The order's record is written and verified: only now may its motor move. */
  #begin(): void {
    const record = this.#mailbox.inFlight;
    if (record === null) throw new Error(`${this.#address}: a record was written for no order`);
    const { order, cartridge, kind } = record;
    const reason = this.#interlockIs('door.open') ? 'door-open' : this.#interlockIs('supply.low') ? 'supply-low' : null;
    if (reason !== null) {
      this.#advance('refused');
      this.#signal('refused', { order, cartridge, reason, command: kind });
      return;
    }
    this.#advance('accepted');
    this.#signal('accepted', { order, cartridge });
    const word = kind === 'vend' ? 'VEND' : 'RECOVER';
    this.#state.lastMoved = cartridge;
    this.#deliver(cartridge, { type: this.#interlockIs('beam.dark') ? `${word}_IN_DARK` : word, order });
    if (this.#mailbox.inFlight?.phase === 'accepted')
      throw new Error(`${this.#address}: order ${order} was accepted and cartridge ${cartridge} did not move`);
  }

  #situationOf(command: Command): Situation {
    const chart = 'cartridge' in command && command.cartridge >= 1 ? this.#charts[command.cartridge] : undefined;
    const is = chart?.state.configuration.split('.')[0];
    return {
      doorOpen: this.#interlockIs('door.open'),
      supplyLow: this.#interlockIs('supply.low'),
      chuteBlocked: this.#interlockIs('flap.stuck'),
      lane:
        is === undefined
          ? 'not-fitted'
          : is === 'home'
            ? 'home'
            : is === 'jammed'
              ? 'jammed'
              : is === 'lockedOut'
                ? 'locked-out'
                : 'moving',
    };
  }

  #interlockIs(state: string): boolean {
    const configuration = this.#charts[INTERLOCK]?.state.configuration ?? '';
    let states = regionsOf.get(configuration);
    if (states === undefined) {
      states = new Set(configuration.split(','));
      regionsOf.set(configuration, states);
    }
    return states.has(state);
  }

  #deliver(owner: number, event: KernelEvent): void {
    this.#charts[owner]?.handle(event, this.#hosts[owner] as ChartHost);
  }

  #advance(phase: OrderPhase, mode = ''): void {
    const record = this.#mailbox.inFlight;
    if (record !== null && this.#mailbox.advance(phase, mode)) this.#recordPhase(record.order, record.cartridge, phase);
  }

  #recordPhase(order: number, cartridge: number, phase: OrderPhase): void {
    this.#kernel.record(this.#mailboxPlace, 'phase', { order, cartridge, phase }, 1);
  }

  /** How it ended; whoever had not heard that its motor was on concludes that from it, as from a board (PROTOCOL W15). */
  #signalLost({ order, cartridge, mode }: OrderRecord): void {
    const { signals, heardMoving } = this.#state;
    if (heardMoving !== order)
      signals.push({ name: 'moving', boot: this.#mailbox.boots, sequence: 0, tick: this.#tick, args: { order, cartridge } });
    this.#signal('jammed', { order, cartridge, mode });
  }

  #signal(name: SignalName, args: Payload): void {
    this.#state.sequence += 1;
    this.#state.signals.push({ name, boot: this.#mailbox.boots, sequence: this.#state.sequence, tick: this.#tick, args });
    this.#options.onSignal();
  }

  #hostOf(owner: number): ChartHost {
    const { machine } = this.#options;
    const source = this.#kernel.placeOf(owner === INTERLOCK ? `${machine}/interlock` : cartridgeAddress(machine, owner));
    return {
      entered: (state, on) => {
        if (this.#kernel.wants(source, 'state')) this.#kernel.record(source, 'state', statePayload(state, on), 1);
      },
      emit: (emission) => this.#emit(owner, source, emission),
      setTimer: (id, delayMs, event) =>
        this.#timers.set({ owner, id, dueTick: this.#tick + Math.max(1, Math.ceil(delayMs)), event }),
      cancelTimer: (id) => this.#timers.cancel(owner, id),
    };
  }

  #emit(owner: number, source: Place, { type, params, args }: Emission): void {
    if (type === 'signal') {
      const name = params.name as SignalName;
      if (ORDER_SIGNALS.has(name)) this.#advance(name as OrderPhase, (args.mode as string | undefined) ?? '');
      this.#signal(name, args);
    } else if (type === 'drive') {
      this.#actuate(owner, params.actuator as string, params.to as string);
    } else if (type === 'tell') {
      const moving = this.#mailbox.inFlight;
      if (params.role === 'motion' && moving)
        this.#state.told.push({ owner: moving.cartridge, event: { type: params.event as string } });
    } else if (type === 'record') {
      this.#kernel.record(source, params.kind as string, args, 1);
    } else {
      throw new Error(`${source.address} at level 1 cannot ${type}`);
    }
  }

  #actuate(cartridge: number, actuator: string, to: string): void {
    if (actuator === 'diverter') this.#drive({ type: 'DIVERTER', to: to as 'box' | 'reject' });
    else if (actuator === 'bolt') this.#drive({ type: 'BOLT', to: to as 'back' | 'out' });
    else if (actuator === 'motor') this.#runMotor(cartridge, to === 'run');
    else throw new Error(`${this.#address} has no ${actuator}`);
  }

  /** A motor that starts is thought to stand in its notch: if it does not, the next tick finds the cam switch open. */
  #runMotor(cartridge: number, on: boolean): void {
    this.#state.driven = on ? cartridge : 0;
    this.#state.sampled.camClosed = true;
    this.#state.sampled.currentHigh = false;
    this.#drive({ type: 'MOTOR', cartridge, on });
    if (on) this.#wakeAt(this.#tick + 1);
  }

  /** Outputs take hold as the next tick begins, so that they do not depend on how long the work of a tick takes. */
  #drive(actuation: Actuation): void {
    this.#mechanism.actuate(actuation, this.#instantOf(this.#tick + 1));
  }
}
