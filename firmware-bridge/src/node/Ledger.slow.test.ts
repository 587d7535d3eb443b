import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import Database from 'libsql';
import { afterAll, describe, expect, it } from 'vitest';
import { Ledger, LedgerRefusal } from './Ledger.js';
import { settleOrders } from './settleOrders.js';

const folder = mkdtempSync(join(tmpdir(), 'dosetwin-ledger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newPath = () => join(folder, `${++files}.db`);
const vend = (order: number, cartridge = 7) => ({ board: 'a', order, cartridge, kind: 'vend' }) as const;

describe('the ledger', () => {
  it('is kept in a WAL with synchronous FULL', () => {
    const ledger = new Ledger(newPath());
    expect(ledger.durability).toEqual({ journal: 'wal', synchronous: 2 });
    ledger.close();
  });

  it('[W12] takes orders with rising ids alone, for each board its own', () => {
    const ledger = new Ledger(newPath());
    expect(ledger.nextOrder('a', 0)).toBe(1);
    expect(ledger.nextOrder('a', 41)).toBe(42);
    ledger.order(vend(42));
    expect(ledger.nextOrder('a', 7)).toBe(43);
    expect(() => ledger.order(vend(42))).toThrow(LedgerRefusal);
    expect(() => ledger.order(vend(41))).toThrow(/ids rise, and the highest is 42/);
    ledger.order({ ...vend(1), board: 'b' });
    expect(ledger.boards()).toEqual(['a', 'b']);
    ledger.close();
  });

  it('holds a result once, and for good', () => {
    const ledger = new Ledger(newPath());
    ledger.order(vend(1));
    expect(ledger.evidence('a', 1)).toEqual({ is: 'order' });
    expect(ledger.evidence('a', 2)).toEqual({ is: 'nothing' });
    ledger.result('a', 1, 'unknown', 'it jammed (hung-up)');
    ledger.result('a', 1, 'unknown', 'again');
    expect(() => ledger.result('a', 1, 'dispensed', '')).toThrow(/has ended as unknown; it cannot end as dispensed/);
    expect(() => ledger.result('a', 2, 'dispensed', '')).toThrow(/never asked for/);
    expect(ledger.evidence('a', 1)).toEqual({ is: 'result', result: 'unknown' });
    expect(ledger.openOrders('a')).toEqual([]);
    ledger.close();
  });

  it('[H7] balances, shows each unknown with its evidence, and takes a count of two people', () => {
    let now_ms = 1_000;
    const ledger = new Ledger(newPath(), () => now_ms++);
    ledger.load('a', 7, 10, 'p.1');
    const end = (order: number, result: 'dispensed' | 'recovered' | 'refused' | 'unknown', why: string) => {
      ledger.order(vend(order));
      ledger.result('a', order, result, why);
    };
    end(1, 'dispensed', 'the board saw the drop');
    end(2, 'unknown', 'it jammed (hung-up)');
    end(3, 'recovered', 'taken out');
    end(4, 'refused', 'nothing moved');
    ledger.surplus('a', 7, 'a package more than was asked for');
    expect(ledger.balance('a').get(7)).toEqual({ loaded: 10, dispensed: 1, rejected: 1, remaining: 6, unknown: 2 });
    expect(ledger.unknowns('a').map(({ order, why }) => [order, why])).toEqual([
      [2, 'it jammed (hung-up)'],
      [0, 'a package more than was asked for'],
    ]);
    const count = { board: 'a', cartridge: 7, found: 6, rejected: 2, first: 'p.1', second: 'p.2' };
    expect(() => ledger.count({ ...count, second: 'p.1' })).toThrow(/two different people/);
    ledger.order(vend(5));
    expect(() => ledger.count(count)).toThrow(/order 5 of cartridge 7 has not ended/);
    ledger.result('a', 5, 'refused', '');
    ledger.count(count);
    expect(ledger.balance('a').get(7)).toEqual({ loaded: 10, dispensed: 2, rejected: 2, remaining: 6, unknown: 0 });
    expect(ledger.unknowns('a')).toEqual([]);
    ledger.close();
  });

  it('[H7] loaded = dispensed + rejected + remaining + unknown after whatever was written', () => {
    const result = fc.constantFrom('dispensed', 'recovered', 'refused', 'unknown');
    const step = fc.oneof(
      fc.record({ is: fc.constant('vend'), cartridge: fc.integer({ min: 1, max: 2 }), result }),
      fc.record({ is: fc.constant('load'), cartridge: fc.integer({ min: 1, max: 2 }), packages: fc.nat(4) }),
      fc.record({ is: fc.constant('count'), cartridge: fc.integer({ min: 1, max: 2 }), found: fc.nat(6), rejected: fc.nat(3) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        const ledger = new Ledger(newPath());
        for (const one of steps) {
          const { cartridge } = one;
          if ('result' in one) {
            const order = ledger.nextOrder('a', 0);
            ledger.order(vend(order, cartridge));
            ledger.result('a', order, one.result, '');
          } else if ('packages' in one) ledger.load('a', cartridge, one.packages, 'p.1');
          else ledger.count({ board: 'a', cartridge, found: one.found, rejected: one.rejected, first: 'p.1', second: 'p.2' });
          for (const { loaded, dispensed, rejected, remaining, unknown } of ledger.balance('a').values()) {
            expect(dispensed + rejected + remaining + unknown).toBe(loaded);
            expect(Math.min(dispensed, rejected, remaining, unknown)).toBeGreaterThanOrEqual(0);
          }
        }
        ledger.close();
      }),
      { numRuns: 15 },
    );
  });

  it('settles what was open when the host comes back, by the table, and leaves open what is', () => {
    const ledger = new Ledger(newPath());
    ledger.load('a', 7, 5, 'p.1');
    ledger.order(vend(1));
    ledger.order(vend(2));
    ledger.order(vend(3));
    expect(settleOrders(ledger, 'a', { is: 'no-answer' }).map(({ verdict }) => verdict.is)).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ]);
    expect(ledger.openOrders('a')).toHaveLength(3);
    const moving = { is: 'order', highest: 2, phase: 'moving', mode: null, waited_us: 0 } as const;
    expect(settleOrders(ledger, 'a', moving).map(({ order, verdict }) => [order, verdict.is])).toEqual([
      [1, 'unknown'],
      [2, 'open'],
      [3, 'open'],
    ]);
    expect(ledger.openOrders('a').map(({ order }) => order)).toEqual([2, 3]);
    settleOrders(ledger, 'a', { ...moving, waited_us: 5_000_000 });
    expect(ledger.openOrders('a').map(({ order }) => order)).toEqual([2]);
    settleOrders(ledger, 'a', { ...moving, phase: 'dropped' });
    expect(ledger.balance('a').get(7)).toEqual({ loaded: 5, dispensed: 1, rejected: 0, remaining: 3, unknown: 1 });
    ledger.close();
  });

  it('refuses a file of another version', () => {
    const path = newPath();
    new Ledger(path).close();
    const database = new Database(path);
    database.exec('PRAGMA user_version = 2');
    database.close();
    expect(() => new Ledger(path)).toThrow(/a ledger of version 2; this is version 1/);
  });

  it('what it has told is written, whenever its process is killed', async () => {
    const path = newPath();
    for (let life = 0; life < 4; life++) {
      const told = await tellUntilKilled(path, 20 + 17 * life);
      const ledger = new Ledger(path);
      expect(told.length).toBeGreaterThanOrEqual(20);
      for (const line of told) {
        const [what, order] = line.split(' ');
        const { is } = ledger.evidence('a', Number(order));
        expect(is === 'result' || (is === 'order' && what === 'order'), line).toBe(true);
      }
      ledger.close();
    }
  });
});

/** Lines of a writer that was killed once it had told this many. */
async function tellUntilKilled(path: string, lines: number): Promise<string[]> {
  const writer = fileURLToPath(new URL('test/ledgerWriter.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', writer, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  for await (const piece of child.stdout) {
    text += String(piece);
    if (text.split('\n').length > lines) child.kill('SIGKILL');
  }
  return text.split('\n').slice(0, -1);
}
