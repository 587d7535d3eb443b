import {
  CLOSE_FOR_GOOD,
  type FromLive,
  fromLive,
  LIVE_PROTOCOL,
  type LiveEntry,
  type LiveErrorName,
  type LiveState,
  readMessage,
  type ToLive,
} from './liveProtocol.js';

export type LiveHello = Extract<FromLive, { type: 'hello' }>;

/** One wire to the server, once it is being opened. */
export interface Wire {
  send(text: string): void;
  close(): void;
}

/** Opens a wire and says what comes of it; `closed` comes once, whatever happened. */
export type OpenWire = (on: {
  opened(): void;
  message(text: string): void;
  /** RFC 6455's code. */
  closed(code: number): void;
}) => Wire;

/** What comes of a request. `lost`: the connection went before the answer, and nobody knows; it is not sent again. */
export type LiveAnswer = { readonly is: 'done' } | { readonly is: 'refused'; readonly says: string } | { readonly is: 'lost' };

export interface LiveListener {
  /** Joined. `isBack`: what was received before stands, and goes on; otherwise the run begins anew. */
  joined(hello: LiveHello, isBack: boolean): void;
  entries(entries: readonly LiveEntry[]): void;
  state(state: LiveState): void;
  /** The connection went; it is being opened again. */
  lost(): void;
  /** The server refused for good. */
  ended(name: LiveErrorName, says: string): void;
}

type Request = { readonly type: 'act' | 'control' | 'arm' | 'disarm' | 'answer' } & Exclude<ToLive, { type: 'join' }>;
/** A request as the page makes it; the connection numbers it. */
export type LiveRequest = Request extends infer one ? (one extends Request ? Omit<one, 'id'> : never) : never;

export interface ConnectionTimes {
  /** Between tries, the last again and again. */
  readonly againMs: readonly number[];
  /** With nothing heard for so long, the wire counts as dead: twice the server's pulse and some. */
  readonly silentMs: number;
  /** The same, before the server has said its first word. */
  readonly joinMs: number;
}

const TIMES: ConnectionTimes = { againMs: [250, 500, 1_000, 2_000, 5_000], silentMs: 40_000, joinMs: 6_000 };

/**
 * A viewer's side of a live run: joins, comes back by itself with the place up to which it has the run, and hands on each
 * entry once and in order, however often the wire breaks.
 */
