import type { Body, Command, Signal } from '../body/hinge.js';
import { type ParameterOverrides, type ParameterValues, parameterValues } from '../charts/parameters.js';
import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import type { Payload } from '../kernel/trace.js';
import { hingeParameters } from './hinge.parameters.js';

/** Why the machine gives nothing for now: the door is open, the chute does not open, the beam sees nothing. */
type Block = 'door' | 'chute' | 'beam';

/** An order that has not ended. */
interface InFlight {
  readonly order: number;
  readonly cartridge: number;
  readonly recovery: boolean;
  /** Its motion began. */
  moved: boolean;
  /** The session gave it up: its package is unknown already, and a late end tells no more than what was given. */
  silent: boolean;
}

interface HingeState {
  /** A recovery may be asked for while a vend moves, so that there may be two. */
  inFlight: InFlight[];
  /** Lanes that were counted and not yet cleared: the controller clears none while it moves or its door is open. */
  toClear: number[];
  blocks: Block[];
}

const US_PER_MS = 1_000;

/**
 * The hinge between the host and whatever stands below it. Commands go down at once; signals come up on the host's poll
 * grid (SPEC H4) and are told to the dispenser's parts and charts in a fixed order: counts, authoriser, session.
 */
export class Hinge implements Component {
  readonly #kernel: Kernel;
  readonly #machine: string;
  readonly #address: string;
  readonly #body: Body;
  readonly #values: ParameterValues<typeof hingeParameters>;
  /** Who asked for remote recoveries, if anybody may. */
  readonly #recoverer: string | null;
  #state: HingeState = { inFlight: [], toClear: [], blocks: [] };

