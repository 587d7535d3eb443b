import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { FromLive, LiveRight } from '../../web/src/live/liveProtocol.js';
import type { Audience } from './Audience.js';

/** One socket that has joined: what it may do, and how far it has been sent the run. */
export class Viewer {
  readonly rights: readonly LiveRight[];
  readonly audience: Audience;
  readonly #socket: WebSocket;
  readonly #wire: Duplex;
  readonly #mostBufferedBytes: number;
  /** The first entry that it was not sent yet. */
  #next: number;
  #isFull = false;
  #owesState = false;

  constructor(options: {
    readonly socket: WebSocket;
    /** Below the socket: it says when what was written has left this process. */
    readonly wire: Duplex;
    readonly rights: readonly LiveRight[];
    readonly audience: Audience;
    readonly from: number;
    readonly mostBufferedBytes: number;
  }) {
    this.#socket = options.socket;
    this.#wire = options.wire;
    this.rights = options.rights;
    this.audience = options.audience;
    this.#next = options.from;
    this.#mostBufferedBytes = options.mostBufferedBytes;
  }

  may(right: LiveRight): boolean {
    return this.rights.includes(right);
  }

  /** Written, and not yet taken by the system. */
  get bufferedBytes(): number {
    return this.#wire.writableLength;
  }

  tell(message: FromLive): void {
    this.#socket.send(JSON.stringify(message));
  }

  /**
   * Sends the entries that it has not got, as long as its buffer has room; the rest goes once that has emptied. So a viewer
   * that reads slowly, or not at all, costs a bounded buffer and nobody else any time.
   */
  pump(): void {
    const { entries } = this.audience;
    while (this.#next < entries.count) {
      if (!this.#hasRoom()) return;
      const { message, to } = entries.batch(this.#next);
      this.#socket.send(message, { binary: false });
      this.#next = to;
    }
    if (this.#owesState) this.pushState();
  }

  /** Sends how the run stands, after all entries up to then: now, or once there is room; of several that waited, the last. */
  pushState(): void {
    this.#owesState = this.#next < this.audience.entries.count || !this.#hasRoom();
    if (!this.#owesState) this.#socket.send(this.audience.stateMessage(), { binary: false });
  }

  #hasRoom(): boolean {
    if (this.#isFull) return false;
    if (this.#wire.writableLength <= this.#mostBufferedBytes) return true;
    this.#isFull = true;
    this.#wire.once('drain', () => {
      this.#isFull = false;
      this.pump();
    });
    return false;
  }
}
