import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { BoardLedger } from './BoardLedger.js';
import { Ledger } from './Ledger.js';

const folder = mkdtempSync(join(tmpdir(), 'dosetwin-board-ledger-'));
const ledger = new Ledger(join(folder, 'ledger.sqlite'));
let boards = 0;
let board = '';
let pages = new BoardLedger(ledger, board);
beforeEach(() => {
  board = `board ${++boards}`;
  pages = new BoardLedger(ledger, board);
});
afterAll(() => {
  ledger.close();
  rmSync(folder, { recursive: true });
});

it('[H7] what is filled up is loaded, as much as was missing', () => {
  pages.load(7, 4);
  pages.fill(7, 10);
  expect(ledger.balance(board).get(7)).toEqual({ loaded: 10, dispensed: 0, rejected: 0, remaining: 10, unknown: 0 });
});

it('[H7] packages that are on paper and not in the cartridge are unknown until the count, and say why', () => {
  pages.load(7, 13);
  pages.fill(7, 10);
  expect(ledger.balance(board).get(7)).toEqual({ loaded: 13, dispensed: 0, rejected: 0, remaining: 10, unknown: 3 });
  const why = 'the ledger had 13 remaining, and the cartridge was filled up to 10';
  expect(ledger.unknowns(board).map((one) => one.why)).toEqual([why, why, why]);
});

it('[H7] what was taken out by hand is unknown until the count, and no more than there was', () => {
  pages.load(7, 4);
  pages.takenOut(7, 3);
  pages.takenOut(7, 3);
  expect(ledger.balance(board).get(7)).toEqual({ loaded: 4, dispensed: 0, rejected: 0, remaining: 0, unknown: 4 });
  expect(ledger.unknowns(board).map((one) => one.why)).toContain('3 were taken out by hand');
});

it('[H7] one person who writes their name twice signs no count', () => {
  pages.load(7, 1);
  const count = { board, cartridge: 7, found: 1, rejected: 0 };
  for (const second of ['a', 'A ', ' ']) {
    expect(() => ledger.count({ ...count, first: 'A', second })).toThrow('a count is signed by two different people');
  }
  expect(() => ledger.count({ ...count, first: 'A', second: 'B' })).not.toThrow();
});
