import type { LiveEntry } from '../../web/src/live/liveProtocol.js';

/** Some entries in a row as one message, ready to be sent to many. */
export interface EntryBatch {
  readonly message: Buffer;
  /** The first entry that is not in it. */
  readonly to: number;
}

/** At most so many entries in a message: some tens of kilobytes. */
const BATCH_ENTRIES = 512;
/** Viewers who come together read the same batches. */
const BATCHES_KEPT = 32;

/** The entries of a run as one kind of viewer gets them, counted from 0, in messages that are written once for all. */
export class EntryStream {
  readonly #entries: LiveEntry[] = [];
  readonly #batches = new Map<number, EntryBatch>();

  get count(): number {
    return this.#entries.length;
  }

  add(entries: readonly LiveEntry[]): void {
    for (const entry of entries) this.#entries.push(entry);
  }

  /** A message with the entries from place `from` on, at least one; `from` is below `count`. */
  batch(from: number): EntryBatch {
    const to = Math.min(this.count, (Math.floor(from / BATCH_ENTRIES) + 1) * BATCH_ENTRIES);
    const kept = this.#batches.get(from);
    if (kept?.to === to) return kept;
    const message = Buffer.from(JSON.stringify({ type: 'entries', from, entries: this.#entries.slice(from, to) }));
    const batch = { message, to };
    this.#batches.delete(from);
    this.#batches.set(from, batch);
    if (this.#batches.size > BATCHES_KEPT) this.#batches.delete(this.#batches.keys().next().value ?? -1);
    return batch;
  }
}
