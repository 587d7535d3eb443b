import { createConnection } from 'node:net';
import { type Connect, RealTimeWire, type RealTimeWireOptions, type WireProblem } from './RealTimeWire.js';

export interface TcpWireOptions extends Omit<RealTimeWireOptions, 'connect'> {
  readonly host: string;
  /** 1 to 65535; Modbus over TCP has 502. */
  readonly port: number;
}

/** A host that does not answer at all is given up after this. Assumption: it is near. */
const CONNECT_ms = 5_000;
const PROBLEMS: { readonly [code: string]: WireProblem } = {
  ECONNREFUSED: 'absent',
  ENOTFOUND: 'absent',
  EAI_AGAIN: 'absent',
  EHOSTUNREACH: 'absent',
  ENETUNREACH: 'absent',
  ETIMEDOUT: 'absent',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
};
const ADVICE: { readonly [problem in WireProblem]: string } = {
  absent: 'nobody answers there: is it switched on, and is this its address?',
  busy: 'it has no place for another',
  forbidden: 'this user may not connect to it',
  unplugged: 'the connection has ended; it is opened again as soon as that works',
  failed: 'the connection cannot be opened',
};

/** A board behind a TCP port: Modbus over TCP, or RTU frames as they are, as the link's framing says. */
export class TcpWire extends RealTimeWire {
  constructor({ host, port, ...options }: TcpWireOptions) {
    super({ ...options, connect: connectTcp(host, port) });
  }
}

export function connectTcp(host: string, port: number): Connect {
  return (events) => {
    const socket = createConnection({ host, port, noDelay: true });
    let isOpen = false;
    let hasGone = false;
    const say = (problem: WireProblem, detail: string) => {
      if (hasGone) return;
      hasGone = true;
      events.gone(problem, `${host}:${port}: ${ADVICE[problem]}${detail === '' ? '' : ` (${detail})`}`);
    };
    socket.setTimeout(CONNECT_ms, () => {
      if (!isOpen) say('absent', `no answer in ${CONNECT_ms / 1_000} s`);
    });
    socket.on('connect', () => {
      isOpen = true;
      events.opened();
    });
    socket.on('data', (bytes: Uint8Array) => events.received(bytes));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      say(isOpen ? 'unplugged' : (PROBLEMS[error.code ?? ''] ?? 'failed'), error.message),
    );
    socket.on('close', () => say('unplugged', ''));
    return {
      write: (bytes) => socket.write(bytes),
      close: () => {
        hasGone = true;
        return new Promise((resolve) => {
          if (socket.closed) return resolve();
          socket.once('close', () => resolve());
          socket.destroy();
        });
      },
    };
  };
}
