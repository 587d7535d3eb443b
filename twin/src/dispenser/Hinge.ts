import type { Body, Command, Signal } from '../body/hinge.js';
import { type ParameterOverrides, parameterValues } from '../charts/parameters.js';
import type { Component, Kernel, KernelEvent, Place, Saved } from '../kernel/Kernel.js';
import type { Payload } from '../kernel/trace.js';
import { BoxWatch, type BoxWatchState } from './BoxWatch.js';
import { hingeParameters } from './hinge.parameters.js';
import { type InFlight, OrdersInFlight } from './OrdersInFlight.js';
import { PollGrid } from './PollGrid.js';

/**
 * Why the machine gives nothing for now: the door is open, the chute does not open, the beam sees nothing, something may
 * lie in the box, a coil is to be turned from afar, the supply carries no motor, something was opened that should stay shut;
 * or because the machine has no power, is stopped until somebody confirms, or takes an update.
 */
type Block = 'door' | 'chute' | 'beam' | 'box' | 'recovery' | 'supply' | 'tamper' | Hold;
export type Hold = 'power' | 'guard' | 'update';
const HOLDS: readonly Hold[] = ['power', 'guard', 'update'];

/** What a controller that starts again finds out by itself, and says if it is so. */
const FOUND_AT_START: readonly Block[] = ['door', 'chute', 'supply', 'tamper'];
/** What a controller that starts found in flight it has said by then. */
const SAID_AFTER_START_US = 3_000_000;

/** The dispenser's parts that hear of signals. */
type Told = 'counts' | 'authoriser' | 'session' | 'recovery';

interface HingeState {
  /** Lanes that were counted and not yet cleared: the controller clears none while it moves or its door is open. */
  toClear: number[];
  blocks: Block[];
  /** The cartridge that dropped last: what lies behind the flap while it is released. 0 before the first. */
  lastDropped: number;
  /** The session says that it stands still: it takes no palm and has no order. */
  sessionOut: boolean;
  /** Somebody waits for that, to turn a coil from afar. */
  stillWanted: boolean;
}

/**
 * The hinge between the host and whatever stands below it. Commands go down, signals come up on the host's poll grid, both
 * with time for a wire to carry them (SPEC H4), and are told to the dispenser's parts and charts in a fixed order: counts, authoriser, session.
 */
export class Hinge implements Component {
  readonly #kernel: Kernel;
  readonly #machine: string;
  readonly #address: string;
  readonly #body: Body;
  readonly #places: Readonly<Record<Told, Place>>;
  readonly #grid: PollGrid;
  /** Who asked for remote recoveries, if anybody may. */
  readonly #recoverer: string | null;
  /** Who hears of a tamper alarm, if anybody does. */
  readonly #guard: string | null;
  readonly #box = new BoxWatch();
  readonly #orders = new OrdersInFlight();
  #state: HingeState = { toClear: [], blocks: [], lastDropped: 0, sessionOut: false, stillWanted: false };

  constructor(
    kernel: Kernel,
    machine: string,
    body: Body,
    recoverer: string | null,
    layers: readonly ParameterOverrides[],
    guard: string | null = null,
  ) {
    this.#kernel = kernel;
    this.#machine = machine;
    this.#address = `${machine}/hinge`;
    this.#body = body;
    this.#recoverer = recoverer;
    this.#guard = guard;
    const values = parameterValues('hinge', hingeParameters, ...layers);
    const isActive = () => this.#orders.any || this.#state.blocks.includes('door');
    this.#grid = new PollGrid(kernel, this.#address, values, isActive);
    const placeOf = (part: Told) => kernel.placeOf(`${machine}/${part}`);
    this.#places = {
      counts: placeOf('counts'),
      authoriser: placeOf('authoriser'),
      session: placeOf('session'),
      recovery: placeOf('recovery'),
    };
    kernel.register(this.#address, 2, this);
  }

