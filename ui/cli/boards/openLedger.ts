import { existsSync } from 'node:fs';
import { Ledger, LedgerRefusal } from '@dosetwin/firmware-bridge/node';
import { Exit } from '../Exit.js';
import { Refusal } from '../Refusal.js';

/** Opens a ledger; one that must be there is not made. */
export function openLedger(path: string, { mustExist = false } = {}): Ledger {
  if (mustExist && !existsSync(path))
    throw new Refusal(Exit.badInput, `${path}: there is no such ledger; a run with a real board makes one.`);
  try {
    return new Ledger(path);
  } catch (error) {
    if (error instanceof LedgerRefusal) throw new Refusal(Exit.badInput, error.message);
    throw new Refusal(Exit.environment, `${path} cannot be opened as a ledger: ${(error as Error).message}.`);
  }
}
