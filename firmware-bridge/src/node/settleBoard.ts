import { setTimeout as sleep } from 'node:timers/promises';
import { VERDICT_WAIT_us, type Verdict } from '../wire/verdictOf.js';
import { evidenceOf } from './BoardLedger.js';
import type { Ledger } from './Ledger.js';
import type { LiveBoard } from './LiveBoard.js';
import { settleOrders } from './settleOrders.js';

/** How an order that an earlier run left open has ended, as the ledger now holds it. */
export interface Settled {
  readonly order: number;
  readonly verdict: Verdict;
}

const LOOK_ms = 250;

/**
 * Concludes every order of this board that the ledger holds without a result, waiting for one that is still under way as long as
 * PROTOCOL.md says; what was concluded, the oldest first.
 */
export async function settleBoard(ledger: Ledger, board: LiveBoard): Promise<readonly Settled[]> {
  const from_us = board.now_us();
  const settled: Settled[] = [];
  for (;;) {
    const waited_us = board.now_us() - from_us;
    const found = settleOrders(ledger, board.name, evidenceOf(board.status, waited_us));
    settled.push(...found.filter(({ verdict }) => verdict.is !== 'open'));
    if (found.every(({ verdict }) => verdict.is !== 'open') || waited_us > VERDICT_WAIT_us) return settled;
    await sleep(LOOK_ms);
  }
}
