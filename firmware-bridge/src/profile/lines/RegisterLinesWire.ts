import { Master, type Outcome } from '../../wire/Master.js';
import type { Framing } from '../../wire/ReplyReader.js';
import { type Drives, type LinesWire, levelsOf, type Read } from './LinesWire.js';
import type { DriveName, RegisterLinesProfile } from './linesSchema.js';

/** Bare lines as Modbus registers: inputs are read in one reading, and outputs written by one writing. */
export class RegisterLinesWire implements LinesWire {
  readonly #profile: RegisterLinesProfile;
  readonly #master: Master;

  constructor(profile: RegisterLinesProfile, framing: Framing) {
    this.#profile = profile;
    this.#master = new Master({ framing, unit: profile.transport.unit, repeats: 0 });
  }

  get isBroken(): boolean {
    return this.#master.isBroken;
  }

  get isIdle(): boolean {
    return this.#master.isIdle;
  }

  get next_us(): number | null {
    return this.#master.next_us;
  }

  open(now_us: number): void {
    this.#master.open(now_us);
  }

  close(now_us: number): void {
    this.#master.close(now_us);
  }

  receive(bytes: Uint8Array, now_us: number): void {
    this.#master.receive(bytes, now_us);
  }

  advance(now_us: number): Uint8Array | null {
    return this.#master.advance(now_us);
  }

  greet(done: (read: Read, now_us: number) => void): void {
    const { table, register, equals } = this.#profile.identity;
    this.#registers(table, register, 1, (outcome, now_us) => {
      const { reply } = outcome;
      if (reply?.is === 'registers' && reply.values[0] === equals) return this.read(done);
      if (reply === undefined) return done('silent', now_us);
      const found = reply.is === 'registers' ? `holds ${reply.values[0]}` : 'cannot be read';
      done({ other: `register ${register} ${found} where ${equals} was expected` }, now_us);
    });
  }

  read(done: (read: Read, now_us: number) => void): void {
    const { read, levels } = this.#profile;
    this.#registers(read.table, read.register, read.count, ({ reply }, now_us) => {
      if (reply?.is !== 'registers') return done('silent', now_us);
      const { values } = reply;
      done({ levels: levelsOf<number>(levels, (register) => values[register - read.register]?.toString(), 10) }, now_us);
    });
  }

  write(drives: Drives, done: (isTaken: boolean, now_us: number) => void): void {
    const { address, values } = this.#profile.write;
    const filled = values.map((value) => (typeof value === 'number' ? value : drives[value.slice(1, -1) as DriveName]));
    this.#master.request({ function: 16, address, values: filled }, 'command', ({ is }, now_us) => done(is === 'reply', now_us));
  }

  #registers(table: 'input' | 'holding', address: number, count: number, done: (outcome: Outcome, now_us: number) => void): void {
    this.#master.request({ function: table === 'input' ? 4 : 3, address, count }, 'poll', done);
  }
}
