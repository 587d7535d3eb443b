// The operator of the board VM2 (firmware-bridge/src/profile/test/vm2_board.py): does at it what each prompt asks, in its own words,
// through its side channel, which whoever started it serves on a TCP port.

import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';

const socket = createConnection({ port: Number(process.argv[2]), host: '127.0.0.1' });
createInterface({ input: process.stdin }).on('line', (line) => {
  const { number, act, wantsCount } = JSON.parse(line);
  const words = inWords(act);
  if (words !== null) socket.write(`${words}\n`);
  process.stdout.write(`${JSON.stringify({ done: number, ...(wantsCount ? { onCoil: 13, rejected: 1 } : {}) })}\n`);
});
process.stdin.on('end', () => socket.end());

function inWords({ name, cartridge, cause }) {
  if (name === 'fault' && cause === 'hang-up') return `hang ${cartridge}`;
  if (name === 'open-door') return 'door open';
  if (name === 'close-door') return 'door close';
  if (name === 'take') return 'take';
  return name === 'free' ? `free ${cartridge}` : null;
}
