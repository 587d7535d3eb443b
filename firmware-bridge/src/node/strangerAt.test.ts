import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { Ledger } from './Ledger.js';
import { strangerAt } from './strangerAt.js';

const folder = mkdtempSync(join(tmpdir(), 'dosetwin-stranger-'));
const ledger = new Ledger(join(folder, 'ledger.sqlite'));
afterAll(() => {
  ledger.close();
  rmSync(folder, { recursive: true });
});

const [here, there] = ['serial:/dev/ttyACM0', 'serial:/dev/ttyACM1'];
function ordered(board: string, order: number, result: 'dispensed' | 'refused' | null): void {
  ledger.order({ board, order, cartridge: 1, kind: 'vend' });
  if (result !== null) ledger.result(board, order, result, '');
}

it('a board that knows its orders is at home, and so is one at a port that has no page yet', () => {
  ordered(here, 40, 'dispensed');
  ordered(here, 41, 'refused');
  for (const highestOrder of [40, 41, 90]) expect(strangerAt(ledger, { name: here, highestOrder })).toBeNull();
  expect(strangerAt(ledger, { name: 'tcp:10.0.0.9:502', highestOrder: 0 })).toBeNull();
});

it('one that knows less than it is written to have given is another, whose it may be is named, and nothing is concluded', () => {
  ordered(there, 12, 'dispensed');
  ordered(here, 42, null);
  const says = strangerAt(ledger, { name: here, highestOrder: 12 });
  expect(says).toContain('knows no order above 12, and the ledger has order 40 given there: it is another board');
  expect(says).toContain(`it may be the one that was at ${there}`);
  expect(says).toContain('order 42 is left open');
  expect(strangerAt(ledger, { name: here, highestOrder: 11 })).not.toContain(there);
});
