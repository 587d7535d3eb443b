import { createConnection } from 'node:net';
import { SerialPort } from 'serialport';
import type { BoardLine, HeardBytes } from '../conform/BoardLine.js';
import type { Framing } from '../wire/ReplyReader.js';
import { monotonic_us } from './RealTimeWire.js';

/** What a line is made of. */
interface Channel {
  readonly framing: Framing;
  write(bytes: Uint8Array): void;
  close(): Promise<void>;
}

/** The line has gone while it was used. */
export class LineGone extends Error {}

/** A host that does not answer at all is given up after this. Assumption: it is near. */
const CONNECT_ms = 5_000;
const SETTINGS = { baudRate: 115_200, dataBits: 8, parity: 'none', stopBits: 1 } as const;

/** A real way to a board: a serial port, a pseudo-terminal, or Modbus TCP. */
export class RealLine implements BoardLine {
  readonly isExact = false;
  readonly restart?: () => Promise<void>;
  readonly #channel: Channel;
  #heard: HeardBytes[] = [];
  #wake: () => void = () => {};
  #gone: LineGone | null = null;

  private constructor(channel: Channel, restart?: () => Promise<void>) {
    this.#channel = channel;
    if (restart !== undefined) this.restart = restart;
  }

  /** 115200 baud, 8N1. @throws what the port says */
  static async serial(path: string, restart?: () => Promise<void>): Promise<RealLine> {
    const port = new SerialPort({ path, ...SETTINGS, autoOpen: false });
    await new Promise<void>((resolve, reject) => port.open((error) => (error ? reject(error) : resolve())));
    const close = () => new Promise<void>((resolve) => (port.isOpen ? port.close(() => resolve()) : resolve()));
    const line = new RealLine({ framing: 'rtu', write: (bytes) => port.write(Buffer.from(bytes)), close }, restart);
    port.on('data', (bytes: Uint8Array) => line.#take(bytes));
    port.on('close', () => line.#leave('the port has gone'));
    port.on('error', (error: Error) => line.#leave(error.message));
    return line;
  }

  /** @throws what the network says */
  static async tcp(host: string, port: number): Promise<RealLine> {
    const socket = createConnection({ host, port, noDelay: true });
    await new Promise<void>((resolve, reject) => {
      socket.setTimeout(CONNECT_ms, () => reject(new Error(`no answer in ${CONNECT_ms / 1_000} s`)));
      socket.once('connect', resolve).once('error', reject);
    });
    socket.setTimeout(0);
    const line = new RealLine({
      framing: 'tcp',
      write: (bytes) => socket.write(bytes),
      close: () => new Promise((resolve) => (socket.closed ? resolve() : socket.once('close', () => resolve()).destroy())),
    });
    socket.on('data', (bytes: Uint8Array) => line.#take(bytes));
    socket.on('error', () => {});
    socket.on('close', () => line.#leave('the connection has ended'));
    return line;
  }

  get framing(): Framing {
    return this.#channel.framing;
  }

  now_us(): number {
    return monotonic_us();
  }

  /** @throws LineGone */
  send(bytes: Uint8Array): void {
    if (this.#gone !== null) throw this.#gone;
    this.#channel.write(bytes);
  }

  async pause(us: number): Promise<void> {
    const end_us = this.now_us() + us;
    // Timers keep a millisecond, and may end a little early.
    for (let left_us = us; left_us > 0; left_us = end_us - this.now_us()) await sleep(left_us);
  }

  async listen(us: number): Promise<void> {
    if (this.#gone !== null) throw this.#gone;
    if (this.#heard.length > 0) return;
    await Promise.race([sleep(us), new Promise<void>((resolve) => (this.#wake = resolve))]);
  }

  take(): readonly HeardBytes[] {
    return this.#heard.splice(0);
  }

  close(): Promise<void> {
    this.#gone = new LineGone('the line was closed');
    return this.#channel.close();
  }

  #take(bytes: Uint8Array): void {
    this.#heard.push({ t_us: this.now_us(), bytes: Uint8Array.from(bytes) });
    this.#wake();
  }

  #leave(says: string): void {
    this.#gone ??= new LineGone(says);
    this.#wake();
  }
}

function sleep(us: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.ceil(us / 1_000)));
}
