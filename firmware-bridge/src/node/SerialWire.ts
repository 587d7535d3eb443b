import { SerialPort } from 'serialport';
import { type Connect, RealTimeWire, type RealTimeWireOptions, type WireProblem } from './RealTimeWire.js';

export interface SerialWireOptions extends Omit<RealTimeWireOptions, 'connect'> {
  /** `/dev/ttyACM0`, `COM3`, or a pseudo-terminal. */
  readonly path: string;
  /** Those of PROTOCOL W1, unless given. */
  readonly settings?: SerialSettings;
}

export interface SerialSettings {
  readonly baudRate: number;
  readonly dataBits: 7 | 8;
  readonly parity: 'none' | 'even' | 'odd';
  readonly stopBits: 1 | 2;
}

/** PROTOCOL W1. */
export const USUAL_SETTINGS: SerialSettings = { baudRate: 115_200, dataBits: 8, parity: 'none', stopBits: 1 };
/** What the operating systems' words for a port that cannot be opened come down to; the first that fits. */
const WORDS: readonly (readonly [RegExp, WireProblem])[] = [
  [/no such file|file not found|no such device|ENOENT|ENXIO|ENODEV/i, 'absent'],
  [/cannot lock|lock port|busy|EBUSY|EAGAIN|temporarily unavailable|access denied/i, 'busy'],
  [/permission denied|EACCES|EPERM|not permitted/i, 'forbidden'],
];
const ADVICE: { readonly [problem in WireProblem]: string } = {
  absent: 'there is no such port: is the board plugged in, and is this its name?',
  busy: 'another program has the port open (a terminal program, a modem manager, another dosetwin): close it there first',
  forbidden: 'this user may not open the port; on Linux, members of its group may (dialout, or uucp)',
  unplugged: 'the port has gone; it is opened again as soon as it is back',
  failed: 'the port cannot be opened',
};

/** A board on a serial port. Ports are opened by their names; none is looked for, and no other port is touched. */
export class SerialWire extends RealTimeWire {
  constructor({ path, settings = USUAL_SETTINGS, ...options }: SerialWireOptions) {
    super({ ...options, connect: connectSerial(path, settings) });
  }
}

/** What stopped a port from opening. */
export function serialProblem(message: string): WireProblem {
  return WORDS.find(([words]) => words.test(message))?.[1] ?? 'failed';
}

export function connectSerial(path: string, settings: SerialSettings): Connect {
  return (events) => {
    const port = new SerialPort({ path, ...settings, autoOpen: false });
    let isOpen = false;
    const say = (problem: WireProblem, detail: string) =>
      events.gone(problem, `${path}: ${ADVICE[problem]}${detail === '' ? '' : ` (${detail})`}`);
    port.on('data', (bytes: Uint8Array) => events.received(bytes));
    // A port that goes while it is open says so once by `close`, and may say more by `error`.
    port.on('close', () => {
      if (isOpen) say('unplugged', '');
      isOpen = false;
    });
    port.on('error', (error: Error) => {
      if (isOpen) say('unplugged', error.message);
    });
    port.open((error) => {
      if (error !== null && error !== undefined) return say(serialProblem(error.message), error.message);
      isOpen = true;
      events.opened();
    });
    return {
      write: (bytes) => port.write(Buffer.from(bytes)),
      close: () => {
        isOpen = false;
        return new Promise((resolve) => (port.isOpen ? port.close(() => resolve()) : resolve()));
      },
    };
  };
}
