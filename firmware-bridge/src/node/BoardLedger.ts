import type { OrderBook } from '../live/OrderBook.js';
import type { BlockValues } from '../wire/registerNames.js';
import type { BoardEvidence, LedgerResult } from '../wire/verdictOf.js';
import { nameOfCode } from '../wire/wireCodes.js';
import type { Ledger } from './Ledger.js';

const BY = 'operator';

/** The pages of one board in the ledger. */
export class BoardLedger implements OrderBook {
  readonly #ledger: Ledger;
  readonly #board: string;

  constructor(ledger: Ledger, board: string) {
    this.#ledger = ledger;
    this.#board = board;
  }

  order(order: number, cartridge: number, kind: 'vend' | 'recover'): void {
    this.#ledger.order({ board: this.#board, order, cartridge, kind });
  }

  result(order: number, result: LedgerResult, why: string): void {
    this.#ledger.result(this.#board, order, result, why);
  }

  surplus(cartridge: number): void {
    this.#ledger.surplus(this.#board, cartridge, 'the beam saw a package that no order asked for');
  }

  load(cartridge: number, packages: number): void {
    this.#ledger.load(this.#board, cartridge, packages, BY);
  }

  /** Unknown to the ledger, as what is missing, until two people have counted for it. */
  takenOut(cartridge: number, packages: number): void {
    const remaining = this.#ledger.balance(this.#board).get(cartridge)?.remaining ?? 0;
    const missing = Math.min(packages, remaining);
    if (missing > 0) this.#ledger.missing(this.#board, cartridge, missing, `${missing} were taken out by hand`);
  }

  fill(cartridge: number, packages: number): void {
    const remaining = this.#ledger.balance(this.#board).get(cartridge)?.remaining ?? 0;
    if (packages > remaining) return this.load(cartridge, packages - remaining);
    const why = `the ledger had ${remaining} remaining, and the cartridge was filled up to ${packages}`;
    if (packages < remaining) this.#ledger.missing(this.#board, cartridge, remaining - packages, why);
  }
}

/** What a board's status says of its highest order. */
export function evidenceOf({ order, orderPhase, orderMode }: BlockValues<'status'>, waited_us: number): BoardEvidence {
  const phase = nameOfCode('phases', orderPhase & 0xff) ?? null;
  return { is: 'order', highest: order, phase, mode: nameOfCode('modes', orderMode & 0xff) ?? null, waited_us };
}
