// The operator of a board in boardProcess.ts: does at it what each prompt asks, and says so.

import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';

const socket = createConnection({ port: Number(process.argv[2]), host: '127.0.0.1' });
const doing = [];
createInterface({ input: socket }).on('line', () => {
  const answer = doing.shift();
  if (answer) process.stdout.write(`${JSON.stringify(answer)}\n`);
});
createInterface({ input: process.stdin }).on('line', (line) => {
  const { number, act, wantsCount } = JSON.parse(line);
  // The board has all its cartridges full.
  if (act.name === 'fill') return process.stdout.write(`${JSON.stringify({ done: number })}\n`);
  doing.push({ done: number, ...(wantsCount ? { onCoil: 13, rejected: 1 } : {}) });
  socket.write(`${inWords(act)}\n`);
});

function inWords({ name, cartridge, packages, cause }) {
  if (name === 'fault') return `fault ${cause}@${cartridge}`;
  if (name === 'free') return `free ${cartridge}`;
  return name === 'load' ? `load ${cartridge} ${packages}` : name;
}
