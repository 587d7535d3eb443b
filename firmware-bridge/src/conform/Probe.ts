import type { Command, Signal } from '@dosetwin/twin';
import { answerLength } from '../serve/answerLength.js';
import { boardSignal } from '../wire/boardSignal.js';
import { commandRegisters } from '../wire/commandRegisters.js';
import { encodeRequest, type ModbusReply, type ModbusRequest, parseReply } from '../wire/modbusPdu.js';
import { RING_SLOTS, UNIT } from '../wire/registerMap.js';
import { type BlockName, type BlockValues, blockPlace, decodeBlock } from '../wire/registerNames.js';
import { frameRtu, unframeRtu } from '../wire/rtuFrame.js';
import { frameTcp, unframeTcp } from '../wire/tcpFrame.js';
import { wireTime_us } from '../wire/wireTiming.js';
import type { BoardLine } from './BoardLine.js';
import { must } from './Broken.js';

/** One thing that was put on the wire, and what came back. */
export interface Exchange {
  readonly sent: Uint8Array;
  readonly received: Uint8Array;
  /** From the end of what was sent to the first bit of the answer, as far as this line can tell; `null`: nothing came. */
  readonly took_us: number | null;
}

/** A wire that answers nothing for so long after a request is taken as silent, in µs: four times what a board may take (W6). */
const PATIENCE_us = { rtu: 80_000, tcp: 1_000_000 } as const;
/** The same where an answer must come, and a machine in between may be busy. */
const LONG_PATIENCE_us = 1_000_000;
/** More than any adapter keeps bytes back, in µs: between two frames of a line that is not exact. */
const REST_us = 4_000;
const EXACT_REST_us = 1_800;
const MOST_AT_ONCE = 120;
const COMMAND_NOT_NOW = 6;
/** Gateways answer so for a board that does not (Modbus application protocol V1.1b3, 7). */
const GATEWAY_EXCEPTIONS = [10, 11];

/** Puts right and wrong frames on a line, and keeps what went over it as evidence. */
export class Probe {
  readonly line: BoardLine;
  readonly exchanges: Exchange[] = [];
  #transaction = 0;
  #token = 0;

  constructor(line: BoardLine) {
    this.line = line;
  }

  /** Sends bytes as they are, and answers what came back until nothing more did. */
  async raw(sent: Uint8Array, patience_us: number = PATIENCE_us[this.line.framing]): Promise<Uint8Array> {
    const { line } = this;
    line.take();
    const from_us = line.now_us();
    line.send(sent);
    const isRtu = line.framing === 'rtu';
    const sent_us = from_us + (isRtu ? wireTime_us(sent.length) : 0);
    const end_us = sent_us + patience_us;
    const heard: number[] = [];
    let first_us: number | null = null;
    while (line.now_us() < end_us && !isWhole(heard, line.framing)) {
      await line.listen(end_us - line.now_us());
      for (const { t_us, bytes } of line.take()) {
        first_us ??= t_us - (isRtu ? wireTime_us(bytes.length) : 0);
        heard.push(...bytes);
      }
    }
    const received = Uint8Array.from(heard);
    this.exchanges.push({ sent, received, took_us: first_us === null ? null : Math.max(0, first_us - sent_us) });
    await line.pause(line.isExact ? EXACT_REST_us : REST_us);
    return received;
  }

