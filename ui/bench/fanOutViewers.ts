import { once } from 'node:events';
import { WebSocket } from 'ws';

/** The kind of the last entries, by which a viewer knows that it has all. */
export const LAST = 'bench-last';
const TAIL_BYTES = 120;

const [url, token, viewers, history] = process.argv.slice(2);
// Imported for its word alone, it does nothing.
if (process.send !== undefined && url !== undefined) await view(url, token ?? '', Number(viewers), Number(history));

/** Joins as many viewers, the first of which stops reading; says `ready` once all have joined and `all` once all have all. */
async function view(base: string, token: string, count: number, since: number): Promise<void> {
  const stalled = new WebSocket(`${base}live?stalled`);
  const { run } = await join(stalled, { type: 'join', protocol: 1, token });
  stalled.pause();
  let missing = count - 1;
  const back = { run, stream: 'whole', since };
  for (let place = 1; place < count; place += 1) {
    const socket = new WebSocket(`${base}live`);
    await join(socket, { type: 'join', protocol: 1, token, back });
    socket.on('message', (data: Buffer) => {
      if (!data.subarray(-TAIL_BYTES).includes(LAST)) return;
      missing -= 1;
      if (missing === 0) process.send?.('all');
    });
  }
  process.send?.('ready');
}

async function join(socket: WebSocket, message: object): Promise<{ readonly run: string }> {
  const hello = once(socket, 'message');
  await once(socket, 'open');
  socket.send(JSON.stringify(message));
  const [data] = (await hello) as [Buffer];
  return JSON.parse(data.toString('utf8'));
}
