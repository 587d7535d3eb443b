import type { TraceEntry } from '@dosetwin/twin';
import { ownerOf, partOf } from '../address.js';
import { numberOf, textOf } from '../fieldsOf.js';
import type { OutcomePart } from './OutcomePart.js';
import { addTo, type Tally } from './Tally.js';

interface Jam {
  readonly cartridge: number;
  readonly mode: string;
  readonly jammed_us: number;
  noticed: boolean;
  acknowledged: boolean;
}

interface Times {
  sum_us: number;
  count: number;
}

const OF_THE_TICKET = new Set(['noticed', 'cleared', 'nobody-free']);
/** Answers by which a site knows that somebody has taken the matter on. */
const TAKES_IT_ON = new Set(['coming', 'comes-when-free', 'helping-remotely']);

/** Jams from the moment they happened to the moment the cartridge was free again, and what that cost in time. */
export class FaultOutcomes implements OutcomePart {
  /** Not cleared, by machine. */
  readonly #open = new Map<string, Jam[]>();
  readonly #modes = new Map<string, number>();
  readonly #down_us = new Map<string, number>();
  readonly #toNotice: Times = { sum_us: 0, count: 0 };
  readonly #toAcknowledge: Times = { sum_us: 0, count: 0 };
  readonly #toClear: Times = { sum_us: 0, count: 0 };
  #nobodyFree = 0;

  wants(source: string, kind: string): boolean {
    if (kind === 'jam' || kind === 'answered') return true;
    return OF_THE_TICKET.has(kind) && partOf(source) === 'ticket';
  }

  add(entry: TraceEntry): void {
    const { kind, source, t_us } = entry;
    if (kind === 'answered') {
      if (TAKES_IT_ON.has(textOf(entry, 'answer'))) this.#acknowledge(textOf(entry, 'machine'), t_us);
      return;
    }
    const machine = ownerOf(source);
    const cartridge = numberOf(entry, 'cartridge');
    if (kind === 'jam') this.#jam(machine, cartridge, textOf(entry, 'mode'), t_us);
    else if (kind === 'noticed') this.#notice(machine, cartridge, textOf(entry, 'mode'), t_us);
    else if (kind === 'cleared') this.#clear(machine, cartridge, t_us);
    else this.#nobodyFree += 1;
  }

  tally(into: Tally, end_us: number): void {
    const down_us = new Map(this.#down_us);
    let open = 0;
    for (const jams of this.#open.values()) {
      for (const { mode, jammed_us } of jams) addTo(down_us, mode, Math.max(0, end_us - jammed_us));
      open += jams.length;
    }
    into.byPart('jams', this.#modes);
    into.count('not-cleared', open);
    into.mean('to-notice', this.#toNotice.sum_us, this.#toNotice.count);
    into.mean('to-acknowledge', this.#toAcknowledge.sum_us, this.#toAcknowledge.count);
    into.mean('to-clear', this.#toClear.sum_us, this.#toClear.count);
    into.byPart('lane-down', new Map([...down_us].map(([mode, us]) => [mode, Math.floor(us / 1000)])));
    into.count('nobody-free', this.#nobodyFree);
  }

  /** The ticket may have heard of it at the same instant, and before the session said so. */
  #jam(machine: string, cartridge: number, mode: string, jammed_us: number): Jam {
    const open = this.#open.get(machine) ?? [];
    const same = open.find((jam) => jam.cartridge === cartridge && jam.jammed_us === jammed_us);
    if (same) return same;
    const jam: Jam = { cartridge, mode, jammed_us, noticed: false, acknowledged: false };
    this.#open.set(machine, [...open, jam]);
    addTo(this.#modes, mode, 1);
    return jam;
  }

  #notice(machine: string, cartridge: number, mode: string, t_us: number): void {
    const known = (this.#open.get(machine) ?? []).filter((jam) => jam.cartridge === cartridge);
    for (const jam of known.length > 0 ? known : [this.#jam(machine, cartridge, mode, t_us)]) {
      if (!jam.noticed) addTime(this.#toNotice, t_us - jam.jammed_us);
      jam.noticed = true;
    }
  }

  #acknowledge(machine: string, t_us: number): void {
    for (const jam of this.#open.get(machine) ?? []) {
      if (!jam.noticed || jam.acknowledged) continue;
      addTime(this.#toAcknowledge, t_us - jam.jammed_us);
      jam.acknowledged = true;
    }
  }

  #clear(machine: string, cartridge: number, t_us: number): void {
    const open = this.#open.get(machine) ?? [];
    for (const jam of open) {
      if (jam.cartridge !== cartridge) continue;
      addTime(this.#toClear, t_us - jam.jammed_us);
      addTo(this.#down_us, jam.mode, t_us - jam.jammed_us);
    }
    this.#open.set(
      machine,
      open.filter((jam) => jam.cartridge !== cartridge),
    );
  }
}

function addTime(times: Times, us: number): void {
  times.sum_us += us;
  times.count += 1;
}
