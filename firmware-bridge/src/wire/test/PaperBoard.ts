import type { Command, Payload, Signal } from '@dosetwin/twin';
import { slotOfSignal } from '../boardSignal.js';
import { commandOfRegisters, type MailedCommand } from '../commandRegisters.js';
import { encodeException, encodeReply, type ModbusReply, type ModbusRequest, parseRequest } from '../modbusPdu.js';
import { MAGIC, MAP_VERSION, RING_SLOTS } from '../registerMap.js';
import { type BlockName, blockPlace, encodeBlock } from '../registerNames.js';
import { frameRtu, unframeRtu } from '../rtuFrame.js';
import { codeOf } from '../wireCodes.js';
import { SILENCE_us, wireTime_us } from '../wireTiming.js';

/** What a board is to these tests, written from PROTOCOL.md alone: its wire, its mailbox, its ring; a motion is a pause. */
export interface PaperBoardOptions {
  /** From the end of the silence to the first bit of the answer. */
  readonly work_us?: number;
  readonly identity?: { readonly magic?: number; readonly mapVersion?: number; readonly chartsCrc?: number };
  /** State numbers of the interlock's regions: door, flap, beam, supply, tamper. */
  readonly interlock?: (board: PaperBoard) => readonly number[];
}

interface Order {
  readonly order: number;
  readonly cartridge: number;
  readonly kind: 'vend' | 'recover';
  phase: 'received' | 'accepted' | 'moving' | 'dropped' | 'recovered' | 'jammed' | 'refused';
}

const US_PER_MS = 1_000;
const WRITTEN_MS = 28;
const MOTION_MS = 700;

export class PaperBoard {
  boots = 0;
  fitted = 48;
  doorOpen = false;
  supplyLow = false;
  /** All that it ever said. */
  readonly said: Signal[] = [];
  /** What it took from its mailbox, and in which tick of which boot. */
  readonly taken: { readonly boot: number; readonly tick: number; readonly command: Command }[] = [];
  framesDropped = 0;
  readonly #options: PaperBoardOptions;
  #boot_us = 0;
  #isOn = false;
  #sequence = 0;
  #lastToken = 0;
  #order: Order | null = null;
  #waiting: MailedCommand[] = [];
  #due: { readonly tick: number; readonly act: () => void }[] = [];
  #heard: number[] = [];
  #heard_us = 0;
  #tick = 0;

