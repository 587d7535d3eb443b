import { frameRtu, unframeRtu } from '../wire/rtuFrame.js';
import { frameTcp, type TcpFrame } from '../wire/tcpFrame.js';
import { REPLY_TIMEOUT_us, SILENCE_us, wireTime_us } from '../wire/wireTiming.js';
import { answerLength } from './answerLength.js';

/** A client's request, and where its answer goes; a client that is gone takes none. */
export interface GatewayRequest {
  readonly frame: TcpFrame;
  readonly answer: (bytes: Uint8Array) => void;
}

export interface GatewayCounters {
  asked: number;
  answered: number;
  /** Requests that no board answered. */
  silent: number;
  /** What came and was no answer: bytes of a spoilt frame, or from another unit. */
  strays: number;
}

interface Asked extends GatewayRequest {
  readonly deadline_us: number;
}

const BROADCAST = 0;
const IS_EXCEPTION = 0x80;
/** Gateway target device failed to respond (Modbus application protocol V1.1b3, 7). */
const NO_RESPONSE = 11;

/**
 * Modbus TCP on one side, a serial wire on the other, without either: frames, bytes and time go in; bytes and the next deadline
 * come out. Every function goes over the wire as it came, one request at a time; the others wait in the order in which they came.
 * What the board does not answer is answered by exception 11; a broadcast is sent, and answered by nobody.
 */
export class RtuGateway {
  readonly counters: GatewayCounters = { asked: 0, answered: 0, silent: 0, strays: 0 };
  readonly #waiting: GatewayRequest[] = [];
  #asked: Asked | null = null;
  #heard: number[] = [];
  #last_us = 0;
  /** The wire must have been silent until then before anything is sent. */
  #quiet_us = 0;

  /** When to call `advance` at the latest, or `null`. */
  get next_us(): number | null {
    if (this.#asked !== null) return this.#heard.length > 0 ? this.#last_us + SILENCE_us : this.#asked.deadline_us;
    return this.#waiting.length > 0 ? this.#quiet_us : null;
  }

  request(request: GatewayRequest): void {
    this.#waiting.push(request);
  }

  /** A byte from the board. */
  receive(byte: number, now_us: number): void {
    this.#quiet_us = Math.max(this.#quiet_us, now_us + SILENCE_us);
    this.#last_us = now_us;
    if (this.#asked === null) return;
    this.#heard.push(byte);
    // The length is known in advance of every right answer, so that nobody waits for a silence.
    if (this.#heard.length === answerLength(this.#heard)) this.#judge(this.#asked);
  }

  /** Somebody else has put bytes on the same wire. */
  overhear(bytes: number, now_us: number): void {
    this.#quiet_us = Math.max(this.#quiet_us, now_us + wireTime_us(bytes) + SILENCE_us);
  }

  /** What time has brought: the bytes to put on the wire now, or `null`. */
  advance(now_us: number): Uint8Array | null {
    const asked = this.#asked;
    if (asked !== null && this.#heard.length > 0 && now_us >= this.#last_us + SILENCE_us) this.#judge(asked, true);
    if (this.#asked !== null && now_us >= this.#asked.deadline_us && this.#heard.length === 0) this.#giveUp(this.#asked);
    if (this.#asked !== null || now_us < this.#quiet_us) return null;
    const next = this.#waiting.shift();
    return next === undefined ? null : this.#send(next, now_us);
  }

  #send(request: GatewayRequest, now_us: number): Uint8Array {
    const bytes = frameRtu(request.frame);
    const sent_us = now_us + wireTime_us(bytes.length);
    this.#heard = [];
    this.#quiet_us = sent_us + SILENCE_us;
    this.counters.asked += 1;
    if (request.frame.unit !== BROADCAST) this.#asked = { ...request, deadline_us: sent_us + REPLY_TIMEOUT_us };
    return bytes;
  }

  /** Whether what was heard is the answer. After a silence, what is none is thrown away. */
  #judge(asked: Asked, isSilent = false): void {
    const frame = unframeRtu(Uint8Array.from(this.#heard));
    const { frame: request } = asked;
    const isAnswer = !('error' in frame) && frame.unit === request.unit && answers(frame.pdu, request.pdu);
    if (isAnswer) {
      this.counters.answered += 1;
      this.#asked = null;
      asked.answer(frameTcp({ transaction: request.transaction, unit: frame.unit, pdu: frame.pdu }));
    } else if (isSilent) {
      this.counters.strays += 1;
    }
    if (isAnswer || isSilent) this.#heard = [];
  }

  #giveUp({ frame, answer }: Asked): void {
    this.counters.silent += 1;
    this.#asked = null;
    const pdu = Uint8Array.of(((frame.pdu[0] ?? 0) | IS_EXCEPTION) & 0xff, NO_RESPONSE);
    answer(frameTcp({ transaction: frame.transaction, unit: frame.unit, pdu }));
  }
}

/** Whether one is an answer to the other: somebody on the same wire may have read another number of registers, and be answered late. */
function answers(answer: Uint8Array, request: Uint8Array): boolean {
  const [code = 0, bytes = 0] = answer;
  const isReading = code === 3 || code === 4;
  return (code & ~IS_EXCEPTION) === request[0] && (!isReading || bytes === 2 * (((request[3] ?? 0) << 8) | (request[4] ?? 0)));
}
