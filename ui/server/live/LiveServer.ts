import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { TraceEntry } from '@dosetwin/twin';
import { type WebSocket, WebSocketServer } from 'ws';
import {
  CLOSE_FOR_GOOD,
  type FromLive,
  LARGEST_MESSAGE_BYTES,
  LIVE_PATH,
  LIVE_PROTOCOL,
  type LiveErrorName,
  readMessage,
  type ToLive,
  toLive,
} from '../../web/src/live/liveProtocol.js';
import type { BenchFacts } from '../../web/src/worker/BenchFacts.js';
import { verdictFacts } from '../../web/src/worker/verdictFacts.js';
import { type Answers, hostOfHeader } from '../answeredHosts.js';
import { Audience } from './Audience.js';
import { BoardFailed } from './LiveBoards.js';
import type { LiveRun } from './LiveRun.js';
import { type LiveTokens, newToken } from './LiveTokens.js';
import { MessageRate } from './MessageRate.js';
import { Viewer } from './Viewer.js';
import { watchedView } from './watchedView.js';

export interface LiveLimits {
  readonly viewers: number;
  /** What one viewer's buffer may hold before it is sent no more. */
  readonly mostBufferedBytes: number;
  /** How long a connection may say nothing before it joins. */
  readonly joinMs: number;
  /** Every so often each viewer is asked for a sign of life; without one until the next, it is let go. */
  readonly pulseMs: number;
  /** How often viewers are told how far the run is. */
  readonly stateMs: number;
  readonly burst: number;
  readonly perSecond: number;
}

const LIMITS: LiveLimits = {
  viewers: 1_000,
  mostBufferedBytes: 256 * 1024,
  joinMs: 5_000,
  pulseMs: 15_000,
  stateMs: 250,
  burst: 40,
  perSecond: 20,
};

export interface LiveServerOptions {
  readonly facts: BenchFacts;
  readonly tokens: LiveTokens;
  /** The names under which this server may be spoken to. */
  readonly answers: Answers;
  readonly limits?: Partial<LiveLimits>;
}

