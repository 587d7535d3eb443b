/** A line of the ledger. `says` holds what its kind needs. */
export interface LedgerEntry {
  readonly board: string;
  readonly at_ms: number;
  readonly kind: 'order' | 'result' | 'surplus' | 'load' | 'count';
  readonly cartridge: number;
  /** 0 where there is none. */
  readonly order: number;
  readonly says: Readonly<Record<string, string | number>>;
}

/** One cartridge: loaded = dispensed + rejected + remaining + unknown, always (SPEC H7). */
export interface Balance {
  readonly loaded: number;
  readonly dispensed: number;
  readonly rejected: number;
  readonly remaining: number;
  readonly unknown: number;
}

export const NOTHING_LOADED: Balance = { loaded: 0, dispensed: 0, rejected: 0, remaining: 0, unknown: 0 };

/** What becomes of a balance by one entry, as the twin's counts have it. */
export function foldBalance(before: Balance, { kind, says }: LedgerEntry): Balance {
  switch (kind) {
    case 'order':
      return before;
    case 'load': {
      const packages = says.packages as number;
      return { ...before, loaded: before.loaded + packages, remaining: before.remaining + packages };
    }
    case 'surplus':
      return moved(before, 'unknown');
    case 'result':
      if (says.result === 'dispensed') return moved(before, 'dispensed');
      if (says.result === 'recovered') return moved(before, 'rejected');
      return says.result === 'unknown' ? moved(before, 'unknown') : before;
    case 'count': {
      const { found, rejected } = says as { readonly found: number; readonly rejected: number };
      const loaded = Math.max(before.loaded, rejected + found);
      return { loaded, dispensed: loaded - rejected - found, rejected, remaining: found, unknown: 0 };
    }
  }
}

/** Where nothing remains, what was seen was an unknown package, and unknown it stays until the count. */
function moved(before: Balance, to: 'dispensed' | 'rejected' | 'unknown'): Balance {
  if (before.remaining === 0) return before;
  return { ...before, remaining: before.remaining - 1, [to]: before[to] + 1 };
}