  constructor(kernel: Kernel, machine: string, body: Body, recoverer: string | null, layers: readonly ParameterOverrides[]) {
    this.#kernel = kernel;
    this.#machine = machine;
    this.#address = `${machine}/hinge`;
    this.#body = body;
    this.#recoverer = recoverer;
    this.#values = parameterValues('hinge', hingeParameters, ...layers);
    kernel.register(this.#address, 2, this);
  }

  command(name: string, args: Payload): void {
    this.#kernel.record(this.#address, 'command', { name, ...args });
    if (name === 'vend' || name === 'recover') {
      const { order, cartridge } = args as { readonly order: number; readonly cartridge: number };
      this.#state.inFlight.push({ order, cartridge, recovery: name === 'recover', moved: false, silent: false });
    }
    this.#body.command({ name, ...args } as Command);
  }

  /** Whether an order that has not ended may move this lane. */
  isInFlight(cartridge: number): boolean {
    return this.#state.inFlight.some((one) => one.cartridge === cartridge);
  }

  /** The body has signals waiting; they are taken at the next instant of the grid. */
  notice(): void {
    const { activePollMs, idlePollMs } = this.#values;
    const active = this.#state.inFlight.length > 0 || this.#state.blocks.includes('door');
    const grid_us = Math.round((active ? activePollMs : idlePollMs) * US_PER_MS);
    const at_us = (Math.floor(this.#kernel.now_us / grid_us) + 1) * grid_us;
    this.#kernel.setTimer(this.#address, 'poll', at_us, { type: 'POLL' });
  }

  handle(event: KernelEvent): void {
    switch (event.type) {
      case 'POLL':
        for (const signal of this.#body.poll()) this.#take(signal);
        return this.#clearLanes();
      case 'SESSION_IDLE':
        return this.#sayIfBlocked();
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
    const { inFlight, toClear, blocks } = this.#state;
    return { inFlight: inFlight.map((one) => ({ ...one })), toClear: [...toClear], blocks: [...blocks] };
  }

  restore(saved: Saved): void {
    const { inFlight, toClear, blocks } = saved as unknown as HingeState;
    this.#state = { inFlight: inFlight.map((one) => ({ ...one })), toClear: [...toClear], blocks: [...blocks] };
  }

  #take({ name, boot, sequence, tick, args }: Signal): void {
    this.#kernel.record(this.#address, 'signal', { name, boot, sequence, tick, ...args });
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
        return this.#tell(['counts'], { type: 'ENDED_UNSEEN', why: 'surplus', ...args });
      case 'door-opened':
        return this.#block('door');
      case 'door-closed':
        return this.#unblock('door', 'beam');
      case 'flap-opened':
        return this.#tell(['session'], { type: 'FLAP_OPENED' });
      case 'flap-closed':
        return this.#tell(['session'], { type: 'FLAP_CLOSED' });
      case 'flap-stuck':
        this.#tell(['session'], { type: 'FLAP_STUCK', mode: 'chute-blocked' });
        return this.#block('chute');
      case 'flap-freed':
        return this.#unblock('chute');
      case 'moving':
        for (const one of this.#state.inFlight) if (one.order === args.order) one.moved = true;
        return;
      case 'accepted':
      case 'phase':
      case 'cleared':
        return; // Recorded; nothing at level 2 waits for these.
    }
  }

  /** A package that was given up as unknown stays so until the count; the dose was given all the same. */
  #dropped(args: Payload): void {
    const silent = this.#end(args)?.silent === true;
    this.#tell(silent ? ['authoriser'] : ['counts', 'authoriser', 'session'], { type: 'DROPPED', ...args });
  }

  #jammed(args: Payload): void {
    const { recovery = false, moved = true, silent = false } = this.#end(args) ?? {};
    if (args.mode === 'blind-beam') this.#block('beam');
    if (silent) return;
    // A beam that is dark before the motor turns keeps it from turning: no motion, so nothing is unknown.
    if (moved) this.#tell(['counts'], { type: 'ENDED_UNSEEN', why: `jammed, ${args.mode}`, ...args });
    if (recovery) this.#tellRecoverer('NOT_RECOVERED', args);
    else this.#tell(['authoriser', 'session'], { type: 'JAMMED', ...args });
  }

  /** The lane is free again at once; the package that was unknown stays so until the count, which remains due. */
  #recovered(args: Payload): void {
    this.#end(args);
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
    const { recovery = args.command === 'recover', silent = false } = this.#end(args) ?? {};
    if (recovery) this.#tellRecoverer('NOT_RECOVERED', args);
    else this.#tell(silent ? ['authoriser'] : ['authoriser', 'session'], { type: 'ORDER_REFUSED', ...args });
  }

  /** The controller says nothing of an order for too long: how it ended is not known, and counts as a jam (SPEC H7). */
  #silent(order: number): void {
    const flight = this.#state.inFlight.find((one) => one.order === order);
    if (!flight) return;
    flight.silent = true;
    const { cartridge } = flight;
    this.#tell(['counts'], { type: 'ENDED_UNSEEN', cartridge, why: 'silence' });
    this.#tell(['authoriser', 'session'], { type: 'JAMMED', order, cartridge, mode: 'silence' });
  }

  #end({ order }: Payload): InFlight | undefined {
    const ended = this.#state.inFlight.find((one) => one.order === order);
    this.#state.inFlight = this.#state.inFlight.filter((one) => one !== ended);
    return ended;
  }

  #owesClear(cartridge: number): void {
    if (!this.#state.toClear.includes(cartridge)) this.#state.toClear.push(cartridge);
  }

  #clearLanes(): void {
    if (this.#state.inFlight.length > 0 || this.#state.blocks.includes('door')) return;
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
    if (this.#state.blocks.length === 0) this.#tell(['session'], { type: 'IN_SERVICE' });
  }

  #sayIfBlocked(): void {
    if (this.#state.blocks.length > 0) this.#tell(['session'], { type: 'OUT_OF_SERVICE' });
  }

  #tell(parts: readonly string[], event: KernelEvent): void {
    for (const part of parts) this.#kernel.post(`${this.#machine}/${part}`, event);
  }

  #tellRecoverer(type: string, args: Payload): void {
    if (this.#recoverer !== null) this.#kernel.post(this.#recoverer, { ...args, type, machine: this.#machine });
  }
}
