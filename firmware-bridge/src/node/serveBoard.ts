import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { BenchBoard, type BenchBoardOptions } from '../serve/BenchBoard.js';
import { type GatewayCounters, RtuGateway } from '../serve/RtuGateway.js';
import { unframeTcp } from '../wire/tcpFrame.js';
import { type BoardDrift, PacedBoard } from './PacedBoard.js';

export interface ServeBoardOptions extends Omit<BenchBoardOptions, 'onByte'> {
  /** Raw bytes of the wire, for one listener at a time; 0 takes any free port. */
  readonly rtuTcpPort?: number;
  /** Modbus TCP, for any number of clients. */
  readonly modbusTcpPort?: number;
  /** The emulated board came to a fault of its own. */
  readonly onFault: (error: unknown) => void;
}

export interface ServedBoard {
  readonly board: BenchBoard;
  readonly paced: PacedBoard;
  readonly rtuTcpPort: number | null;
  readonly modbusTcpPort: number | null;
  readonly drift: BoardDrift;
  readonly counters: GatewayCounters;
  close(): Promise<void>;
}

/** Nobody beyond this machine reaches the board. */
const HOST = '127.0.0.1';
/** A controller hears nothing so long after its start (SPEC V1, `startMs`): nobody is let in before. */
const STARTED_us = 100_000;
const LOOK_MS = 5;
/** Requests of one client that may wait; more end its connection. */
const MOST_WAITING = 64;

/** The emulated board, in real time, on ports of this machine. @throws what the ports say, such as EADDRINUSE */
export async function serveBoard(options: ServeBoardOptions): Promise<ServedBoard> {
  const { rtuTcpPort, modbusTcpPort, onFault, ...bench } = options;
  const gateway = new RtuGateway();
  const sockets = new Set<Socket>();
  const raw = new RawWire();
  const board = new BenchBoard({
    ...bench,
    onByte: (byte, t_us) => {
      gateway.receive(byte, t_us);
      raw.hear(byte);
    },
  });
  let isFaulty = false;
  const paced: PacedBoard = new PacedBoard(board, [gateway, raw], (error) => {
    isFaulty = true;
    onFault(error);
  });
  const take = (bytes: Uint8Array) => {
    paced.send(bytes);
    gateway.overhear(bytes.length, board.now_us);
  };
  const servers: Server[] = [];
  const open = (port: number, serve: (socket: Socket) => void) => {
    const server = createServer((socket) => {
      sockets.add(socket.setNoDelay(true));
      socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
      serve(socket);
    });
    servers.push(server);
    return listen(server, port);
  };
  const close = async () => {
    paced.stop();
    for (const socket of sockets) socket.destroy();
    await Promise.all(servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
  };
  try {
    while (board.now_us < STARTED_us && !isFaulty) {
      await sleep(LOOK_MS);
      paced.nudge();
    }
    const rtu = rtuTcpPort === undefined ? null : await open(rtuTcpPort, (socket) => raw.join(socket, take));
    const tcp = modbusTcpPort === undefined ? null : await open(modbusTcpPort, (socket) => serveClient(socket, gateway, paced));
    return {
      board,
      paced,
      rtuTcpPort: rtu,
      modbusTcpPort: tcp,
      get drift() {
        return paced.drift;
      },
      counters: gateway.counters,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The wire as bytes: one listener at a time, as one cable has one end. */
class RawWire {
  readonly next_us = null;
  #socket: Socket | null = null;
  #heard: number[] = [];

  join(socket: Socket, take: (bytes: Uint8Array) => void): void {
    if (this.#socket !== null) {
      socket.destroy();
      return;
    }
    this.#socket = socket;
    socket.on('data', take).on('close', () => {
      this.#socket = null;
    });
  }

  hear(byte: number): void {
    if (this.#socket !== null) this.#heard.push(byte);
  }

  /** What was heard up to now goes out; nothing goes on the wire from here. */
  advance(): null {
    if (this.#heard.length > 0) this.#socket?.write(Uint8Array.from(this.#heard));
    this.#heard = [];
    return null;
  }
}

/** Takes requests from a stream; one that holds no frames any more is closed. */
function serveClient(socket: Socket, gateway: RtuGateway, paced: PacedBoard): void {
  let kept = new Uint8Array();
  let waiting = 0;
  const answer = (bytes: Uint8Array) => {
    waiting -= 1;
    if (!socket.destroyed) socket.write(bytes);
  };
  socket.on('data', (bytes: Uint8Array) => {
    kept = Uint8Array.from([...kept, ...bytes]);
    for (;;) {
      const next = unframeTcp(kept);
      if ('error' in next) {
        if (next.error !== 'incomplete') socket.destroy();
        break;
      }
      kept = kept.slice(next.taken);
      if (next.frame.unit !== 0) waiting += 1;
      if (waiting > MOST_WAITING) return void socket.destroy();
      gateway.request({ frame: next.frame, answer });
    }
    paced.nudge();
  });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