  command(name: string, args: Payload): void {
    if (this.#box.inDoubt && (name === 'vend' || name === 'unlock')) return this.#withhold(name, args);
    if (name === 'vend' && HOLDS.some((hold) => this.#state.blocks.includes(hold))) return this.#withhold(name, args);
    if (name === 'recover' && this.#state.blocks.includes('power')) return this.#withhold(name, args);
    if (this.#kernel.wants(this.#address, 'command')) this.#kernel.record(this.#address, 'command', { name, ...args });
    if (name === 'vend' || name === 'recover') {
      const { order, cartridge } = args as { readonly order: number; readonly cartridge: number };
      this.#orders.begin(order, cartridge, name === 'recover');
    }
    this.#grid.activityChanged();
    this.#body.command({ name, ...args } as Command, this.#grid.carried_us);
  }

  /** Whether an order that has not ended may move this lane. */
  isInFlight(cartridge: number): boolean {
    return this.#orders.of(cartridge);
  }

  /** The session is to stand still, and whoever asked hears when it does: nobody is sent away from an order for it. */
  standStill(): void {
    this.#state.stillWanted = true;
    this.#block('recovery');
    this.#saysStill();
  }

  /** The body has signals waiting, or cannot tell of any: it is asked at the next instant of the grid. */
  notice(): void {
    this.#grid.notice();
  }

  handle(event: KernelEvent): void {
    switch (event.type) {
      case 'POLL':
        return this.#grid.poll(this.#body);
      case 'ARRIVED':
        for (const signal of this.#body.poll(event.before_us as number)) this.#take(signal);
        this.#clearLanes();
        return this.#grid.activityChanged();
      case 'SESSION_IDLE':
        this.#state.sessionOut = false;
        return this.#sayIfBlocked();
      case 'SESSION_OUT':
        this.#state.sessionOut = true;
        return this.#saysStill();
      case 'NOT_TAKEN':
        return this.#ended(event.cartridge as number, 'not-taken');
      case 'BOX_EMPTIED':
        return this.#box.empties();
      case 'HOLD':
        return this.#block(event.reason as Hold);
      case 'RELEASE':
        return this.#unblock(event.reason as Hold);
      case 'RESTARTED':
        return this.#restarted();
      case 'NOTHING_SAID':
        return this.#nothingSaid(event.upTo as number);
      case 'SILENT':
        return this.#silent(event.order as number);
      case 'CLEAR_LANE':
        this.#owesClear(event.cartridge as number);
        return this.#clearLanes();
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    const { toClear, blocks, ...rest } = this.#state;
    const state = { ...rest, toClear: [...toClear], blocks: [...blocks] };
    return { ...state, inFlight: this.#orders.save(), box: this.#box.save(), nextPoll_us: this.#grid.save() } as unknown as Saved;
  }

  restore(saved: Saved): void {
    const { inFlight, box, nextPoll_us, toClear, blocks, ...rest } = saved as unknown as HingeState & {
      readonly inFlight: readonly InFlight[];
      readonly box: BoxWatchState;
      readonly nextPoll_us: number | null;
    };
    this.#orders.restore(inFlight);
    this.#grid.restore(nextPoll_us);
    this.#box.restore(box);
    this.#state = { ...rest, toClear: [...toClear], blocks: [...blocks] };
  }

  #take({ name, boot, sequence, tick, args }: Signal): void {
    if (this.#kernel.wants(this.#address, 'signal')) {
      this.#kernel.record(this.#address, 'signal', { name, boot, sequence, tick, ...args });
    }
    switch (name) {
      case 'dropped':
        return this.#dropped(args);
      case 'jammed':
        return this.#jammed(args);
      case 'recovered':
        return this.#recovered(args);
      case 'refused':
        return this.#refused(args);
      case 'surplus':
        return this.#surplus(args);
      case 'door-opened':
        return this.#block('door');
      case 'door-closed':
        return this.#doorShut();
      case 'flap-opened':
        return this.#tell(['session'], { type: 'FLAP_OPENED' });
      case 'flap-closed':
        return this.#tell(['session'], { type: 'FLAP_CLOSED' });
      case 'flap-stuck':
        return this.#flapStuck();
      case 'flap-freed':
        return this.#unblock('chute');
      case 'supply-low':
        return this.#block('supply');
      case 'supply-good':
        return this.#unblock('supply');
      case 'tamper-opened':
        this.#tellGuard('TAMPER_OPENED');
        return this.#block('tamper');
      case 'tamper-closed':
        this.#tellGuard('TAMPER_CLOSED');
        return this.#unblock('tamper');
      case 'moving':
        return this.#moving(args.order as number);
      case 'accepted':
      case 'phase':
      case 'cleared':
        return; // Recorded; nothing at level 2 waits for these.
    }
  }

  #moving(order: number): void {
    const flight = this.#orders.find(order);
    if (!flight) return;
    flight.moved = true;
    this.#box.moves(flight.cartridge, flight.recovery);
  }

  /** A package that was given up as unknown stays so until the count; the dose was given all the same. */
  #dropped(args: Payload): void {
    const silent = this.#orders.end(args.order as number)?.silent === true;
    this.#state.lastDropped = args.cartridge as number;
    this.#box.seen();
    if (silent) this.#ended(args.cartridge as number, 'silence');
    this.#tell(silent ? ['authoriser'] : ['counts', 'authoriser', 'session'], { type: 'DROPPED', ...args });
  }

  #jammed(args: Payload): void {
    const { recovery = false, moved: saidToMove = true, silent = false } = this.#orders.end(args.order as number) ?? {};
    // Of an order that a controller found in flight as it started, the word that it moved may be lost.
    const moved = saidToMove || args.mode === 'interrupted';
    if (args.mode === 'blind-beam') this.#block('beam');
    if (moved && !recovery) this.#ended(args.cartridge as number, args.mode as string);
    if (recovery) this.#recoveryEnded();
    if (silent) return;
    // A beam that is dark before the motor turns keeps it from turning: no motion, so nothing is unknown.
    if (moved) this.#tell(['counts'], { type: 'ENDED_UNSEEN', why: `jammed, ${args.mode}`, ...args });
    if (recovery) this.#tellRecoverer('NOT_RECOVERED', args);
    else this.#tell(['authoriser', 'session'], { type: 'JAMMED', ...args, moved });
  }

  /** The lane is free again at once; the package that was unknown stays so until the count, which remains due. */
  #recovered(args: Payload): void {
    this.#orders.end(args.order as number);
    this.#box.seen();
    this.#recoveryEnded();
    this.#tell(['counts'], { type: 'RECOVERED', ...args });
    this.#tell(['authoriser'], { type: 'LANE_FREE', ...args });
    this.command('clear', { cartridge: args.cartridge as number });
    this.#tellRecoverer('RECOVERED', args);
  }

  /** A flap that is not released is the session's time running out; a lane that is not cleared is cleared later. */
  #refused(args: Payload): void {
    if (args.command === 'unlock') return;
    if (args.command === 'clear') {
      if (args.reason !== 'no-such-cartridge') this.#owesClear(args.cartridge as number);
      return;
    }
    const { recovery = args.command === 'recover', silent = false } = this.#orders.end(args.order as number) ?? {};
    if (recovery) {
      this.#recoveryEnded();
      this.#tellRecoverer('NOT_RECOVERED', args);
    } else this.#tell(silent ? ['authoriser'] : ['authoriser', 'session'], { type: 'ORDER_REFUSED', ...args });
  }

  /** The controller says nothing of an order for too long: how it ended is not known, and counts as a jam (SPEC H7). */
  #silent(order: number): void {
    const flight = this.#orders.find(order);
    if (!flight) return;
    flight.silent = true;
    const { cartridge } = flight;
    this.#ended(cartridge, 'silence');
    this.#tell(['counts'], { type: 'ENDED_UNSEEN', cartridge, why: 'silence' });
    this.#tell(['authoriser', 'session'], { type: 'JAMMED', order, cartridge, mode: 'silence' });
  }

  /** The controller lost what it had not yet said. */
  #restarted(): void {
    const at_us = this.#kernel.now_us + SAID_AFTER_START_US;
    this.#kernel.at(at_us, this.#address, { type: 'NOTHING_SAID', upTo: this.#orders.highest });
    this.#unblock(...FOUND_AT_START);
  }

