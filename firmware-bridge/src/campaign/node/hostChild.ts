/**
 * A host with a ledger of libsql: vends from cartridge after cartridge of the board behind a TCP port, and says what a person would be
 * shown. It ends by itself only if it shall not begin anything; else it is killed.
 *
 *     hostChild.ts LEDGER PORT (go-on | end)
 */

import { writeSync } from 'node:fs';
import { createConnection } from 'node:net';
import { Ledger } from '../../node/Ledger.js';
import { monotonic_us } from '../../node/RealTimeWire.js';
import { CampaignHost } from '../CampaignHost.js';
import { BOARD } from '../CaseLedger.js';

const MOST = 48;
const [path = '', port = '', mode = ''] = process.argv.slice(2);
const ledger = new Ledger(path);
const host = new CampaignHost({
  ledger: {
    nextOrder: (highest) => ledger.nextOrder(BOARD, highest),
    order: (order, cartridge) => ledger.order({ board: BOARD, order, cartridge, kind: 'vend' }),
    result: (order, result, why) => ledger.result(BOARD, order, result, why),
    openOrder: () => ledger.openOrders(BOARD)[0] ?? null,
  },
  // Nobody else vends here: ids are 1, 2, 3, and each has the cartridge of its number.
  wanted: () => {
    const next = ledger.nextOrder(BOARD, 0);
    return mode === 'end' || next > MOST ? null : next;
  },
  onShown: (order, result) => writeSync(1, `shown ${order} ${result}\n`),
  onStep: (step, order) => writeSync(1, `${step} ${order}\n`),
});

let timer: NodeJS.Timeout | undefined;
let grid_us = 0;
const socket = createConnection({ host: '127.0.0.1', port: Number(port), noDelay: true });
socket.on('connect', () => {
  host.start(monotonic_us());
  grid_us = monotonic_us();
  turn();
});
socket.on('data', (bytes: Uint8Array) => {
  host.link.receive(bytes, monotonic_us());
  turn();
});
// The board's port takes one at a time, and may not have noticed yet that the host before is dead.
socket.on('error', () => process.exit(2));
socket.on('close', () => process.exit(2));

function turn(): void {
  clearTimeout(timer);
  const now_us = monotonic_us();
  if (now_us >= grid_us) grid_us = now_us + host.sample(now_us);
  for (let bytes = host.link.advance(now_us); bytes !== null; bytes = host.link.advance(now_us)) socket.write(bytes);
  if (mode === 'end' && host.link.standing === 'connected' && ledger.openOrders(BOARD).length === 0) process.exit(0);
  const next_us = Math.min(grid_us, host.link.next_us ?? grid_us);
  timer = setTimeout(turn, Math.max(0, Math.ceil((next_us - now_us) / 1_000)));
}
