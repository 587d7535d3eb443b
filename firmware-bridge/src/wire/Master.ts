import { encodeRequest, type ModbusReply, type ModbusRequest } from './modbusPdu.js';
import { type Framing, ReplyReader, type Stray, type TakenReply } from './ReplyReader.js';
import { UNIT } from './registerMap.js';
import { frameRtu } from './rtuFrame.js';
import { frameTcp } from './tcpFrame.js';
import { DOUBT_us, MOST_REPEATS, REPLY_TIMEOUT_us, SILENCE_us, TCP_REPLY_TIMEOUT_us, wireTime_us } from './wireTiming.js';

/** Of what waits, commands go first, then polls, then figures for people; whatever is on the wire is finished before. */
export const PRIORITIES = ['command', 'poll', 'figure'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** How a request ended. */
export type Outcome =
  | {
      readonly is: 'reply' | 'exception';
      readonly reply: ModbusReply;
      /** When the last byte of the request that was answered had left the host, and when the reply was whole. */
      readonly asked_us: number;
      readonly answered_us: number;
      readonly bytes: number;
      /** RTU alone: something else went wrong of late, and this may be the answer to an earlier request. */
      readonly doubtful: boolean;
    }
  | { readonly is: 'silent'; readonly reply?: undefined }
  | { readonly is: 'closed'; readonly reply?: undefined };

export interface MasterCounters {
  sent: number;
  repeated: number;
  answered: number;
  exceptions: number;
  /** Requests without an answer after all repeats. */
  silent: number;
  /** Attempts without an answer in time. */
  timeouts: number;
  /** Frames that came too late, answered something else, came from another unit, or were none. */
  late: number;
  foreign: number;
  garbled: number;
}

/** A frame as it went over the wire, for the trace and for people. */
export interface WireFrame {
  readonly t_us: number;
  readonly direction: 'sent' | 'received';
  readonly bytes: Uint8Array;
  /** `late`, `foreign` and `garbled` were dropped. */
  readonly is: 'request' | 'reply' | 'exception' | Stray;
  readonly request?: ModbusRequest;
  readonly reply?: ModbusReply;
  /** From 1. */
  readonly attempt?: number;
}

export interface MasterOptions {
  readonly framing: Framing;
  /** 1 to 247; the board's, unless given. */
  readonly unit?: number;
  readonly replyTimeout_us?: number;
  readonly repeats?: number;
  readonly onFrame?: (frame: WireFrame) => void;
}

interface Transaction {
  readonly request: ModbusRequest;
  readonly priority: Priority;
  readonly done: (outcome: Outcome, now_us: number) => void;
  attempts: number;
}

interface Asked extends Transaction {
  readonly number: number;
  readonly asked_us: number;
  readonly deadline_us: number;
}

/**
 * A Modbus master without a wire or a clock: bytes and time go in, bytes and the next deadline come out. One request is on the wire
 * at a time. All times are whole µs of the caller's clock, which never falls.
 */
export class Master {
  readonly counters: MasterCounters = {
    sent: 0,
    repeated: 0,
    answered: 0,
    exceptions: 0,
    silent: 0,
    timeouts: 0,
    late: 0,
    foreign: 0,
    garbled: 0,
  };
  readonly #framing: Framing;
  readonly #unit: number;
  readonly #timeout_us: number;
  readonly #repeats: number;
  readonly #onFrame: (frame: WireFrame) => void;
  readonly #reader: ReplyReader;
  readonly #waiting: { readonly [priority in Priority]: Transaction[] } = { command: [], poll: [], figure: [] };
  #asked: Asked | null = null;
  #number = 0;
  /** Nothing may be sent before: the wire must have been silent. */
  #quiet_us = 0;
  #doubtUntil_us = 0;
  #lastAnswer_us: number | null = null;

  constructor(options: MasterOptions) {
    const { framing, unit = UNIT, repeats = MOST_REPEATS, onFrame = () => {} } = options;
    this.#framing = framing;
    this.#unit = unit;
    this.#repeats = repeats;
    this.#timeout_us = options.replyTimeout_us ?? (framing === 'rtu' ? REPLY_TIMEOUT_us : TCP_REPLY_TIMEOUT_us);
    this.#onFrame = onFrame;
    this.#reader = new ReplyReader(framing, unit, (is, bytes, t_us) => this.#stray(is, bytes, t_us));
  }

  /** Nothing is on the wire and nothing waits. */
  get isIdle(): boolean {
    return this.#asked === null && PRIORITIES.every((priority) => this.#waiting[priority].length === 0);
  }

  /** When the last right answer was whole; `null`: there was none. */
  get lastAnswer_us(): number | null {
    return this.#lastAnswer_us;
  }

  /** RTU alone: something went wrong of late, and a late reply may still come. */
  isInDoubt(now_us: number): boolean {
    return this.#framing === 'rtu' && now_us < this.#doubtUntil_us;
  }

  /** A TCP stream that holds no frames any more: close it and open another. */
  get isBroken(): boolean {
    return this.#reader.isBroken;
  }

  /** When to call `advance` again at the latest, or `null`. It may lie in the past: then call it now. */
  get next_us(): number | null {
    if (this.#asked !== null) return this.#asked.deadline_us;
    return PRIORITIES.some((priority) => this.#waiting[priority].length > 0) ? this.#quiet_us : this.#reader.settles_us;
  }

  /** The wire was opened: what came before is forgotten, and a silence goes before the first frame. */
  open(now_us: number): void {
    this.#reader.clear();
    this.#quiet_us = this.#framing === 'rtu' ? now_us + SILENCE_us : now_us;
  }

  /** The wire is gone: all that waits ends as `closed`. */
  close(now_us: number): void {
    const asked = this.#asked === null ? [] : [this.#asked];
    this.#asked = null;
    const waiting = PRIORITIES.flatMap((priority) => this.#waiting[priority].splice(0));
    for (const { done } of [...asked, ...waiting]) done({ is: 'closed' }, now_us);
  }

  /** Queues a request. `done` is called from within `receive`, `advance` or `close`, and may queue the next. */
  request(request: ModbusRequest, priority: Priority, done: Transaction['done']): void {
    this.#waiting[priority].push({ request, priority, done, attempts: 0 });
  }

  /** Bytes that came, as they came. */
  receive(bytes: Uint8Array, now_us: number): void {
    if (this.#framing === 'rtu') this.#quiet_us = Math.max(this.#quiet_us, now_us + SILENCE_us);
    const taken = this.#reader.receive(bytes, now_us, this.#asked);
    if (taken !== null && this.#asked !== null) this.#answered(this.#asked, taken, now_us);
  }

  /** What time has brought: the bytes to send now, or `null`. */
  advance(now_us: number): Uint8Array | null {
    if (this.#asked !== null && now_us >= this.#asked.deadline_us) this.#timedOut(this.#asked, now_us);
    if (this.#asked !== null) return null;
    this.#reader.settle(now_us);
    if (now_us < this.#quiet_us) return null;
    for (const priority of PRIORITIES) {
      const next = this.#waiting[priority].shift();
      if (next) return this.#send(next, now_us);
    }
    return null;
  }

  #send(transaction: Transaction, now_us: number): Uint8Array {
    this.#number = (this.#number + 1) & 0xffff;
    const { request } = transaction;
    const frame = { unit: this.#unit, pdu: encodeRequest(request) };
    const isRtu = this.#framing === 'rtu';
    const bytes = isRtu ? frameRtu(frame) : frameTcp({ ...frame, transaction: this.#number });
    const asked_us = now_us + (isRtu ? wireTime_us(bytes.length) : 0);
    const attempts = transaction.attempts + 1;
    this.#asked = { ...transaction, attempts, number: this.#number, asked_us, deadline_us: asked_us + this.#timeout_us };
    if (isRtu) this.#quiet_us = asked_us + SILENCE_us;
    this.counters.sent += 1;
    if (attempts > 1) this.counters.repeated += 1;
    this.#onFrame({ t_us: now_us, direction: 'sent', bytes, is: 'request', request, attempt: attempts });
    return bytes;
  }

  #answered(asked: Asked, { reply, bytes }: TakenReply, now_us: number): void {
    this.#asked = null;
    this.#lastAnswer_us = now_us;
    const is = reply.is === 'exception' ? 'exception' : 'reply';
    this.counters[is === 'reply' ? 'answered' : 'exceptions'] += 1;
    this.#onFrame({ t_us: now_us, direction: 'received', bytes, is, request: asked.request, reply, attempt: asked.attempts });
    const doubtful = this.isInDoubt(now_us);
    const { asked_us } = asked;
    asked.done({ is, reply, asked_us, answered_us: now_us, bytes: bytes.length, doubtful }, now_us);
  }

  #timedOut(asked: Asked, now_us: number): void {
    this.#asked = null;
    this.counters.timeouts += 1;
    this.#doubtUntil_us = now_us + DOUBT_us;
    this.#reader.flush(now_us);
    const { request, priority, done, attempts } = asked;
    if (attempts <= this.#repeats) {
      // Before others of its kind, behind commands.
      this.#waiting[priority].unshift({ request, priority, done, attempts });
      return;
    }
    this.counters.silent += 1;
    done({ is: 'silent' }, now_us);
  }

  #stray(is: Stray, bytes: Uint8Array, t_us: number): void {
    this.counters[is] += 1;
    this.#doubtUntil_us = t_us + DOUBT_us;
    this.#onFrame({ t_us, direction: 'received', bytes, is });
  }
}
