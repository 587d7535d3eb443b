import type { Saved } from '../kernel/Kernel.js';
import type { Command, Refusal } from './hinge.js';

export type OrderPhase = 'received' | 'accepted' | 'moving' | 'dropped' | 'recovered' | 'jammed' | 'refused';

/** What the board keeps of its latest order, through a loss of power. */
export interface OrderRecord {
  readonly order: number;
  readonly cartridge: number;
  readonly kind: 'vend' | 'recover';
  readonly phase: OrderPhase;
  /** How it jammed; empty otherwise. */
  readonly mode: string;
}

/** What the mailbox must know of the machine to judge a command. */
export interface Situation {
  readonly doorOpen: boolean;
  readonly supplyLow: boolean;
  readonly chuteBlocked: boolean;
  /** `jammed`: it jammed just now and its motor rests. */
  readonly lane: 'home' | 'moving' | 'jammed' | 'locked-out' | 'not-fitted';
}

export type Judgement =
  | { readonly is: 'begin' }
  | { readonly is: 'repeat'; readonly record: OrderRecord }
  | { readonly is: Refusal };

const BEGIN: Judgement = { is: 'begin' };
/** Which phases may follow which. What is not here has ended for good. */
const FOLLOWS: { readonly [phase in OrderPhase]?: readonly OrderPhase[] } = {
  received: ['accepted', 'refused'],
  accepted: ['moving', 'jammed'],
  moving: ['dropped', 'recovered', 'jammed'],
};

/**
 * Orders rise, and none begins its motion twice (SPEC H5, H6, C3 to C6). Written by hand, here and in the firmware, because
 * it is about what outlives a loss of power; everything else at level 1 is a chart.
 */
export class OrderMailbox {
  #record: OrderRecord | null = null;
  /** What is stored while the record of an order that was only received is being written. */
  #stored: OrderRecord | null = null;
  #boots = 0;

  get boots(): number {
    return this.#boots;
  }

  get record(): OrderRecord | null {
    return this.#record;
  }

  /** The order whose motion has not ended, or `null`. */
  get inFlight(): OrderRecord | null {
    const record = this.#record;
    return record !== null && FOLLOWS[record.phase] !== undefined ? record : null;
  }

  /** The board starts. An order that it finds in flight ended unseen: what moved while the power went is not known. */
  boot(): OrderRecord | null {
    this.#boots += 1;
    const lost = this.inFlight;
    if (lost === null) return null;
    this.#record = { ...lost, phase: 'jammed', mode: 'interrupted' };
    return this.#record;
  }

  /** An order whose record was not written yet is forgotten: its motion never began (SPEC C3). */
  powerLost(): void {
    if (this.#record?.phase === 'received') this.#record = this.#stored;
  }

  judge(command: Command, situation: Situation): Judgement {
    const byOrder = command.name === 'vend' || command.name === 'recover' ? this.#judgeOrder(command.order) : null;
    if (byOrder !== null) return byOrder;
    if (this.inFlight !== null) return { is: 'busy' };
    if (situation.doorOpen) return { is: 'door-open' };
    if (situation.supplyLow) return { is: 'supply-low' };
    if (command.name === 'unlock') return BEGIN;
    if (situation.lane === 'not-fitted') return { is: 'no-such-cartridge' };
    if (command.name === 'vend') return judgeVend(situation);
    if (command.name === 'recover') return judgeRecovery(situation);
    return BEGIN;
  }

  /** Takes an order that was judged `begin`. */
  begin(order: number, cartridge: number, kind: OrderRecord['kind']): void {
    if (this.inFlight !== null || order <= (this.#record?.order ?? 0)) throw new Error(`order ${order} must not begin`);
    this.#stored = this.#record;
    this.#record = { order, cartridge, kind, phase: 'received', mode: '' };
  }

  /** Whether the order in flight took this step; an order that has ended takes none. */
  advance(phase: OrderPhase, mode = ''): boolean {
    const record = this.inFlight;
    if (record === null || FOLLOWS[record.phase]?.includes(phase) !== true) return false;
    this.#record = { ...record, phase, mode };
    return true;
  }

  save(): Saved {
    const copyOf = (record: OrderRecord | null) => (record === null ? null : { ...record });
    return { record: copyOf(this.#record), stored: copyOf(this.#stored), boots: this.#boots };
  }

  restore(saved: Saved): void {
    const state = saved as unknown as { record: OrderRecord | null; stored: OrderRecord | null; boots: number };
    this.#record = state.record;
    this.#stored = state.stored;
    this.#boots = state.boots;
  }

  #judgeOrder(order: number): Judgement | null {
    const record = this.#record;
    if (record === null || order > record.order) return null;
    return order === record.order ? { is: 'repeat', record } : { is: 'stale-order' };
  }
}

function judgeVend(situation: Situation): Judgement {
  if (situation.chuteBlocked) return { is: 'chute-blocked' };
  return situation.lane === 'home' ? BEGIN : { is: 'locked-out' };
}

function judgeRecovery(situation: Situation): Judgement {
  if (situation.lane === 'locked-out') return BEGIN;
  return { is: situation.lane === 'jammed' ? 'busy' : 'not-jammed' };
}