export class LiveConnection {
  readonly #openWire: OpenWire;
  readonly #token: string | undefined;
  readonly #listener: LiveListener;
  readonly #times: ConnectionTimes;
  readonly #waiting = new Map<number, (answer: LiveAnswer) => void>();
  #wire: Wire | null = null;
  #hello: LiveHello | null = null;
  /** Entries handed on so far, of the run and stream in `#hello`. */
  #count = 0;
  #isJoined = false;
  #isOver = false;
  #tries = 0;
  #lastId = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(openWire: OpenWire, token: string | undefined, listener: LiveListener, times: ConnectionTimes = TIMES) {
    this.#openWire = openWire;
    this.#token = token;
    this.#listener = listener;
    this.#times = times;
    this.#open();
  }

  /** Asks for something; without a connection it is refused at once. */
  ask(request: LiveRequest): Promise<LiveAnswer> {
    const wire = this.#wire;
    if (wire === null || !this.#isJoined) return Promise.resolve({ is: 'lost' });
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      wire.send(JSON.stringify({ ...request, id }));
    });
  }

  /** Leaves for good. */
  leave(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    const wire = this.#wire;
    this.#wire = null;
    this.#answerAll({ is: 'lost' });
    wire?.close();
  }

  #open(): void {
    // A wire that was given up may still speak: only the present one is heard.
    let mine: Wire | null = null;
    const isMine = () => mine !== null && mine === this.#wire;
    mine = this.#openWire({
      opened: () => isMine() && this.#sendJoin(),
      message: (text) => {
        if (isMine()) this.#take(text);
      },
      closed: (code) => isMine() && this.#closed(code),
    });
    this.#wire = mine;
    this.#watch();
  }

  #sendJoin(): void {
    const hello = this.#hello;
    const back = hello === null ? undefined : { run: hello.run, stream: hello.stream, since: this.#count };
    const token = this.#token;
    const join: ToLive = {
      type: 'join',
      protocol: LIVE_PROTOCOL,
      ...(token === undefined ? {} : { token }),
      ...(back === undefined ? {} : { back }),
    };
    this.#wire?.send(JSON.stringify(join));
  }

  #take(text: string): void {
    this.#watch();
    const message = readMessage(fromLive, text);
    switch (message?.type) {
      case undefined:
        // Half understood would be misunderstood.
        return this.#end('other-protocol', 'The server says something that this page does not know. Load the page again.');
      case 'hello':
        return this.#takeHello(message);
      case 'entries':
        return this.#takeEntries(message.from, message.entries);
      case 'state':
        return this.#listener.state(message.state);
      case 'done':
        return this.#answer(message.id, { is: 'done' });
      case 'error':
        if (message.id !== undefined) return this.#answer(message.id, { is: 'refused', says: message.says });
        return this.#end(message.name, message.says);
    }
  }

  #takeHello(hello: LiveHello): void {
    const before = this.#hello;
    const isBack = before?.run === hello.run && before.stream === hello.stream && hello.from === this.#count;
    this.#hello = hello;
    this.#count = hello.from;
    this.#isJoined = true;
    this.#tries = 0;
    this.#watch();
    this.#listener.joined(hello, isBack);
    this.#listener.state(hello.state);
  }

  /** What came already is not handed on again; where some are missing, the wire is opened again from the last that came. */
  #takeEntries(from: number, entries: readonly LiveEntry[]): void {
    if (from > this.#count) return this.#again();
    const fresh = entries.slice(this.#count - from);
    this.#count += fresh.length;
    if (fresh.length > 0) this.#listener.entries(fresh);
  }

  #closed(code: number): void {
    const name = FOR_GOOD.get(code);
    if (name === undefined) this.#again();
    else this.#end(name, name === 'closing' ? 'whoever started it has ended it.' : name);
  }

  #again(): void {
    const wire = this.#wire;
    this.#wire = null;
    wire?.close();
    if (this.#isJoined) this.#listener.lost();
    this.#isJoined = false;
    this.#answerAll({ is: 'lost' });
    const { againMs } = this.#times;
    const wait_ms = againMs[Math.min(this.#tries, againMs.length - 1)] ?? 0;
    this.#tries += 1;
    clearTimeout(this.#timer);
    if (!this.#isOver) this.#timer = setTimeout(() => this.#open(), wait_ms);
  }

  #end(name: LiveErrorName, says: string): void {
    if (this.#isOver) return;
    this.leave();
    this.#listener.ended(name, says);
  }

  /** Something was heard. */
  #watch(): void {
    clearTimeout(this.#timer);
    const { silentMs, joinMs } = this.#times;
    if (!this.#isOver) this.#timer = setTimeout(() => this.#again(), this.#isJoined ? silentMs : joinMs);
  }

  #answer(id: number, answer: LiveAnswer): void {
    this.#waiting.get(id)?.(answer);
    this.#waiting.delete(id);
  }

  #answerAll(answer: LiveAnswer): void {
    for (const id of [...this.#waiting.keys()]) this.#answer(id, answer);
  }
}

/** After these there is no use in coming back; 1001 is a server that ends in good order. */
const FOR_GOOD: ReadonlyMap<number, LiveErrorName> = new Map([
  [1001, 'closing'],
  [CLOSE_FOR_GOOD.badMessage, 'bad-message'],
  [CLOSE_FOR_GOOD.noSuchLink, 'no-such-link'],
  [CLOSE_FOR_GOOD.otherProtocol, 'other-protocol'],
  [CLOSE_FOR_GOOD.tooFast, 'too-fast'],
]);
