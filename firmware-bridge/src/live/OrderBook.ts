import type { LedgerResult } from '../wire/verdictOf.js';

/** What a live machine needs of a ledger. Each call returns once what it says is durable. */
export interface OrderBook {
  /** Before its command is sent; ids are the board's. */
  order(order: number, cartridge: number, kind: 'vend' | 'recover'): void;
  /** Before it is shown. */
  result(order: number, result: LedgerResult, why: string): void;
  surplus(cartridge: number): void;
  load(cartridge: number, packages: number): void;
  /** So many were taken out by hand. */
  takenOut(cartridge: number, packages: number): void;
  /** It was filled up to this many packages. */
  fill(cartridge: number, packages: number): void;
}
