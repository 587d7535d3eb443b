// The operator of a board in boardProcess.ts: does at it what each prompt asks, and says so.

import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';

const socket = createConnection({ port: Number(process.argv[2]), host: '127.0.0.1' });
const doing = [];
createInterface({ input: socket }).on('line', () => {
  const answer = doing.shift();
  if (answer) process.stdout.write(`${JSON.stringify(answer)}\n`);
});
process.stdin.on('end', () => socket.end());
createInterface({ input: process.stdin }).on('line', (line) => {
  const { number, act, wantsCount } = JSON.parse(line);
  // The board has its cartridges full; what an earlier run left in cartridge 3 is taken out.
  if (act.name === 'fill') {
    doing.push(null, null, { done: number });
    return socket.write('open-door\nfree 3\nclose-door\n');
  }
  doing.push({ done: number, ...(wantsCount ? { onCoil: 13, rejected: 1 } : {}) });
  socket.write(`${inWords(act)}\n`);
});

function inWords({ name, cartridge, packages, cause }) {
  if (name === 'fault') return `fault ${cause}@${cartridge}`;
  if (name === 'free') return `free ${cartridge}`;
  return name === 'load' ? `load ${cartridge} ${packages}` : name;
}
