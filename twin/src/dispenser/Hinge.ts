import type { Body, Command, Signal } from '../body/hinge.js';
import { type ParameterOverrides, type ParameterValues, parameterValues } from '../charts/parameters.js';
import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import type { Payload } from '../kernel/trace.js';
import { hingeParameters } from './hinge.parameters.js';

/** Why the machine gives nothing for now: the door is open, the chute does not open, the beam sees nothing. */
type Block = 'door' | 'chute' | 'beam';

interface HingeState {
  /** The order that has not ended: whether it is a recovery, and whether its motion began. */
  inFlight: { order: number; recovery: boolean; moved: boolean } | null;
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
  #state: HingeState = { inFlight: null, blocks: [] };

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
      this.#state.inFlight = { order: args.order as number, recovery: name === 'recover', moved: false };
    }
    this.#body.command({ name, ...args } as Command);
  }

  /** The body has signals waiting; they are taken at the next instant of the grid. */
  notice(): void {
    const { activePollMs, idlePollMs } = this.#values;
    const active = this.#state.inFlight !== null || this.#state.blocks.includes('door');
    const grid_us = (active ? activePollMs : idlePollMs) * US_PER_MS;
    const at_us = (Math.floor(this.#kernel.now_us / grid_us) + 1) * grid_us;
    this.#kernel.setTimer(this.#address, 'poll', at_us, { type: 'POLL' });
  }

  handle(event: KernelEvent): void {
    if (event.type === 'POLL') for (const signal of this.#body.poll()) this.#take(signal);
    else if (event.type === 'SESSION_IDLE') this.#sayIfBlocked();
    else if (event.type === 'CLEAR_LANE') this.command('clear', { cartridge: event.cartridge as number });
    else throw new Error(`${this.#address} does not know the event ${event.type}`);
  }

  save(): Saved {
    return { inFlight: this.#state.inFlight && { ...this.#state.inFlight }, blocks: [...this.#state.blocks] };
  }

  restore(saved: Saved): void {
    const { inFlight, blocks } = saved as unknown as HingeState;
    this.#state = { inFlight: inFlight && { ...inFlight }, blocks: [...blocks] };
  }

  #take({ name, boot, sequence, tick, args }: Signal): void {
    this.#kernel.record(this.#address, 'signal', { name, boot, sequence, tick, ...args });
    switch (name) {
      case 'dropped':
        this.#end();
        return this.#tell(['counts', 'authoriser', 'session'], { type: 'DROPPED', ...args });
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
        if (this.#state.inFlight) this.#state.inFlight.moved = true;
        return;
      case 'accepted':
      case 'phase':
      case 'cleared':
        return; // Recorded; nothing at level 2 waits for these.
    }
  }

  #jammed(args: Payload): void {
    const { recovery = false, moved = true } = this.#state.inFlight ?? {};
    this.#end();
    if (args.mode === 'blind-beam') this.#block('beam');
    // A beam that is dark before the motor turns keeps it from turning: no motion, so nothing is unknown.
    if (moved) this.#tell(['counts'], { type: 'ENDED_UNSEEN', why: `jammed, ${args.mode}`, ...args });
    if (recovery) this.#tellRecoverer('NOT_RECOVERED', args);
    else this.#tell(['authoriser', 'session'], { type: 'JAMMED', ...args });
  }

  /** The lane is free again at once; the package that was unknown stays so until the count, which remains due. */
  #recovered(args: Payload): void {
    this.#end();
    this.#tell(['counts'], { type: 'RECOVERED', ...args });
    this.#tell(['authoriser'], { type: 'LANE_FREE', ...args });
    this.command('clear', { cartridge: args.cartridge as number });
    this.#tellRecoverer('RECOVERED', args);
  }

  #refused(args: Payload): void {
    const recovery = this.#state.inFlight?.recovery === true;
    this.#end();
    if (recovery) this.#tellRecoverer('NOT_RECOVERED', args);
    else this.#tell(['authoriser', 'session'], { type: 'ORDER_REFUSED', ...args });
  }

  #end(): void {
    this.#state.inFlight = null;
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
