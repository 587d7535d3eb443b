import { type BoardEvidence, type Verdict, verdictOf } from '../wire/verdictOf.js';
import type { Ledger } from './Ledger.js';

/**
 * Holds each order without a result against what the board says, and writes down what may be concluded (PROTOCOL, from evidence to
 * verdict). Orders that are still open stay so; while a board does not answer nothing is concluded, since it may answer yet.
 */
export function settleOrders(
  ledger: Ledger,
  board: string,
  said: BoardEvidence,
): readonly { readonly order: number; readonly verdict: Verdict }[] {
  return ledger.openOrders(board).map(({ order }) => {
    const verdict = verdictOf(order, ledger.evidence(board, order), said);
    const isFinal = said.is !== 'no-answer' && verdict.is !== 'open' && verdict.is !== 'no-order';
    if (isFinal) ledger.result(board, order, verdict.is, verdict.why);
    return { order, verdict };
  });
}
