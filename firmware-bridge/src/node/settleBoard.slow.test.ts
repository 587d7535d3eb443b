import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BlockValues } from '../wire/registerNames.js';
import { Ledger } from './Ledger.js';
import { type SettledBoard, settleBoard } from './settleBoard.js';

const US_PER_S = 1_000_000;
/** A board on its fourth order, dispensed; the ledger asked for a fifth. */
const STATUS = { order: 4, orderPhase: 4, orderMode: 0 } as BlockValues<'status'>;

function ledgerWithOpenOrder(): Ledger {
  const ledger = new Ledger(join(mkdtempSync(join(tmpdir(), 'dosetwin-')), 'ledger.sqlite'));
  ledger.load('paper', 7, 14, 'operator');
  ledger.order({ board: 'paper', order: 5, cartridge: 7, kind: 'vend' });
  return ledger;
}

/** Each look at its clock finds it ten seconds on; `saidFor_us` is what it says at the nth look. */
function boardThatSays(saidFor_us: (look: number) => number | null): SettledBoard {
  let looks = 0;
  return {
    name: 'paper',
    status: STATUS,
    now_us: () => looks * 10 * US_PER_S,
    get saidFor_us() {
      looks += 1;
      return saidFor_us(looks);
    },
  };
}

describe('orders that an earlier run left open', () => {
  it('are not concluded by what was read once before the cable was pulled', async () => {
    const ledger = ledgerWithOpenOrder();
    expect(
      await settleBoard(
        ledger,
        boardThatSays(() => null),
      ),
    ).toEqual([]);
    expect(
      await settleBoard(
        ledger,
        boardThatSays(() => 3 * US_PER_S),
      ),
    ).toEqual([]);
    expect(ledger.openOrders('paper').map(({ order }) => order)).toEqual([5]);
    ledger.close();
  });

  it('are concluded once the board was heard to say the same for long enough', async () => {
    const ledger = ledgerWithOpenOrder();
    const said = boardThatSays((look) => (look < 3 ? null : (look - 3) * 2 * US_PER_S));
    expect(await settleBoard(ledger, said)).toEqual([{ order: 5, verdict: expect.objectContaining({ is: 'refused' }) }]);
    expect(ledger.openOrders('paper')).toEqual([]);
    ledger.close();
  });
});
