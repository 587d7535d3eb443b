import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordRun } from '@dosetwin/scenarios';
import { findScenario } from '@dosetwin/scenarios/node/library';
import type { Input } from '@dosetwin/twin';
import { WebSocket } from 'ws';
import { LiveConnection, type LiveHello, type OpenWire } from '../../web/src/live/LiveConnection.js';
import type { LiveEntry, LiveState } from '../../web/src/live/liveProtocol.js';
import { factsOf } from '../../web/src/worker/factsOf.js';
import { answeredHosts } from '../answeredHosts.js';
import { LiveRun, type LiveRunOptions } from '../live/LiveRun.js';
import { type LiveLimits, LiveServer } from '../live/LiveServer.js';
import { LiveTokens } from '../live/LiveTokens.js';
import { serveBench } from '../serve.js';

/** A library scenario, ready to be run and shown. */
export function libraryRun(written: string, inputs: readonly Input[] = []) {
  const read = scenarios.get(written) ?? readScenario(written);
  scenarios.set(written, read);
  return { recorded: recordRun(read.recordable, { inputs }), facts: read.facts };
}

const scenarios = new Map<string, ReturnType<typeof readScenario>>();

function readScenario(written: string) {
  const found = findScenario(written);
  if ('problems' in found) throw new Error(`${written} cannot be read`);
  const resolved = found.scenario.resolve(found.variant);
  if (resolved === null) throw new Error(`${written} has no such variant`);
  const { name, scenario } = found;
  return { recordable: { name, source: scenario.text, resolved }, facts: factsOf(name, scenario.variants, resolved) };
}

/** A live run of a scenario, served from this process with an empty page, and those who look at it. */
export async function liveBench(
  written: string,
  { run: runOptions = {}, limits = {}, watch = null, page = false }: LiveBenchOptions = {},
): Promise<LiveBench> {
  const { recorded, facts } = libraryRun(written);
  const run = new LiveRun(recorded, runOptions);
  const tokens = new LiveTokens(watch);
  const server = new LiveServer(run, { facts, tokens, answers: answeredHosts('127.0.0.1'), limits });
  const empty = mkdtempSync(join(tmpdir(), 'dosetwin-live-'));
  writeFileSync(join(empty, 'index.html'), '<html>\n<head>\n</head></html>');
  const bench = await serveBench({ port: 0, live: server, ...(page ? {} : { folder: empty }) });
  const viewers: Seen[] = [];
  return {
    run,
    server,
    tokens,
    url: bench.url,
    wireUrl: `${bench.url.replace('http', 'ws')}live`,
    view: (token) => {
      const seen = new Seen(`${bench.url.replace('http', 'ws')}live`, token);
      viewers.push(seen);
      return seen;
    },
    close: async () => {
      for (const one of viewers) one.connection.leave();
      run.stop();
      await bench.close();
      rmSync(empty, { recursive: true });
    },
  };
}

interface LiveBenchOptions {
  readonly run?: LiveRunOptions;
  readonly limits?: Partial<LiveLimits>;
  readonly watch?: string | null;
  /** With the real page, instead of an empty one. */
  readonly page?: boolean;
}

export interface LiveBench {
  readonly run: LiveRun;
  readonly server: LiveServer;
  readonly tokens: LiveTokens;
  readonly url: string;
  readonly wireUrl: string;
  view(token?: string): Seen;
  close(): Promise<void>;
}

/** A viewer with the page's own connection, over a real socket, and all that it saw. */
export class Seen {
  readonly entries: LiveEntry[] = [];
  readonly connection: LiveConnection;
  hello: LiveHello | null = null;
  state: LiveState | null = null;
  ended: string | null = null;
  joins = 0;
  backs = 0;
  losses = 0;
  /** The present socket. */
  socket: WebSocket | null = null;

  constructor(url: string, token?: string) {
    const openWire: OpenWire = (on) => {
      const socket = new WebSocket(url);
      this.socket = socket;
      socket.on('open', on.opened);
      socket.on('message', (data: Buffer) => on.message(data.toString('utf8')));
      socket.on('error', () => {});
      socket.on('close', on.closed);
      return { send: (text) => socket.send(text), close: () => socket.close() };
    };
    this.connection = new LiveConnection(
      openWire,
      token,
      {
        joined: (hello, isBack) => {
          this.hello = hello;
          this.joins += 1;
          if (isBack) this.backs += 1;
          else this.entries.length = 0;
        },
        entries: (entries) => void this.entries.push(...entries),
        state: (state) => {
          this.state = state;
        },
        lost: () => {
          this.losses += 1;
        },
        ended: (name) => {
          this.ended = name;
        },
      },
      { againMs: [5], silentMs: 5_000, joinMs: 5_000 },
    );
  }

  /** Has the whole run, to its end. */
  get isComplete(): boolean {
    return this.state?.finished === true && this.entries.length === this.state.count;
  }
}

/** Waits until something holds; a test's own time limit ends the wait. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
