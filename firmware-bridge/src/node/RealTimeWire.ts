import type { WireEnd } from '../wire/HostLink.js';

/** Why there is no wire. `failed`: for another reason, which `says` holds. */
export type WireProblem = 'busy' | 'absent' | 'forbidden' | 'unplugged' | 'failed';

/** How a wire stands; `says` is for people, and names what to do about it. */
export type WireStanding = { readonly is: 'open' | 'opening' | 'closed' } | { readonly is: WireProblem; readonly says: string };

/** An open way to a board. */
export interface Connection {
  write(bytes: Uint8Array): void;
  close(): Promise<void>;
}

/** What happens to a connection; after `gone` it is no longer used. */
export interface ConnectionEvents {
  opened(): void;
  received(bytes: Uint8Array): void;
  gone(problem: WireProblem, says: string): void;
}

export type Connect = (events: ConnectionEvents) => Connection;

export interface RealTimeWireOptions {
  readonly connect: Connect;
  readonly link: WireEnd;
  readonly onStanding?: (standing: WireStanding) => void;
  /** Called after bytes or time have moved the link on. */
  readonly onTurn?: (now_us: number) => void;
}

/** A wire that is not there is looked for again after this. Assumption: soon enough for a hand that has just plugged it in. */
const REOPEN_ms = 500;
const US_PER_MS = 1_000;

/** The machine's own clock in whole µs, which never falls. */
export function monotonic_us(): number {
  return Math.floor(performance.now() * US_PER_MS);
}

/** Drives a link in real time over a wire that may go and come back. */
export class RealTimeWire {
  readonly #options: RealTimeWireOptions;
  #connection: Connection | null = null;
  #standing: WireStanding = { is: 'closed' };
  #wake: NodeJS.Timeout | undefined;
  #reopen: NodeJS.Timeout | undefined;
  /** Which connection is meant: what an earlier one still says no longer counts. */
  #life = 0;

  constructor(options: RealTimeWireOptions) {
    this.#options = options;
  }

  get standing(): WireStanding {
    return this.#standing;
  }

  /** Opens the wire, and opens it again whenever it was lost, until `close`. */
  open(): void {
    if (this.#standing.is !== 'closed') return;
    this.#stand({ is: 'opening' });
    this.#connect();
  }

  async close(): Promise<void> {
    clearTimeout(this.#reopen);
    const connection = this.#leave();
    this.#stand({ is: 'closed' });
    await connection?.close();
  }

  /** To be called whenever the link was given something to do. */
  turn(): void {
    clearTimeout(this.#wake);
    const { link, onTurn } = this.#options;
    const now_us = monotonic_us();
    const bytes = link.advance(now_us);
    if (bytes !== null) this.#connection?.write(bytes);
    const { next_us } = link;
    if (next_us !== null) this.#wake = setTimeout(() => this.turn(), Math.max(0, Math.ceil((next_us - now_us) / US_PER_MS)));
    if (link.isBroken) this.#gone('failed', 'what came was no Modbus over TCP: look which framing the other side speaks');
    onTurn?.(now_us);
  }

  #connect(): void {
    this.#life += 1;
    const life = this.#life;
    const isCurrent = () => life === this.#life;
    this.#connection = this.#options.connect({
      opened: () => {
        if (!isCurrent()) return;
        this.#stand({ is: 'open' });
        this.#options.link.open(monotonic_us());
        this.turn();
      },
      received: (bytes) => {
        if (!isCurrent()) return;
        this.#options.link.receive(bytes, monotonic_us());
        this.turn();
      },
      gone: (problem, says) => {
        if (isCurrent()) this.#gone(problem, says);
      },
    });
  }

  #gone(problem: WireProblem, says: string): void {
    const connection = this.#leave();
    void connection?.close();
    this.#stand({ is: problem, says });
    this.#reopen = setTimeout(() => this.#connect(), REOPEN_ms);
  }

  #leave(): Connection | null {
    clearTimeout(this.#wake);
    this.#life += 1;
    const connection = this.#connection;
    this.#connection = null;
    if (this.#options.link.standing !== 'closed') this.#options.link.close(monotonic_us());
    return connection;
  }

  /** The same problem again is no news. */
  #stand(standing: WireStanding): void {
    const isNews = JSON.stringify(standing) !== JSON.stringify(this.#standing);
    this.#standing = standing;
    if (isNews) this.#options.onStanding?.(standing);
  }
}
