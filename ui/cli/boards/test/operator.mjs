// The operator of boards in boardProcess.ts: does at them what each prompt asks, and says so. Its words are the port for acts of the
// one board, or MACHINE=PORT for each.

import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';

const hands = new Map(process.argv.slice(2).map((word) => handsAt(word.split('='))));
process.stdin.on('end', () => {
  for (const { socket } of hands.values()) socket.end();
});
createInterface({ input: process.stdin }).on('line', (line) => {
  const { number, machine, act, wantsCount } = JSON.parse(line);
  const { socket, doing } = hands.get(machine) ?? hands.get('');
  // The board has its cartridges full; what an earlier run left in cartridge 3 is taken out.
  if (act.name === 'fill') {
    doing.push(null, null, { done: number });
    return socket.write('open-door\nfree 3\nclose-door\n');
  }
  doing.push({ done: number, ...(wantsCount ? { onCoil: 13, rejected: 1 } : {}) });
  socket.write(`${inWords(act)}\n`);
});

/** What is done at one board, and the answers that wait until its mechanism has done it. */
function handsAt(words) {
  const socket = createConnection({ port: Number(words.at(-1)), host: '127.0.0.1' });
  const doing = [];
  createInterface({ input: socket }).on('line', () => {
    const answer = doing.shift();
    if (answer) process.stdout.write(`${JSON.stringify(answer)}\n`);
  });
  return [words.length === 1 ? '' : words[0], { socket, doing }];
}

function inWords({ name, cartridge, packages, cause }) {
  if (name === 'fault') return `fault ${cause}@${cartridge}`;
  if (name === 'free') return `free ${cartridge}`;
  return name === 'load' || name === 'unload' ? `${name} ${cartridge} ${packages}` : name;
}