  constructor(options: PaperBoardOptions = {}) {
    this.#options = options;
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  get bootAt_us(): number {
    return this.#boot_us;
  }

  powerOn(t_us: number): void {
    this.boots += 1;
    this.#boot_us = t_us;
    this.#isOn = true;
    this.#sequence = 0;
    this.#lastToken = 0;
    this.#tick = 0;
    if (this.#order !== null && ['received', 'accepted', 'moving'].includes(this.#order.phase)) this.#jam('interrupted');
    if (this.doorOpen) this.#say('door-opened', {});
  }

  powerOff(): void {
    this.#isOn = false;
    this.#waiting = [];
    this.#due = [];
    this.#heard = [];
  }

  setDoor(open: boolean, t_us: number): void {
    this.#at(t_us, () => {
      if (this.doorOpen === open) return;
      this.doorOpen = open;
      this.#say(open ? 'door-opened' : 'door-closed', {});
      if (open && this.#order?.phase === 'moving') this.#jam('interrupted');
    });
  }

  /** Says something that nobody asked for. */
  say(name: Signal['name'], args: Payload, t_us: number): void {
    this.#at(t_us, () => this.#say(name, args));
  }

  receive(bytes: Uint8Array, t_us: number): void {
    if (!this.#isOn) return;
    this.#heard.push(...bytes);
    this.#heard_us = t_us;
  }

  get next_us(): number | null {
    if (!this.#isOn) return null;
    const times = [
      ...(this.#heard.length > 0 ? [this.#heard_us + SILENCE_us] : []),
      ...this.#due.map(({ tick }) => this.#boot_us + tick * US_PER_MS),
      ...this.#waiting.slice(0, 1).map(({ tick }) => this.#boot_us + Math.max(tick, this.#tick + 1) * US_PER_MS),
    ];
    return times.length === 0 ? null : Math.min(...times);
  }

  /** Does what is due, and answers what it sends, with when that is wholly on the other side. */
  advance(t_us: number): { readonly at_us: number; readonly bytes: Uint8Array } | null {
    if (!this.#isOn) return null;
    this.#tick = Math.floor((t_us - this.#boot_us) / US_PER_MS);
    const due = this.#due.filter(({ tick }) => tick <= this.#tick);
    this.#due = this.#due.filter(({ tick }) => tick > this.#tick);
    for (const { act } of due) act();
    const [first] = this.#waiting;
    const begins_us = first === undefined ? 0 : this.#boot_us + first.tick * US_PER_MS;
    if (first !== undefined && begins_us <= t_us && t_us === this.#boot_us + this.#tick * US_PER_MS) {
      this.#waiting.shift();
      this.#take(first.command);
    }
    if (this.#heard.length === 0 || t_us < this.#heard_us + SILENCE_us) return null;
    const answer = this.#answer(Uint8Array.from(this.#heard.splice(0)), t_us);
    if (answer === null) return null;
    return { at_us: t_us + (this.#options.work_us ?? 0) + wireTime_us(answer.length), bytes: answer };
  }

  #at(t_us: number, act: () => void): void {
    if (this.#isOn) this.#due.push({ tick: Math.ceil((t_us - this.#boot_us) / US_PER_MS), act });
  }

  #after(ticks: number, act: () => void): void {
    this.#due.push({ tick: this.#tick + ticks, act });
  }

  #say(name: Signal['name'], args: Payload): void {
    this.#sequence += 1;
    this.said.push({ name, boot: this.boots, sequence: this.#sequence, tick: this.#tick, args });
  }

  #take(command: Command): void {
    this.taken.push({ boot: this.boots, tick: this.#tick, command });
    const { order = 0, cartridge = 0 } = { ...command } as { order?: number; cartridge?: number };
    const refuse = (reason: string) => this.#say('refused', { order, cartridge, reason, command: command.name });
    const flight = this.#order !== null && ['received', 'accepted', 'moving'].includes(this.#order.phase);
    if (command.name === 'vend' || command.name === 'recover') {
      if (this.#order !== null && order < this.#order.order) return refuse('stale-order');
      if (this.#order !== null && order === this.#order.order) {
        const { phase } = this.#order;
        const mode = phase === 'jammed' ? { mode: 'interrupted' } : {};
        return this.#say('phase', { order, cartridge: this.#order.cartridge, phase, ...mode });
      }
      if (flight) return refuse('busy');
      if (this.doorOpen) return refuse('door-open');
      this.#order = { order, cartridge, kind: command.name, phase: 'received' };
      this.#after(WRITTEN_MS, () => this.#begin());
    } else if (flight) refuse('busy');
    else if (command.name === 'clear') this.#say('cleared', { cartridge });
  }

  #begin(): void {
    const order = this.#order as Order;
    if (order.phase !== 'received') return;
    this.#advance('accepted');
    this.#advance('moving');
    this.#after(MOTION_MS, () => {
      if (order.phase === 'moving') this.#advance(order.kind === 'vend' ? 'dropped' : 'recovered');
    });
  }

  #advance(phase: 'accepted' | 'moving' | 'dropped' | 'recovered'): void {
    const { order, cartridge } = this.#order as Order;
    (this.#order as Order).phase = phase;
    this.#say(phase, { order, cartridge });
  }

  #jam(mode: string): void {
    const { order, cartridge } = this.#order as Order;
    (this.#order as Order).phase = 'jammed';
    this.#say('jammed', { order, cartridge, mode });
  }

  #answer(bytes: Uint8Array, t_us: number): Uint8Array | null {
    const frame = unframeRtu(bytes);
    if ('error' in frame) {
      this.framesDropped += 1;
      return null;
    }
    if (frame.unit !== 1) return null;
    const request = parseRequest(frame.pdu);
    const pdu =
      'error' in request
        ? encodeException(frame.pdu[0] as number, request.exception)
        : encodeReply(request, this.#serve(request, t_us));
    return frameRtu({ unit: 1, pdu });
  }

  #serve(request: ModbusRequest, t_us: number): ModbusReply {
    if (request.function === 6) {
      if (request.address !== blockPlace('set-up').address) return { is: 'exception', code: 2 };
      if (request.value < 1 || request.value > 48) return { is: 'exception', code: 3 };
      this.fitted = request.value;
      return { is: 'written' };
    }
    if (request.function === 16) return this.#mail(request.address, request.values);
    for (const name of ['identity', 'status', 'gauges', 'interlock', 'ring', 'waveform head', 'lanes'] as const) {
      const { address, words, repeats } = blockPlace(name);
      const from = request.address - address;
      if (request.function !== 4 || from < 0 || from >= words * repeats) continue;
      if (from + request.count > words * repeats) return { is: 'exception', code: 2 };
      return { is: 'registers', values: this.#registersOf(name, t_us).slice(from, from + request.count) };
    }
    return { is: 'exception', code: 2 };
  }

  #mail(address: number, values: readonly number[]): ModbusReply {
    if (address !== 0 || values.length !== 8) return { is: 'exception', code: 2 };
    const mail = commandOfRegisters(values);
    if (typeof mail === 'string' || mail.tick > this.#tick + 1_000) return { is: 'exception', code: 3 };
    const behind = (this.#lastToken - mail.token) & 0xffff;
    if (this.#lastToken !== 0 && behind < 0x8000) return { is: 'written' };
    if (this.#waiting.length >= 8) return { is: 'exception', code: 6 };
    this.#lastToken = mail.token;
    this.#waiting.push(mail);
    return { is: 'written' };
  }

  #registersOf(name: BlockName, t_us: number): number[] {
    switch (name) {
      case 'identity': {
        const { magic = MAGIC, mapVersion = MAP_VERSION, chartsCrc = 0x1234 } = this.#options.identity ?? {};
        const { fitted: cartridges, boots } = this;
        return encodeBlock(name, { magic, mapVersion, firmwareVersion: 1, chartsCrc, cartridges, boots, resetCause: 1 });
      }
      case 'status':
        return this.#status(t_us);
      case 'interlock':
        return this.#interlock();
      case 'ring':
        return Array.from({ length: RING_SLOTS }, (_, slot) => this.#slot(slot)).flat();
      default: {
        const { words, repeats } = blockPlace(name);
        const registers = Array.from({ length: words * repeats }, () => 0);
        if (name === 'gauges') registers[3] = this.#lastToken;
        return registers;
      }
    }
  }

  #status(t_us: number): number[] {
    const uptime_us = t_us - this.#boot_us;
    const { order = 0, cartridge = 0, kind, phase } = this.#order ?? {};
    const [statusInterlock0 = 0, statusInterlock1 = 0, statusInterlock2 = 0] = this.#interlock();
    return encodeBlock('status', {
      statusBoots: this.boots,
      lastSequence: this.#sequence,
      uptimeMs: Math.floor(uptime_us / US_PER_MS),
      uptimeQuarters: Math.floor((uptime_us % US_PER_MS) / 4),
      inputs: this.doorOpen ? 1 : 0,
      order,
      orderPhase: (kind === undefined ? 0 : codeOf('commands', kind) * 256) + (phase === undefined ? 0 : codeOf('phases', phase)),
      orderMode: cartridge * 256 + (phase === 'jammed' ? codeOf('modes', 'interrupted') : 0),
      orderLane: 0xffff,
      statusInterlock0,
      statusInterlock1,
      statusInterlock2,
    });
  }

  #interlock(): number[] {
    const [a = 0xff, b = 0xff, c = 0xff, d = 0xff, e = 0xff] = this.#options.interlock?.(this) ?? [];
    return [b * 256 + a, d * 256 + c, 0xff00 + e];
  }

  #slot(slot: number): number[] {
    const last = this.said.findLast((signal) => signal.boot === this.boots && (signal.sequence - 1) % RING_SLOTS === slot);
    if (last === undefined)
      return encodeBlock('ring', { eventSequence: 0, eventTick: 0, eventName: 0, eventOrder: 0, eventDetail: 0 });
    return encodeBlock('ring', slotOfSignal(last));
  }
}