  /** Sends function and data in a right frame; what the answer holds, or `null` where nobody answers. */
  async pdu(pdu: ArrayLike<number>, unit = UNIT): Promise<Uint8Array | null> {
    const frame = { unit, pdu: Uint8Array.from(pdu) };
    const patience_us = unit === UNIT && !this.line.isExact ? LONG_PATIENCE_us : PATIENCE_us[this.line.framing];
    if (this.line.framing === 'rtu') {
      const received = await this.raw(frameRtu(frame), patience_us);
      if (received.length === 0) return null;
      const answer = unframeRtu(received);
      must(!('error' in answer), 'the answer is no frame');
      must(answer.unit === unit, `the answer is unit ${answer.unit}'s`);
      return answer.pdu;
    }
    this.#transaction = (this.#transaction + 1) & 0xffff;
    const received = await this.raw(frameTcp({ ...frame, transaction: this.#transaction }), patience_us);
    if (received.length === 0) return null;
    const answer = unframeTcp(received);
    must(!('error' in answer), 'the answer is no frame');
    must(answer.frame.transaction === this.#transaction, 'the answer carries the number of another request');
    const [code = 0, exception = 0] = answer.frame.pdu;
    return code & 0x80 && GATEWAY_EXCEPTIONS.includes(exception) ? null : answer.frame.pdu;
  }

  /** Asks, and must be answered. */
  async ask(request: ModbusRequest): Promise<ModbusReply> {
    const pdu = await this.pdu(encodeRequest(request));
    must(pdu !== null, `function ${request.function} at ${hex(request.address)} was not answered`);
    const reply = parseReply(request, pdu);
    must(!('error' in reply), `the answer to function ${request.function} at ${hex(request.address)} does not fit it`);
    return reply;
  }

  /** The number of the exception by which this is answered; 0: it was not refused. */
  async exceptionOf(pdu: ArrayLike<number>): Promise<number> {
    const answer = await this.pdu(pdu);
    const code = pdu[0] ?? 0;
    must(answer !== null, `function ${code} was not answered`);
    if (answer[0] !== (code | 0x80)) return 0;
    must(answer.length === 2, 'an exception has two bytes');
    return answer[1] as number;
  }

  async registers(table: 'input' | 'holding', address: number, count: number): Promise<readonly number[]> {
    const found: number[] = [];
    while (found.length < count) {
      const part = { address: address + found.length, count: Math.min(MOST_AT_ONCE, count - found.length) };
      const reply = await this.ask({ function: table === 'input' ? 4 : 3, ...part });
      must(reply.is === 'registers', `registers from ${hex(part.address)} on were refused`);
      found.push(...reply.values);
    }
    return found;
  }

  async block<B extends BlockName>(name: B): Promise<BlockValues<B>> {
    const { table, address, words } = blockPlace(name);
    return decodeBlock(name, await this.registers(table, address, words));
  }

  /** A token that this run has not used. */
  nextToken(): number {
    this.#token = (this.#token % 0xffff) + 1;
    return this.#token;
  }

  /** So that no token of this run is taken for one of before. */
  beginTokensBehind(lastToken: number): void {
    this.#token = lastToken;
  }

  /** Puts a command in the mailbox; the exception, or 0. */
  async mail(command: Command, { token = this.nextToken(), tick = 0 } = {}): Promise<number> {
    const values = commandRegisters({ command, token, tick });
    const reply = await this.ask({ function: 16, address: 0, values });
    return reply.is === 'exception' ? reply.code : 0;
  }

  /** Puts a command in the mailbox that must be received. */
  async command(command: Command, tick = 0): Promise<void> {
    const exception = await this.mail(command, { tick });
    must(exception === 0, `${command.name} was refused by exception ${exception}`);
  }

  /** The signals behind this sequence, as far as the ring holds them. */
  async signalsAfter(sequence: number): Promise<readonly Signal[]> {
    const { statusBoots, lastSequence } = await this.block('status');
    const from = Math.max(sequence, lastSequence - RING_SLOTS) + 1;
    const signals: Signal[] = [];
    for (let wanted = from; wanted <= lastSequence; wanted++) signals.push(await this.signal(statusBoots, wanted));
    return signals;
  }

  async signal(boot: number, sequence: number): Promise<Signal> {
    const { address, words } = blockPlace('ring');
    const at = address + ((sequence - 1) % RING_SLOTS) * words;
    const slot = decodeBlock('ring', await this.registers('input', at, words));
    must(slot.eventSequence === sequence, `the slot of sequence ${sequence} holds sequence ${slot.eventSequence}`);
    const signal = boardSignal(boot, slot);
    must(signal !== null, `the slot of sequence ${sequence} holds no signal that this version knows`);
    return signal;
  }

  /** Polls until a signal behind `sequence` fits, as a host does; it must come within `ms`. */
  async awaits(sequence: number, fits: (signal: Signal) => boolean, ms: number, what: string): Promise<readonly Signal[]> {
    const end_us = this.line.now_us() + ms * 1_000;
    for (;;) {
      const signals = await this.signalsAfter(sequence);
      if (signals.some(fits)) return signals;
      must(this.line.now_us() < end_us, `${what} did not come within ${ms} ms; there came ${namesOf(signals)}`);
      await this.line.pause(10_000);
    }
  }
}

export const isBusy = (exception: number): boolean => exception === COMMAND_NOT_NOW;
export const hex = (number: number): string => `0x${number.toString(16).toUpperCase().padStart(4, '0')}`;

export function namesOf(signals: readonly Signal[]): string {
  return signals.length === 0 ? 'none' : signals.map(({ name }) => name).join(', ');
}

function isWhole(heard: readonly number[], framing: 'rtu' | 'tcp'): boolean {
  if (framing === 'tcp') return !('error' in unframeTcp(Uint8Array.from(heard)));
  return heard.length > 0 && heard.length === answerLength(heard);
}
