import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { Framing } from '../../wire/ReplyReader.js';
import { frameRtu, unframeRtu } from '../../wire/rtuFrame.js';
import { frameTcp, unframeTcp } from '../../wire/tcpFrame.js';
import { PaperBoard, type PaperBoardOptions } from '../../wire/test/PaperBoard.js';
import { monotonic_us } from '../RealTimeWire.js';

/** A board of paper in real time behind a TCP port, which speaks RTU frames, or Modbus over TCP as a gateway does. */
export class PaperBoardServer {
  readonly board: PaperBoard;
  readonly #framing: Framing;
  readonly #server: Server;
  #socket: Socket | null = null;
  #transaction = 0;
  #timer: NodeJS.Timeout | undefined;
  /** Whether it answers at all. */
  isDeaf = false;

  constructor(framing: Framing, options: PaperBoardOptions = {}) {
    this.board = new PaperBoard(options);
    this.#framing = framing;
    this.#server = createServer((socket) => this.#take(socket));
  }

  /** Answers its port. */
  async start(): Promise<number> {
    this.board.powerOn(monotonic_us());
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.hangUp();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  hangUp(): void {
    this.#socket?.destroy();
  }

  #take(socket: Socket): void {
    this.#socket = socket;
    socket.on('error', () => {});
    socket.on('data', (bytes: Uint8Array) => {
      if (this.isDeaf) return;
      this.#turn();
      this.board.receive(this.#framing === 'rtu' ? bytes : this.#unwrap(bytes), monotonic_us());
      this.#turn();
    });
  }

  /** The board does what is due at its own instants, however late the timer was. */
  #turn(): void {
    clearTimeout(this.#timer);
    const now_us = monotonic_us();
    for (let due_us = this.board.next_us; due_us !== null && due_us <= now_us; due_us = this.board.next_us) {
      const answer = this.board.advance(due_us);
      if (answer !== null) this.#socket?.write(this.#framing === 'rtu' ? answer.bytes : this.#wrap(answer.bytes));
    }
    const { next_us } = this.board;
    if (next_us !== null) this.#timer = setTimeout(() => this.#turn(), Math.max(0, (next_us - now_us) / 1_000));
  }

  #unwrap(bytes: Uint8Array): Uint8Array {
    const found = unframeTcp(bytes);
    if ('error' in found) throw new Error(found.error);
    this.#transaction = found.frame.transaction;
    return frameRtu(found.frame);
  }

  #wrap(bytes: Uint8Array): Uint8Array {
    const found = unframeRtu(bytes);
    if ('error' in found) throw new Error(found.error);
    return frameTcp({ ...found, transaction: this.#transaction });
  }
}
