import type { TraceEntry } from '@dosetwin/twin';
import { ownerOf, partOf } from './address.js';
import type { Fold } from './Fold.js';
import { flagOf, numberOf, textOf } from './fieldsOf.js';
import type { JamMeasures } from './Measures.js';
import { msBetween } from './msBetween.js';

type Open<T> = { -readonly [key in keyof T]: T[key] };
type Jam = Open<Omit<JamMeasures, 'toNoticeMs' | 'toOpenMs' | 'toClearMs' | 'nobodyFree_us' | 'remoteRecoveries'>> & {
  readonly nobodyFree_us: number[];
  readonly remoteRecoveries: JamMeasures['remoteRecoveries'][number][];
};

/** Each jam from the moment it happened to the moment its cartridge was free again. */
export class JamFold implements Fold<readonly JamMeasures[]> {
  readonly kinds = ['jam', 'noticed', 'nobody-free', 'remote-recovery', 'door-opened', 'cleared'];
  #jams: Jam[] = [];
  /** Not cleared, by machine. */
  #open = new Map<string, Jam[]>();

  add(entry: TraceEntry): void {
    const part = partOf(entry.source);
    if (entry.kind === 'jam') this.#jam(entry);
    else if (entry.kind === 'remote-recovery') this.#remoteRecovery(entry);
    else if (part === 'ticket') this.#ticket(entry);
  }

  result(): readonly JamMeasures[] {
    return this.#jams.map((jam) => ({
      ...jam,
      nobodyFree_us: [...jam.nobodyFree_us],
      remoteRecoveries: [...jam.remoteRecoveries],
      toNoticeMs: since(jam, jam.noticed_us),
      toOpenMs: since(jam, jam.doorOpened_us),
      toClearMs: since(jam, jam.cleared_us),
    }));
  }

  #openAt(machine: string, cartridge?: number): Jam[] {
    const open = this.#open.get(machine) ?? [];
    return cartridge === undefined ? open : open.filter((jam) => jam.cartridge === cartridge);
  }

  #begin(entry: TraceEntry, person: string | null): Jam {
    const machine = ownerOf(entry.source);
    const cartridge = numberOf(entry, 'cartridge');
    const jam = newJam(machine, cartridge, textOf(entry, 'mode'), entry.t_us, person);
    this.#jams.push(jam);
    this.#open.set(machine, [...this.#openAt(machine), jam]);
    return jam;
  }

  #jam(entry: TraceEntry): void {
    const same = this.#openAt(ownerOf(entry.source), numberOf(entry, 'cartridge')).find(
      (jam) => jam.person === null && jam.jammed_us === entry.t_us,
    );
    // The ticket may have heard of it at the same instant, and before the session said so.
    if (same) same.person = textOf(entry, 'person');
    else this.#begin(entry, textOf(entry, 'person'));
  }

  #ticket(entry: TraceEntry): void {
    const machine = ownerOf(entry.source);
    const { t_us } = entry;
    if (entry.kind === 'door-opened') {
      for (const jam of this.#openAt(machine)) {
        if (jam.doorOpened_us !== null) continue;
        jam.doorOpened_us = t_us;
        jam.doorOpenedBy = textOf(entry, 'by');
        jam.doorOpenedRole = textOf(entry, 'role');
      }
      return;
    }
    const jams = this.#openAt(machine, numberOf(entry, 'cartridge'));
    if (entry.kind === 'noticed') notice(jams.length > 0 ? jams : [this.#begin(entry, null)], entry);
    else if (entry.kind === 'nobody-free') for (const jam of jams) jam.nobodyFree_us.push(t_us);
    else if (entry.kind === 'cleared') this.#clear(machine, jams, entry);
  }

  #remoteRecovery(entry: TraceEntry): void {
    const attempt = { at_us: entry.t_us, by: entry.source, freed: flagOf(entry, 'freed') };
    for (const jam of this.#openAt(textOf(entry, 'machine'), numberOf(entry, 'cartridge'))) jam.remoteRecoveries.push(attempt);
  }

  #clear(machine: string, jams: readonly Jam[], entry: TraceEntry): void {
    for (const jam of jams) {
      jam.cleared_us = entry.t_us;
      jam.clearedHow = textOf(entry, 'how');
    }
    this.#open.set(
      machine,
      this.#openAt(machine).filter((jam) => !jams.includes(jam)),
    );
  }
}

function notice(jams: readonly Jam[], entry: TraceEntry): void {
  for (const jam of jams) {
    if (jam.noticed_us !== null) continue;
    jam.noticed_us = entry.t_us;
    jam.noticedBy = textOf(entry, 'by');
  }
}

function since({ jammed_us }: Jam, t_us: number | null): number | null {
  return t_us === null ? null : msBetween(jammed_us, t_us);
}

function newJam(machine: string, cartridge: number, mode: string, jammed_us: number, person: string | null): Jam {
  return {
    machine,
    cartridge,
    mode,
    jammed_us,
    person,
    noticed_us: null,
    noticedBy: null,
    nobodyFree_us: [],
    remoteRecoveries: [],
    doorOpened_us: null,
    doorOpenedBy: null,
    doorOpenedRole: null,
    cleared_us: null,
    clearedHow: null,
  };
}
