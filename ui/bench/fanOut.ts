import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import type { TraceEntry } from '@dosetwin/twin';
import { WebSocketServer } from 'ws';
import type { Benchmark } from '../../tools/Benchmark.js';
import { answeredHosts } from '../server/answeredHosts.js';
import { LiveRun } from '../server/live/LiveRun.js';
import { LiveServer } from '../server/live/LiveServer.js';
import { LiveTokens } from '../server/live/LiveTokens.js';
import { serveBench } from '../server/serve.js';
import { libraryRun } from '../server/test/liveBench.js';
import { LAST } from './fanOutViewers.js';

const BATCHES = 50;
const ENTRIES_IN_BATCH = 20;
/** What the stalled viewer is sent before the clock starts: more than the system's own buffers hold. */
const HISTORY_ENTRIES = 150_000;

/**
 * From the first of 50 batches of entries (some 2 KB each) to the moment at which every viewer has the last, but for one that
 * reads nothing and whose buffers are full. The viewers are in a process of their own.
 */
export function fanOut(viewers: number): Benchmark {
  return {
    name: `a live run's entries to ${viewers} viewers, one of them stalled`,
    unit: 'ms',
    better: 'lower',
    async run() {
      const reference = await plainLoop(viewers);
      const value = await liveServer(viewers);
      return { value, reference, referenceName: 'a plain loop of ws.send, the same bytes to as many' };
    },
  };
}

function batch(number: number): TraceEntry[] {
  const kind = number === BATCHES - 1 ? LAST : 'cam';
  const payload = { cartridge: 19, closed: true };
  const entry = { t_us: number * 20_000, level: 0, source: 'harbour-house-1/mechanism', kind, payload } as const;
  return Array.from({ length: ENTRIES_IN_BATCH }, () => entry);
}

async function liveServer(viewers: number): Promise<number> {
  const { recorded, facts } = libraryRun('stuck-dose-no-key');
  const run = new LiveRun(recorded, { paused: true });
  const tokens = new LiveTokens();
  const limits = { viewers: viewers + 1, joinMs: 60_000, pulseMs: 600_000, stateMs: 600_000 };
  const server = new LiveServer(run, { facts, tokens, answers: answeredHosts('127.0.0.1'), limits });
  const folder = mkdtempSync(join(tmpdir(), 'dosetwin-bench-'));
  writeFileSync(join(folder, 'index.html'), '');
  const bench = await serveBench({ port: 0, folder, live: server });
  const entry = batch(0)[0] as TraceEntry;
  server.publish(Array.from({ length: HISTORY_ENTRIES }, () => entry));
  try {
    return await timeOf(bench.url.replace('http', 'ws'), tokens.act, viewers, {
      send: (number) => server.publish(batch(number)),
      isStalled: () => server.mostBufferedBytes > 200 * 1024,
    });
  } finally {
    await bench.close();
    rmSync(folder, { recursive: true });
  }
}

async function plainLoop(viewers: number): Promise<number> {
  const http = createServer();
  const server = new WebSocketServer({ server: http, perMessageDeflate: false });
  const history = Buffer.alloc(HISTORY_ENTRIES * 80, ' ');
  server.on('connection', (socket, { url }) => {
    socket.send(JSON.stringify({ type: 'hello', run: 'plain', from: 0 }));
    if (url?.endsWith('?stalled')) socket.send(history);
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  try {
    return await timeOf(`ws://127.0.0.1:${port}/`, '', viewers, {
      send: (number) => {
        const entries = batch(number).map(({ t_us, level, source, kind, payload }) => [t_us, level, source, kind, payload]);
        const from = HISTORY_ENTRIES + number * ENTRIES_IN_BATCH;
        const message = Buffer.from(JSON.stringify({ type: 'entries', from, entries }));
        for (const socket of server.clients) socket.send(message, { binary: false });
      },
      isStalled: () => [...server.clients].some((one) => one.bufferedAmount > 200 * 1024),
    });
  } finally {
    for (const socket of server.clients) socket.terminate();
    server.close();
    http.close();
  }
}

interface Fan {
  send(number: number): void;
  isStalled(): boolean;
}

async function timeOf(url: string, token: string, viewers: number, { send, isStalled }: Fan): Promise<number> {
  const path = fileURLToPath(new URL('fanOutViewers.ts', import.meta.url));
  const child = fork(path, [url, token, String(viewers), String(HISTORY_ENTRIES)], { execArgv: ['--import', 'tsx'] });
  try {
    await said(child, 'ready');
    if (!isStalled()) throw new Error('the viewer that should stall has taken everything');
    const all = said(child, 'all');
    const from_ms = performance.now();
    for (let number = 0; number < BATCHES; number += 1) {
      send(number);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await all;
    return performance.now() - from_ms;
  } finally {
    child.kill('SIGKILL');
  }
}

async function said(child: ChildProcess, word: string): Promise<void> {
  const [heard] = (await Promise.race([once(child, 'message'), once(child, 'exit').then(() => ['exit'])])) as [string];
  if (heard !== word) throw new Error(`the viewers said ${heard}, and not ${word}`);
}
