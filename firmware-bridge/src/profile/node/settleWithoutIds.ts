import type { Ledger } from '../../node/Ledger.js';
import type { Settled } from '../../node/settleBoard.js';

/** Concludes the orders that an earlier run left open at a board that cannot be asked about an order: each is unknown. */
export function settleWithoutIds(ledger: Ledger, board: string): readonly Settled[] {
  const why = 'the board has no order ids, and cannot be asked what came of it';
  return ledger.openOrders(board).map(({ order }) => {
    ledger.result(board, order, 'unknown', why);
    return { order, verdict: { is: 'unknown', why } };
  });
}
