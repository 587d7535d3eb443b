import { setTimeout as sleep } from 'node:timers/promises';
import { VERDICT_WAIT_us, type Verdict } from '../wire/verdictOf.js';
import { evidenceOf } from './BoardLedger.js';
import type { Ledger } from './Ledger.js';
import type { LiveBoard } from './LiveBoard.js';
import { settleOrders } from './settleOrders.js';

/** What is asked of a board meanwhile. */
export type SettledBoard = Pick<LiveBoard, 'name' | 'status' | 'saidFor_us' | 'now_us'>;

/** How an order that an earlier run left open has ended, as the ledger now holds it. */
export interface Settled {
  readonly order: number;
  readonly verdict: Verdict;
}

const LOOK_ms = 250;
/** A board that goes and comes meanwhile begins its wait anew; orders that are still open then stay so, in µs. */
const MOST_WAIT_us = 2 * VERDICT_WAIT_us;

/**
 * Concludes every order of this board that the ledger holds without a result, waiting for one that is still under way as long as
 * PROTOCOL.md says; what was concluded, the oldest first. Of a board that does not answer meanwhile nothing is concluded.
 */
export async function settleBoard(ledger: Ledger, board: SettledBoard): Promise<readonly Settled[]> {
  const from_us = board.now_us();
  const settled: Settled[] = [];
  for (;;) {
    const saidFor_us = board.saidFor_us;
    if (saidFor_us !== null) {
      const found = settleOrders(ledger, board.name, evidenceOf(board.status, saidFor_us));
      settled.push(...found.filter(({ verdict }) => verdict.is !== 'open'));
      if (found.every(({ verdict }) => verdict.is !== 'open')) return settled;
    }
    if (board.now_us() - from_us > MOST_WAIT_us) return settled;
    await sleep(LOOK_ms);
  }
}
