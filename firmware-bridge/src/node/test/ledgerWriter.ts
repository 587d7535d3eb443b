/** Writes orders and results into the ledger named by its argument, as fast as it goes, and tells each once it is written. */

import { writeSync } from 'node:fs';
import { Ledger } from '../Ledger.js';

const [path = ''] = process.argv.slice(2);
const ledger = new Ledger(path);
for (;;) {
  const order = ledger.nextOrder('a', 0);
  ledger.order({ board: 'a', order, cartridge: 1, kind: 'vend' });
  writeSync(1, `order ${order}\n`);
  ledger.result('a', order, 'dispensed', 'the board saw the drop');
  writeSync(1, `result ${order}\n`);
}
