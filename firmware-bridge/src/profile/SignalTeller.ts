import type { Command, Payload, Signal } from '@dosetwin/twin';
import type { ProfileMeaning } from './profileSchema.js';

type Told = Signal['name'];

interface Heard {
  readonly signal: Signal;
  readonly t_us: number;
}

interface Order {
  readonly kind: 'vend' | 'recover';
  readonly order: number;
  readonly cartridge: number;
  /** How far it came: 0 given, 1 accepted, 2 moving, 3 ended. */
  phase: 0 | 1 | 2 | 3;
}

/** Of these pairs each is said only after the other, and none of the second kind at the start. */
const PAIRS: { readonly [signal in Told]?: { readonly pair: string; readonly isOn: boolean } } = {
  'door-opened': { pair: 'door', isOn: true },
  'door-closed': { pair: 'door', isOn: false },
  'flap-opened': { pair: 'flap', isOn: true },
  'flap-closed': { pair: 'flap', isOn: false },
  'flap-stuck': { pair: 'bolt', isOn: true },
  'flap-freed': { pair: 'bolt', isOn: false },
  'supply-low': { pair: 'supply', isOn: true },
  'supply-good': { pair: 'supply', isOn: false },
  'tamper-opened': { pair: 'tamper', isOn: true },
  'tamper-closed': { pair: 'tamper', isOn: false },
};

/**
 * Makes the hinge's signals of what a board without order ids says: its words are of the one order that is in flight. A board
 * that skips a phase is taken to have passed it. Signals have no sequence (0), and ticks count from the opening of the link.
 */
export class SignalTeller {
  #boot = 1;
  #start_us = 0;
  #order: Order | null = null;
  #on = new Set<string>();
  #heard: Heard[] = [];

  get boot(): number {
    return this.#boot;
  }

  /** How far the order has come that was given last; `null`: it has ended, or there is none. */
  get phase(): 'given' | 'accepted' | 'moving' | null {
    const phase = this.#order?.phase ?? 3;
    return ([`given`, 'accepted', 'moving', null] as const)[phase];
  }

  begin(command: Command): void {
    if (command.name === 'vend' || command.name === 'recover')
      this.#order = { kind: command.name, order: command.order, cartridge: command.cartridge, phase: 0 };
  }

  /** What a line or register stands for; `about` is the command that it answers, if it answers one. */
  say(meaning: ProfileMeaning, about: Command | null, now_us: number): void {
    const { says } = meaning;
    if (says === 'done') return;
    if (says === 'started') return this.#started(now_us);
    if (says === 'refused') return this.#refused(meaning, about, now_us);
    if (says === 'cleared') return this.#cleared(about, now_us);
    if (says === 'surplus') return this.#push('surplus', { cartridge: this.#order?.cartridge ?? 0 }, now_us);
    const pair = PAIRS[says];
    if (pair !== undefined) {
      if (this.#on.has(pair.pair) === pair.isOn) return;
      if (pair.isOn) this.#on.add(pair.pair);
      else this.#on.delete(pair.pair);
      return this.#push(says, {}, now_us);
    }
    this.#ordered(meaning, now_us);
  }

  get hasNews(): boolean {
    return this.#heard.length > 0;
  }

  /** Signals heard before this instant, oldest first; they are then gone. */
  collect(before_us: number): readonly Signal[] {
    const due = this.#heard.filter(({ t_us }) => t_us < before_us);
    this.#heard = this.#heard.filter(({ t_us }) => t_us >= before_us);
    return due.map(({ signal }) => signal);
  }

  /** The order that was given is not on its way any more, and nobody knows what came of it: a later word is still its own. */
  #ordered({ says, mode = 'interrupted' }: ProfileMeaning, now_us: number): void {
    const order = this.#order;
    if (order === null || order.phase === 3) {
      // A package of nobody's order.
      if (says === 'dropped') this.#push('surplus', { cartridge: order?.cartridge ?? 0 }, now_us);
      return;
    }
    const { order: id, cartridge } = order;
    const reach = (phase: 1 | 2, name: 'accepted' | 'moving') => {
      if (order.phase < phase) this.#push(name, { order: id, cartridge }, now_us);
      order.phase = Math.max(order.phase, phase) as 1 | 2;
    };
    reach(1, 'accepted');
    if (says === 'accepted') return;
    if (says !== 'jammed' || mode !== 'blind-beam') reach(2, 'moving');
    if (says === 'moving') return;
    order.phase = 3;
    if (says === 'jammed') this.#push('jammed', { order: id, cartridge, mode }, now_us);
    else this.#push(order.kind === 'vend' ? 'dropped' : 'recovered', { order: id, cartridge }, now_us);
  }

  #refused({ reason = 'busy' }: ProfileMeaning, about: Command | null, now_us: number): void {
    if (about === null) return;
    const { order = 0, cartridge = 0 } = about as { readonly order?: number; readonly cartridge?: number };
    if (this.#order?.order === order) this.#order.phase = 3;
    this.#push('refused', { order, cartridge, reason, command: about.name }, now_us);
  }

  #cleared(about: Command | null, now_us: number): void {
    if (about?.name === 'clear') this.#push('cleared', { cartridge: about.cartridge }, now_us);
  }

  /** As SPEC C6 has it: an order in flight ends as interrupted, and a door that is shut says nothing. */
  #started(now_us: number): void {
    this.#boot += 1;
    this.#start_us = now_us;
    if (this.#order !== null && this.#order.phase !== 3) this.#ordered({ says: 'jammed', mode: 'interrupted' }, now_us);
  }

  #push(name: Told, args: Payload, now_us: number): void {
    const tick = Math.max(0, Math.floor((now_us - this.#start_us) / 1_000));
    this.#heard.push({ t_us: now_us, signal: { name, boot: this.#boot, sequence: 0, tick, args } });
  }
}