/** Shares a live run with any number of viewers. It answers the upgrades of an HTTP server that somebody else opens. */
export class LiveServer {
  readonly #run: LiveRun;
  readonly #tokens: LiveTokens;
  readonly #answers: Answers;
  readonly #limits: LiveLimits;
  readonly #id = newToken();
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE_BYTES, perMessageDeflate: false });
  readonly #viewers = new Set<Viewer>();
  readonly #whole: Audience;
  readonly #watched: Audience;
  readonly #timers: readonly NodeJS.Timeout[];
  #connections = 0;
  /** Somebody here let the motors move, and not whoever started the run. */
  #isArmedHere = false;
  /** Where the run stood when viewers were last told; those who come and go are told of with the next progress. */
  #shown_us = UNKNOWN_US;
  /** Who has given a sign of life since the last pulse. */
  #alive = new WeakSet<WebSocket>();

  constructor(run: LiveRun, { facts, tokens, answers, limits = {} }: LiveServerOptions) {
    this.#run = run;
    this.#tokens = tokens;
    this.#answers = answers;
    this.#limits = { ...LIMITS, ...limits };
    const header = { ...run.recorded.header };
    const stateNow = () => this.#stateNow();
    this.#whole = new Audience({ facts, header, view: null, stateNow });
    this.#watched = new Audience({ facts, header, view: watchedView(facts.people.map(({ id }) => id)), stateNow });
    this.#timers = [
      setInterval(() => this.#showProgress(), this.#limits.stateMs),
      setInterval(() => this.#pulse(), this.#limits.pulseMs),
    ];
    // The server keeps the process; they do not.
    for (const timer of this.#timers) timer.unref();
    run.listen({ entries: (entries) => this.publish(entries), changed: () => this.#changed() });
  }

  /** How many have joined. */
  get viewers(): number {
    return this.#viewers.size;
  }

  /** The fullest buffer of all viewers, bytes. */
  get mostBufferedBytes(): number {
    return Math.max(0, ...[...this.#viewers].map((one) => one.bufferedBytes));
  }

  /** Hands entries to everybody, each to its audience; the run's own come here by themselves. */
  publish(entries: readonly TraceEntry[]): void {
    this.#whole.add(entries);
    this.#watched.add(entries);
    for (const viewer of this.#viewers) viewer.pump();
  }

  /** Answers a request to open a socket: only for our path, from a page that we gave out, or from no page at all. */
  upgrade(request: IncomingMessage, wire: Duplex, head: Buffer): void {
    const refusal = this.#refusalOf(request);
    if (refusal !== null) {
      wire.on('error', () => {});
      wire.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    this.#connections += 1;
    wire.once('close', () => {
      this.#connections -= 1;
    });
    this.#sockets.handleUpgrade(request, wire, head, (socket) => this.#open(socket, wire));
  }

  /** Breaks every connection, as a network that fails does; viewers come back by themselves. */
  dropAll(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
  }

  /** Tells everybody that it ends, and ends. */
  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    for (const socket of this.#sockets.clients) end(socket, 1001, 'the run is shared no longer');
    await new Promise<void>((resolve) => this.#sockets.close(() => resolve()));
  }

  #refusalOf({ headers, url }: IncomingMessage): string | null {
    const host = headers.host ?? '';
    if (!this.#answers(hostOfHeader(host))) return '403 Forbidden';
    // A browser always says from which page a socket comes; it must be one of this very server.
    if (headers.origin !== undefined && !isPageOf(host, headers.origin)) return '403 Forbidden';
    if (url?.split('?', 1)[0] !== LIVE_PATH) return '404 Not Found';
    return this.#connections >= this.#limits.viewers ? '503 Service Unavailable' : null;
  }

  #open(socket: WebSocket, wire: Duplex): void {
    const rate = new MessageRate(this.#limits.burst, this.#limits.perSecond, performance.now());
    const joining = setTimeout(() => refuse(socket, 1008, 'join-first', 'nobody joined'), this.#limits.joinMs);
    let viewer: Viewer | null = null;
    this.#alive.add(socket);
    socket.on('pong', () => this.#alive.add(socket));
    // Too large, or no WebSocket any more: `ws` closes it with the code that says so.
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(joining);
      if (viewer !== null) this.#leave(viewer);
    });
    socket.on('message', (data: Buffer, isBinary) => {
      if (socket.readyState !== socket.OPEN) return;
      this.#alive.add(socket);
      if (!rate.take(performance.now())) return refuse(socket, CLOSE_FOR_GOOD.tooFast, 'too-fast', 'that was too much at once');
      const message = isBinary ? null : readMessage(toLive, data.toString('utf8'));
      if (message === null) return refuse(socket, CLOSE_FOR_GOOD.badMessage, 'bad-message', 'no message of this protocol');
      if (viewer !== null) return this.#take(viewer, message);
      if (message.type !== 'join') return refuse(socket, 1008, 'join-first', 'the first message must be join');
      clearTimeout(joining);
      viewer = this.#join(socket, wire, message);
    });
  }

  #join(socket: WebSocket, wire: Duplex, { protocol, token, back }: Extract<ToLive, { type: 'join' }>): Viewer | null {
    if (protocol !== LIVE_PROTOCOL) {
      refuse(socket, CLOSE_FOR_GOOD.otherProtocol, 'other-protocol', `protocol ${LIVE_PROTOCOL} is spoken here`);
      return null;
    }
    const rights = this.#tokens.rightsOf(token);
    if (rights.length === 0) {
      refuse(socket, CLOSE_FOR_GOOD.noSuchLink, 'no-such-link', 'this link opens nothing here');
      return null;
    }
    const audience = rights.includes('act') ? this.#whole : this.#watched;
    const { stream, entries, header, facts } = audience;
    const isBack = back?.run === this.#id && back.stream === stream && back.since <= entries.count;
    const from = isBack ? back.since : 0;
    const { mostBufferedBytes } = this.#limits;
    const viewer = new Viewer({ socket, wire, rights, audience, from, mostBufferedBytes });
    this.#viewers.add(viewer);
    const state = audience.state();
    viewer.tell({ type: 'hello', protocol, run: this.#id, rights: [...rights], stream, from, header, facts, state });
    viewer.pump();
    this.#shown_us = UNKNOWN_US;
    return viewer;
  }

  #leave(viewer: Viewer): void {
    this.#viewers.delete(viewer);
    // Motors that were armed here move only while somebody is here who may let them.
    if (this.#isArmedHere && ![...this.#viewers].some((one) => one.may('arm'))) this.#disarm();
    this.#shown_us = UNKNOWN_US;
  }

  #take(viewer: Viewer, message: ToLive): void {
    if (message.type === 'join') return refuseViewer(viewer, undefined, 'not-possible', 'this connection has joined already');
    const { id } = message;
    const needed = message.type === 'arm' ? 'arm' : 'act';
    if (!viewer.may(needed)) return refuseViewer(viewer, id, 'not-allowed', `this link does not allow to ${needed}`);
    const over = this.#run.end;
    if (over !== null) {
      const name = over.is === 'finished' ? 'finished' : over.is === 'failed' ? 'failed' : 'closing';
      return refuseViewer(viewer, id, name, 'the run is over');
    }
    const problem = this.#do(message);
    if (problem !== null) return refuseViewer(viewer, id, 'not-possible', problem);
    viewer.tell({ type: 'done', id });
  }

  /** What is wrong with it, in words, or `null`: it was done. */
  #do(message: Exclude<ToLive, { type: 'join' }>): string | null {
    switch (message.type) {
      case 'act':
        return this.#run.act(message.deed);
      case 'control':
        this.#run.control({ pause: message.pause, pace: message.pace });
        return null;
      case 'answer':
        return this.#run.answer(message.prompt, message.count ?? null);
      case 'arm':
        return this.#arm();
      case 'disarm':
        this.#disarm();
        return null;
    }
  }

  #arm(): string | null {
    if (this.#run.armed === true) return null;
    const refusal = this.#run.arm();
    this.#isArmedHere = refusal === null;
    return refusal;
  }

  #disarm(): void {
    this.#isArmedHere = false;
    this.#run.disarm();
  }

  #stateNow() {
    const run = this.#run;
    const { end, now_us, paused, pace, slips, armed, boards } = run;
    const { entries, digests, length_us } = run.recorded.run;
    return {
      now_us,
      paused,
      pace,
      finished: end?.is === 'finished',
      failed: end?.is === 'failed' ? failedWords(end.error) : null,
      slips,
      armed,
      boards: [...(boards?.seen ?? [])],
      prompts: (boards?.prompts ?? []).map(({ number, machine, says, wantsCount }) => ({ number, machine, says, wantsCount })),
      viewers: this.#viewers.size,
      digests,
      verdicts: end?.is === 'finished' ? verdictFacts(end.end.expectations, entries, length_us) : [],
    };
  }

  #changed(): void {
    this.#shown_us = this.#run.now_us;
    this.#whole.changed();
    this.#watched.changed();
    for (const viewer of this.#viewers) viewer.pushState();
  }

  #showProgress(): void {
    if (this.#run.now_us !== this.#shown_us) this.#changed();
  }

  #pulse(): void {
    for (const socket of this.#sockets.clients) {
      if (!this.#alive.has(socket)) socket.terminate();
      else socket.ping();
    }
    this.#alive = new WeakSet();
    // Viewers listen for signs of life too, and a run that is paused says nothing else.
    for (const viewer of this.#viewers) viewer.pushState();
  }
}

/** What a board's failure is may be read by all; another may hold what is of this machine alone. */
function failedWords(error: unknown): string {
  if (error instanceof BoardFailed) return `The run could not go on: ${error.message}.`;
  return 'The run could not go on; the terminal that started it says why.';
}

const CLOSING_MS = 500;
const UNKNOWN_US = -1;

/** The page's origin as a browser writes it, on the host that the socket asks for. */
function isPageOf(host: string, origin: string): boolean {
  const page = URL.canParse(origin) ? new URL(origin) : null;
  if (page === null || !/^https?:$/.test(page.protocol)) return false;
  const here = `${page.protocol}//${host}`;
  return URL.canParse(here) && new URL(here).host === page.host;
}

function refuse(socket: WebSocket, code: number, name: LiveErrorName, says: string): void {
  socket.send(JSON.stringify({ type: 'error', name, says } satisfies FromLive));
  end(socket, code, name);
}

/** Closes in good order; whoever does not answer is not waited for. */
function end(socket: WebSocket, code: number, says: string): void {
  socket.close(code, says);
  setTimeout(() => socket.terminate(), CLOSING_MS).unref();
}

function refuseViewer(viewer: Viewer, id: number | undefined, name: LiveErrorName, says: string): void {
  viewer.tell({ type: 'error', ...(id === undefined ? {} : { id }), name, says });
}
