import type { Body, Command, Signal } from '../body/hinge.js';
import { type ParameterOverrides, type ParameterValues, parameterValues } from '../engine/parameters.js';
import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import type { Payload } from '../kernel/trace.js';
import { hingeParameters } from './hinge.parameters.js';

/** Why the machine gives nothing for now: the door is open, the chute does not open, the beam sees nothing. */
type Block = 'door' | 'chute' | 'beam';

interface HingeState {
  /** The order whose motion has not ended, and whether it is a recovery. */
  inFlight: { order: number; recovery: boolean } | null;
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
    if (name === 'vend' || name === 'recover') this.#state.inFlight = { order: args.order as number, recovery: name === 'recover' };
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
    else throw new Error(`${this.#address} does not know the event ${event.type}`);
  }

  save(): Saved {
    return { inFlight: this.#state.inFlight, blocks: [...this.#state.blocks] };
  }

  restore(saved: Saved): void {
    const { inFlight, blocks } = saved as unknown as HingeState;
    this.#state = { inFlight, blocks: [...blocks] };
  }

  #take(signal: Signal): void {
    this.#kernel.record(this.#address, 'signal', { ...signal });
    const { order, cartridge, mode, reason } = signal;
    switch (signal.name) {
      case 'dropped':
        this.#end();
        return this.#tell(['counts', 'authoriser', 'session'], { type: 'DROPPED', ...given({ order, cartridge }) });
      case 'jammed':
        return this.#jammed(signal);
      case 'recovered':
        this.#end();
        this.#tell(['counts'], { type: 'RECOVERED', ...given({ cartridge }) });
        this.#tell(['authoriser'], { type: 'LANE_FREE', ...given({ cartridge }) });
        return this.#tellRecoverer('RECOVERED', cartridge);
      case 'refused':
        return this.#refused(signal);
      case 'surplus':
        return this.#tell(['counts'], { type: 'ENDED_UNSEEN', why: 'surplus', ...given({ cartridge }) });
      case 'door-opened':
        return this.#block('door');
      case 'door-closed':
        return this.#unblock(['door', 'chute', 'beam']);
      case 'flap-opened':
        return this.#tell(['session'], { type: 'FLAP_OPENED' });
      case 'flap-closed':
        return this.#tell(['session'], { type: 'FLAP_CLOSED' });
      case 'flap-stuck':
        this.#tell(['session'], { type: 'FLAP_STUCK', mode: 'chute-blocked' });
        return this.#block('chute');
      default:
        // accepted, moving, cleared: recorded; nothing at level 2 waits for them.
        void mode;
        void reason;
    }
  }

  #jammed(signal: Signal): void {
    const { order, cartridge, mode } = signal;
    const recovery = this.#state.inFlight?.recovery === true;
    this.#end();
    const args = given({ order, cartridge, mode });
    // A blind beam is seen before the motor turns: nothing moved, so nothing is unknown.
    if (mode !== 'blind-beam') this.#tell(['counts'], { type: 'ENDED_UNSEEN', why: `jammed, ${mode}`, ...given({ cartridge }) });
    else this.#block('beam');
    if (recovery) return this.#tellRecoverer('NOT_RECOVERED', cartridge);
    this.#tell(['authoriser', 'session'], { type: 'JAMMED', ...args });
  }

  #refused(signal: Signal): void {
    const recovery = this.#state.inFlight?.recovery === true;
    this.#end();
    if (recovery) return this.#tellRecoverer('NOT_RECOVERED', signal.cartridge);
    const args = given({ order: signal.order, cartridge: signal.cartridge, reason: signal.reason });
    this.#tell(['authoriser', 'session'], { type: 'ORDER_REFUSED', ...args });
  }

  #end(): void {
    this.#state.inFlight = null;
  }

  #block(block: Block): void {
    if (this.#state.blocks.includes(block)) return;
    this.#state.blocks.push(block);
    this.#sayIfBlocked();
  }

  #unblock(blocks: readonly Block[]): void {
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

  #tellRecoverer(type: string, cartridge: number | undefined): void {
    if (this.#recoverer !== null) this.#kernel.post(this.#recoverer, { type, machine: this.#machine, ...given({ cartridge }) });
  }
}

/** The arguments that are there. */
function given(args: Readonly<Record<string, number | string | undefined>>): Payload {
  return Object.fromEntries(Object.entries(args).filter((pair): pair is [string, number | string] => pair[1] !== undefined));
}