  /** Of these orders it says nothing since: how they ended is not known, and nothing more will come of them (SPEC H7). */
  #nothingSaid(upTo: number): void {
    for (const { order, cartridge, recovery, silent } of this.#orders.upTo(upTo)) {
      if (!recovery && !silent) this.#silent(order);
      this.#orders.end(order);
      if (!recovery) continue;
      this.#recoveryEnded();
      this.#tellRecoverer('NOT_RECOVERED', { order, cartridge, mode: 'silence' });
    }
    this.#clearLanes();
    this.#grid.activityChanged();
  }

  /** Of an order in flight its own end follows in the same tick, and says what to make of it. */
  #surplus(args: Payload): void {
    const cartridge = args.cartridge as number;
    if (cartridge !== 0) this.#tell(['counts'], { type: 'ENDED_UNSEEN', why: 'surplus', ...args });
    if (!this.isInFlight(cartridge) && this.#box.surplus(cartridge)) this.#boxInDoubt(cartridge, 'surplus');
  }

  /** What lies behind the flap that does not open stays there, and once it opens would be somebody else's to take. */
  #flapStuck(): void {
    this.#tell(['session'], { type: 'FLAP_STUCK', mode: 'chute-blocked' });
    this.#block('chute');
    if (this.#state.lastDropped !== 0) this.#ended(this.#state.lastDropped, 'chute-blocked');
  }

  /** How a vend, or the taking of what it gave, ended may leave something in the box that belongs to nobody (SPEC H10). */
  #ended(cartridge: number, mode: string): void {
    if (this.#box.ended(cartridge, mode)) this.#boxInDoubt(cartridge, mode);
  }

  #boxInDoubt(cartridge: number, mode: string): void {
    this.#tellRecoverer('BOX_IN_DOUBT', { cartridge, mode });
    this.#block('box');
  }

  /**
   * What would let somebody reach into a box that is in doubt: the order is refused, or its package taken back. And what a
   * controller without power would never hear.
   */
  #withhold(name: 'vend' | 'unlock' | 'recover', args: Payload): void {
    if (name === 'recover') {
      this.#recoveryEnded();
      this.#tellRecoverer('NOT_RECOVERED', { ...args, reason: 'out-of-service', command: name });
    } else if (name === 'unlock') this.#tell(['session'], { type: 'FLAP_STUCK', mode: 'box-in-doubt' });
    else this.#tell(['authoriser', 'session'], { type: 'ORDER_REFUSED', ...args, reason: 'out-of-service', command: name });
  }

  #doorShut(): void {
    const isClear = this.#box.doorShut();
    if (isClear) this.#tellRecoverer('BOX_CLEAR', {});
    this.#unblock('door', 'beam', ...(isClear ? (['box'] as const) : []));
  }

  #recoveryEnded(): void {
    if (this.#state.stillWanted || this.#orders.anyRecovery) return;
    this.#unblock('recovery');
  }

  #saysStill(): void {
    if (!this.#state.stillWanted || !this.#state.sessionOut) return;
    this.#state.stillWanted = false;
    this.#tell(['recovery'], { type: 'STANDS_STILL' });
  }

  #owesClear(cartridge: number): void {
    if (!this.#state.toClear.includes(cartridge)) this.#state.toClear.push(cartridge);
  }

  #clearLanes(): void {
    if (this.#orders.any || this.#state.blocks.includes('door')) return;
    for (const cartridge of this.#state.toClear.splice(0)) this.command('clear', { cartridge });
  }

  #block(block: Block): void {
    if (this.#state.blocks.includes(block)) return;
    this.#state.blocks.push(block);
    this.#sayIfBlocked();
  }

  #unblock(...blocks: readonly Block[]): void {
    if (this.#state.blocks.length === 0) return;
    this.#state.blocks = this.#state.blocks.filter((block) => !blocks.includes(block));
    if (this.#state.blocks.length > 0) return;
    this.#state.sessionOut = false;
    this.#tell(['session'], { type: 'IN_SERVICE' });
  }

  #sayIfBlocked(): void {
    if (this.#state.blocks.length > 0) this.#tell(['session'], { type: 'OUT_OF_SERVICE' });
  }

  #tell(parts: readonly Told[], event: KernelEvent): void {
    for (const part of parts) this.#kernel.post(this.#places[part], event);
  }

  #tellRecoverer(type: string, args: Payload): void {
    if (this.#recoverer !== null) this.#kernel.post(this.#recoverer, { ...args, type, machine: this.#machine });
  }

  #tellGuard(type: string): void {
    if (this.#guard !== null) this.#kernel.post(this.#guard, { type });
  }
}
