import { Ledger } from '../../node/Ledger.js';

/** The real ledger, over memory that outlives the hosts of a case; nobody looks at its times. */
export function memoryLedger(): Ledger {
  return new Ledger(':memory:', () => 0);
}
