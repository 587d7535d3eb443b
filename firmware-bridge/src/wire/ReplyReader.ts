import { crc16 } from './crc16.js';
import { type ModbusReply, type ModbusRequest, parseReply, replyLength } from './modbusPdu.js';
import { unframeRtu } from './rtuFrame.js';
import { type TcpFrame, unframeTcp } from './tcpFrame.js';
import { SILENCE_us } from './wireTiming.js';

export type Framing = 'rtu' | 'tcp';

/** What was dropped: a frame of our board that answers nothing asked now, one of another unit, or no frame. */
export type Stray = 'late' | 'foreign' | 'garbled';

export interface TakenReply {
  readonly reply: ModbusReply;
  readonly bytes: Uint8Array;
}

/** What was asked, and by which number in TCP frames. */
export interface Expected {
  readonly request: ModbusRequest;
  readonly number: number;
}

/** More than any frame with noise around it; what is older goes first. */
const MOST_KEPT = 1_024;
/** Of a serial frame: unit before, checksum behind. */
const AROUND = 3;
const EXCEPTION_LENGTH = 5;

/**
 * Finds the reply among the bytes that came. On a serial wire the host cannot trust pauses, which adapters make and swallow, so it
 * goes by length and checksum, and looks for the reply at each byte; what else came is told apart and dropped.
 */
export class ReplyReader {
  readonly #framing: Framing;
  readonly #unit: number;
  readonly #onStray: (is: Stray, bytes: Uint8Array, t_us: number) => void;
  #kept: number[] = [];
  #last_us = 0;
  #isBroken = false;

  constructor(framing: Framing, unit: number, onStray: (is: Stray, bytes: Uint8Array, t_us: number) => void) {
    this.#framing = framing;
    this.#unit = unit;
    this.#onStray = onStray;
  }

  get isBroken(): boolean {
    return this.#isBroken;
  }

  /** When what came unasked can be judged, or `null`. */
  get settles_us(): number | null {
    return this.#framing === 'rtu' && this.#kept.length > 0 ? this.#last_us + SILENCE_us : null;
  }

  clear(): void {
    this.#kept = [];
    this.#isBroken = false;
  }

  receive(bytes: Uint8Array, now_us: number, expected: Expected | null): TakenReply | null {
    if (this.#framing === 'rtu' && expected === null) this.settle(now_us);
    for (const byte of bytes) this.#kept.push(byte);
    this.#last_us = now_us;
    if (this.#framing === 'tcp') return this.#takeTcp(expected, now_us);
    if (this.#kept.length > MOST_KEPT) this.#drop(this.#kept.length - MOST_KEPT, now_us);
    return expected === null ? null : this.#takeRtu(expected.request, now_us);
  }

  /** Nothing is asked, and the wire has been silent: judges what came. */
  settle(now_us: number): void {
    if (this.settles_us !== null && now_us >= this.settles_us) this.flush(now_us);
  }

  /** Judges and drops all that is there; on TCP the beginning of a frame stays. */
  flush(now_us: number): void {
    if (this.#framing === 'rtu' && this.#kept.length > 0) this.#drop(this.#kept.length, now_us);
  }

  #takeRtu(request: ModbusRequest, now_us: number): TakenReply | null {
    const kept = this.#kept;
    for (let from = 0; from + EXCEPTION_LENGTH <= kept.length; from++) {
      const to = from + this.#lengthAt(from, request);
      if (to === from || to > kept.length) continue;
      if (crc16(kept, from, to - 2) !== ((kept[to - 2] as number) | ((kept[to - 1] as number) << 8))) continue;
      const bytes = Uint8Array.from(kept.slice(from, to));
      const reply = parseReply(request, bytes.slice(1, -2));
      if ('error' in reply) continue;
      if (from > 0) this.#drop(from, now_us);
      this.#kept.splice(0, bytes.length);
      return { reply, bytes };
    }
    return null;
  }

  /** How long the reply would be that begins here; 0 when none does. */
  #lengthAt(from: number, request: ModbusRequest): number {
    if (this.#kept[from] !== this.#unit) return 0;
    const code = this.#kept[from + 1];
    if (code === (request.function | 0x80)) return EXCEPTION_LENGTH;
    return code === request.function ? replyLength(request) + AROUND : 0;
  }

  #drop(length: number, now_us: number): void {
    const bytes = Uint8Array.from(this.#kept.splice(0, length));
    const frame = unframeRtu(bytes);
    this.#onStray('error' in frame ? 'garbled' : frame.unit === this.#unit ? 'late' : 'foreign', bytes, now_us);
  }

  /** Takes all whole frames from the stream; one at most is the reply. */
  #takeTcp(expected: Expected | null, now_us: number): TakenReply | null {
    let taken: TakenReply | null = null;
    while (!this.#isBroken) {
      const all = Uint8Array.from(this.#kept);
      const next = unframeTcp(all);
      if ('error' in next) {
        if (next.error !== 'incomplete') this.#break(all, now_us);
        break;
      }
      this.#kept.splice(0, next.taken);
      const bytes = all.slice(0, next.taken);
      const found: ModbusReply | Stray = taken === null ? this.#replyIn(next.frame, expected) : 'late';
      if (typeof found === 'string') this.#onStray(found, bytes, now_us);
      else taken = { reply: found, bytes };
    }
    return taken;
  }

  #replyIn({ transaction, unit, pdu }: TcpFrame, expected: Expected | null): ModbusReply | Stray {
    if (unit !== this.#unit) return 'foreign';
    if (expected === null || transaction !== expected.number) return 'late';
    const reply = parseReply(expected.request, pdu);
    return 'error' in reply ? 'garbled' : reply;
  }

  #break(bytes: Uint8Array, now_us: number): void {
    this.#isBroken = true;
    this.#kept = [];
    this.#onStray('garbled', bytes, now_us);
  }
}
