import { areTwoPeople } from '@dosetwin/twin';
import Database from 'libsql';
import type { LedgerEvidence, LedgerResult } from '../wire/verdictOf.js';
import { type Balance, foldBalance, type LedgerEntry, NOTHING_LOADED } from './ledgerBalance.js';

/** An order as it is written down before its command is sent. */
export interface LedgerOrder {
  readonly board: string;
  /** Rises strictly for each board. */
  readonly order: number;
  readonly cartridge: number;
  readonly kind: 'vend' | 'recover';
}

/** A package whose whereabouts nobody saw, with what was known of it. */
export interface LedgerUnknown {
  readonly cartridge: number;
  /** 0: none; a surplus. */
  readonly order: number;
  readonly why: string;
  readonly at_ms: number;
}

export interface SignedCount {
  readonly board: string;
  readonly cartridge: number;
  /** Packages that two people found on the coil, and in the reject bin from this cartridge since it was first loaded. */
  readonly found: number;
  readonly rejected: number;
  readonly first: string;
  readonly second: string;
}

/** What was to be written does not go with what is written; nothing was changed. */
export class LedgerRefusal extends Error {}

/** The ledger of another version; raised only together with a way to read what the older one wrote. */
const VERSION = 1;
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS entries (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    board TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('order', 'result', 'surplus', 'load', 'count')),
    cartridge INTEGER NOT NULL,
    order_id INTEGER NOT NULL DEFAULT 0,
    says TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS one_order ON entries (board, order_id) WHERE kind = 'order';
  CREATE UNIQUE INDEX IF NOT EXISTS one_result ON entries (board, order_id) WHERE kind = 'result';
