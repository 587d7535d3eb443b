import type { LedgerEvidence, LedgerResult } from '../wire/verdictOf.js';
import type { HostLedger } from './CampaignHost.js';

/** The host's ledger as it is below the host: the one of `node/`, over a file or memory. */
export interface KeptLedger {
  load(board: string, cartridge: number, packages: number, by: string): void;
  nextOrder(board: string, highestOnBoard: number): number;
  order(order: { readonly board: string; readonly order: number; readonly cartridge: number; readonly kind: 'vend' }): void;
  result(board: string, order: number, result: LedgerResult, why: string): void;
  openOrders(board: string): readonly { readonly order: number; readonly cartridge: number }[];
  evidence(board: string, order: number): LedgerEvidence;
  balance(board: string): ReadonlyMap<number, KeptBalance>;
  close(): void;
}

/** Of one cartridge. */
export interface KeptBalance {
  readonly loaded: number;
  readonly dispensed: number;
  readonly rejected: number;
  readonly remaining: number;
  readonly unknown: number;
}

/** What was written to the ledger, as whoever stands beside it sees it, and when. */
export type LedgerNote =
  | { readonly is: 'order'; readonly order: number; readonly cartridge: number; readonly t_us: number }
  | { readonly is: 'result'; readonly order: number; readonly result: LedgerResult; readonly why: string; readonly t_us: number };

export const BOARD = 'board';
const NOBODY = 'campaign';

/** The host's ledger, the real one over a file or memory that outlives each host, with notes of when it was written to. */
export class CaseLedger implements HostLedger {
  readonly ledger: KeptLedger;
  readonly notes: LedgerNote[] = [];
  readonly #now_us: () => number;

  constructor(now_us: () => number, loaded: number, cartridges: readonly number[], ledger: KeptLedger) {
    this.#now_us = now_us;
    this.ledger = ledger;
    for (const cartridge of cartridges) ledger.load(BOARD, cartridge, loaded, NOBODY);
  }

  /** Writes what another had written. */
  replay(notes: readonly LedgerNote[]): this {
    for (const note of notes) {
      if (note.is === 'order') this.ledger.order({ board: BOARD, order: note.order, cartridge: note.cartridge, kind: 'vend' });
      else this.ledger.result(BOARD, note.order, note.result, note.why);
      this.notes.push(note);
    }
    return this;
  }

  nextOrder(highestOnBoard: number): number {
    return this.ledger.nextOrder(BOARD, highestOnBoard);
  }

  order(order: number, cartridge: number): void {
    this.ledger.order({ board: BOARD, order, cartridge, kind: 'vend' });
    this.notes.push({ is: 'order', order, cartridge, t_us: this.#now_us() });
  }

  result(order: number, result: LedgerResult, why: string): void {
    this.ledger.result(BOARD, order, result, why);
    if (this.resultOf(order) === undefined) this.notes.push({ is: 'result', order, result, why, t_us: this.#now_us() });
  }

  openOrder(): { readonly order: number; readonly cartridge: number } | null {
    return this.ledger.openOrders(BOARD)[0] ?? null;
  }

  get orders(): Extract<LedgerNote, { is: 'order' }>[] {
    return this.notes.filter((note) => note.is === 'order');
  }

  resultOf(order: number): Extract<LedgerNote, { is: 'result' }> | undefined {
    return this.notes.find((note): note is Extract<LedgerNote, { is: 'result' }> => note.is === 'result' && note.order === order);
  }
}
