/**
 * The emulated board in a process of its own, in real time: prints its ports as one line of JSON, then does what acts it is told on its
 * third port, a line each, answered by `ok` or by what was wrong.
 */

import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { parseAct } from '../../serve/parseAct.js';
import { serveBoard } from '../serveBoard.js';

const [image] = process.argv.slice(2);
const served = await serveBoard({
  rtuTcpPort: 0,
  modbusTcpPort: 0,
  ...(image === undefined ? {} : { image: Uint8Array.from(Buffer.from(image, 'base64')) }),
  onFault: (error) => {
    throw error;
  },
});
const acts = createServer((socket) => {
  socket.on('error', () => {});
  createInterface({ input: socket }).on('line', (line) => {
    try {
      if (line === 'truth 3') return socket.write(`${JSON.stringify(served.board.truth(3))}\n`);
      served.paced.act(parseAct(line, served.board.cartridges));
      return socket.write('ok\n');
    } catch (error) {
      return socket.write(`${(error as Error).message}\n`);
    }
  });
});
acts.listen(0, '127.0.0.1', () => {
  const { port } = acts.address() as { port: number };
  console.log(JSON.stringify({ rtu: served.rtuTcpPort, modbus: served.modbusTcpPort, acts: port }));
});