`;
const COLUMNS = 'board, at_ms, kind, cartridge, order_id AS "order", says';

/**
 * What the host of real boards must not forget: entries that are only ever added. Each is on the disk before the call returns (WAL,
 * synchronous FULL), so that an order is written before its command is sent, and its result before it is shown.
 */
export class Ledger {
  readonly #database: Database.Database;
  readonly #now_ms: () => number;

  /** @param path of the file; it is made if there is none */
  constructor(path: string, now_ms: () => number = Date.now) {
    this.#now_ms = now_ms;
    this.#database = new Database(path, { timeout: 5_000 });
    this.#database.exec('PRAGMA journal_mode = WAL');
    this.#database.exec('PRAGMA synchronous = FULL');
    const { user_version } = this.#database.prepare('PRAGMA user_version').get() as { user_version: number };
    if (user_version !== 0 && user_version !== VERSION)
      throw new LedgerRefusal(`${path} is a ledger of version ${user_version}; this is version ${VERSION}`);
    this.#database.exec(SCHEMA);
    this.#database.exec(`PRAGMA user_version = ${VERSION}`);
  }

  close(): void {
    this.#database.close();
  }

  /** How its file is kept, as SQLite says it: `wal`, and 2 for FULL. */
  get durability(): { readonly journal: string; readonly synchronous: number } {
    const { journal_mode } = this.#database.prepare('PRAGMA journal_mode').get() as { journal_mode: string };
    const { synchronous } = this.#database.prepare('PRAGMA synchronous').get() as { synchronous: number };
    return { journal: journal_mode, synchronous };
  }

  /** The id for the next order: above all of this ledger, and above the board's highest. */
  nextOrder(board: string, highestOnBoard: number): number {
    return Math.max(this.#highest(board), highestOnBoard) + 1;
  }

  /** To be called before its command is sent. @throws LedgerRefusal when its id is not above all others of the board */
  order({ board, order, cartridge, kind }: LedgerOrder): void {
    this.#write(() => {
      const highest = this.#highest(board);
      if (!Number.isSafeInteger(order) || order <= highest)
        throw new LedgerRefusal(`order ${order} of ${board}: ids rise, and the highest is ${highest}`);
      this.#add({ board, kind: 'order', cartridge, order, says: { kind } });
    });
  }

  /** To be called before it is shown. A result is final: the same one again is no news, another one is refused. */
  result(board: string, order: number, result: LedgerResult, why: string): void {
    this.#write(() => {
      const asked = this.#of(board, 'order', order);
      if (asked === undefined) throw new LedgerRefusal(`order ${order} of ${board} was never asked for`);
      const before = this.#of(board, 'result', order);
      if (before === undefined) this.#add({ board, kind: 'result', cartridge: asked.cartridge, order, says: { result, why } });
      else if (before.says.result !== result)
        throw new LedgerRefusal(`order ${order} of ${board} has ended as ${before.says.result}; it cannot end as ${result}`);
    });
  }

  /** A package more than was asked for. */
  surplus(board: string, cartridge: number, why: string): void {
    this.#write(() => this.#add({ board, kind: 'surplus', cartridge, order: 0, says: { why } }));
  }

  /** Packages that should be on the coil by what is written, and are not there: they are unknown until the count. */
  missing(board: string, cartridge: number, packages: number, why: string): void {
    mustBeCount(packages, 'packages');
    this.#write(() => {
      for (let each = 0; each < packages; each++) this.#add({ board, kind: 'surplus', cartridge, order: 0, says: { why } });
    });
  }

  /** Packages that were put in, on top of what is there. */
  load(board: string, cartridge: number, packages: number, by: string): void {
    mustBeCount(packages, 'packages');
    this.#write(() => this.#add({ board, kind: 'load', cartridge, order: 0, says: { packages, by } }));
  }

  /** Moves packages out of unknown. @throws LedgerRefusal for one person alone, and while an order is in flight */
  count({ board, cartridge, found, rejected, first, second }: SignedCount): void {
    mustBeCount(found, 'found');
    mustBeCount(rejected, 'rejected');
    if (!areTwoPeople(first, second)) throw new LedgerRefusal('a count is signed by two different people');
    this.#write(() => {
      const open = this.openOrders(board).find((order) => order.cartridge === cartridge);
      if (open !== undefined)
        throw new LedgerRefusal(`order ${open.order} of cartridge ${cartridge} has not ended: it is counted afterwards`);
      this.#add({ board, kind: 'count', cartridge, order: 0, says: { found, rejected, first, second } });
    });
  }

  /** What it holds of one order. */
  evidence(board: string, order: number): LedgerEvidence {
    const result = this.#of(board, 'result', order);
    if (result !== undefined) return { is: 'result', result: result.says.result as LedgerResult };
    return this.#of(board, 'order', order) !== undefined ? { is: 'order' } : { is: 'nothing' };
  }

  /** Orders without a result, the oldest first. */
  openOrders(board: string): LedgerOrder[] {
    const ended = new Set(this.#entries(board, 'result').map(({ order }) => order));
    return this.#entries(board, 'order')
      .filter(({ order }) => !ended.has(order))
      .map(({ order, cartridge, says }) => ({ board, order, cartridge, kind: says.kind as LedgerOrder['kind'] }));
  }

  /** The highest order that the board itself has told the end of, having moved; 0: none. */
  highestMoved(board: string): number {
    const moved = this.#entries(board, 'result').filter(({ says }) => says.result === 'dispensed' || says.result === 'recovered');
    return Math.max(0, ...moved.map(({ order }) => order));
  }

  boards(): string[] {
    const rows = this.#database.prepare('SELECT DISTINCT board FROM entries ORDER BY board').all() as { board: string }[];
    return rows.map(({ board }) => board);
  }

  /** Of each cartridge that is in the ledger, by its number: loaded = dispensed + rejected + remaining + unknown. */
  balance(board: string): ReadonlyMap<number, Balance> {
    const balances = new Map<number, Balance>();
    for (const entry of this.#entries(board))
      balances.set(entry.cartridge, foldBalance(balances.get(entry.cartridge) ?? NOTHING_LOADED, entry));
    return new Map([...balances].sort(([a], [b]) => a - b));
  }

  /** What has become unknown since each cartridge's last signed count, with its evidence, the oldest first. */
  unknowns(board: string): LedgerUnknown[] {
    let found: LedgerUnknown[] = [];
    for (const { kind, cartridge, order, at_ms, says } of this.#entries(board)) {
      if (kind === 'count') found = found.filter((one) => one.cartridge !== cartridge);
      if (kind === 'surplus' || (kind === 'result' && says.result === 'unknown'))
        found.push({ cartridge, order, why: says.why as string, at_ms });
    }
    return found;
  }

  #highest(board: string): number {
    const row = this.#database.prepare('SELECT max(order_id) AS highest FROM entries WHERE board = ?').get(board);
    return (row as { highest: number | null }).highest ?? 0;
  }

  #of(board: string, kind: 'order' | 'result', order: number): LedgerEntry | undefined {
    const rows = this.#database
      .prepare(`SELECT ${COLUMNS} FROM entries WHERE board = ? AND order_id = ? AND kind = '${kind}'`)
      .all(board, order) as LedgerRow[];
    return rows.map(entryOf)[0];
  }

  #entries(board: string, kind?: LedgerEntry['kind']): LedgerEntry[] {
    const rows = this.#database
      .prepare(`SELECT ${COLUMNS} FROM entries WHERE board = ? AND (? = '' OR kind = ?) ORDER BY number`)
      .all(board, kind ?? '', kind ?? '') as LedgerRow[];
    return rows.map(entryOf);
  }

  #add({ board, kind, cartridge, order, says }: Omit<LedgerEntry, 'at_ms'>): void {
    this.#database
      .prepare('INSERT INTO entries (board, at_ms, kind, cartridge, order_id, says) VALUES (?, ?, ?, ?, ?, ?)')
      .run(board, this.#now_ms(), kind, cartridge, order, JSON.stringify(says));
  }

  /** Looks and writes as one, whoever else has the file open. */
  #write(write: () => void): void {
    this.#database.transaction(write).immediate();
  }
}

type LedgerRow = Omit<LedgerEntry, 'says'> & { readonly says: string };

function entryOf(row: LedgerRow): LedgerEntry {
  return { ...row, says: JSON.parse(row.says) as LedgerEntry['says'] };
}

function mustBeCount(packages: number, what: string): void {
  if (!Number.isSafeInteger(packages) || packages < 0)
    throw new LedgerRefusal(`${what}: ${packages}; a whole number from 0 was expected`);
}
