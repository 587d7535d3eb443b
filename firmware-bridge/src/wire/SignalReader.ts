import type { Signal } from '@dosetwin/twin';
import type { BoardClock, StatusReading } from './BoardClock.js';
import { boardSignal } from './boardSignal.js';
import type { ChartStateNames } from './chartStateNames.js';
import type { LinkFact } from './LinkFact.js';
import type { Master, Outcome } from './Master.js';
import { mayFollow } from './mayFollow.js';
import { RING_SLOTS } from './registerMap.js';
import { type BlockName, type BlockValues, blockPlace, decodeBlock } from './registerNames.js';
import {
  type Conclusion,
  conclusions,
  lacksMoving,
  movingOf,
  NOTHING_TOLD,
  type Told,
  toldBy,
  toldOfBoard,
} from './ToldState.js';

/** A signal that was read and not yet given, and when its tick began. */
interface Held {
  readonly signal: Signal;
  readonly at_us: number;
}

/** Everything that a reader keeps between polls, as plain data. */
export interface ReaderState {
  /** 0: no board has been heard yet. */
  boot: number;
  /** The last sequence of this boot that was read. */
  sequence: number;
  /** Signals were lost, or may have been. */
  mustResynchronise: boolean;
  told: Told;
  held: Held[];
  /** The last instant of the grid of which all signals were read. */
  sampled_us: number;
}

/** Where to begin with a board: with all that it said in this boot, with what it says from now on, or behind what was read before. */
export type ReadFrom = 'boot' | 'now' | { readonly boot: number; readonly sequence: number };

export interface ReaderOptions {
  readonly master: Master;
  readonly clock: BoardClock;
  readonly names: ChartStateNames;
  readonly onFact: (fact: LinkFact, now_us: number) => void;
  /** A poll ended, well or not. */
  readonly onPolled: (how: 'read' | Exclude<Outcome['is'], 'reply'>, now_us: number) => void;
}

/**
 * Slots that one request reads at most. A command that is given meanwhile then waits so little that it reaches the board within
 * 20 ms: silence, request, silence, work of the board, 69 bytes of reply, silence, 25 bytes, silence.
 */
export const SLOTS_AT_ONCE = 4;
/**
 * So many are as long as a status, which begins with the boots where a slot has its sequence: where its late reply may come, one
 * more is asked for, or one.
 */
const SLOTS_LIKE_STATUS = blockPlace('status').words / blockPlace('ring').words;
/** A slot that reads back as none that was asked for is asked for this many times. */
const MOST_READINGS = 3;

/**
 * Reads signals from the ring, each once, in their order: at each poll the status, then the slots that are new. When slots were
 * overwritten, or the board has started anew, it concludes from the registers what level 2 has not been told (PROTOCOL W15).
 */
export class SignalReader {
  readonly #options: ReaderOptions;
  #state: ReaderState = {
    boot: 0,
    sequence: 0,
    mustResynchronise: false,
    told: NOTHING_TOLD,
    held: [],
    sampled_us: Number.NEGATIVE_INFINITY,
  };
  #joins = false;
  #polling_us: number | null = null;
  #next_us: number | null = null;
  #readings = 0;
  /** The last that was believed. */
  #status: StatusReading | null = null;
  /** One that was not, for it does not follow the last that was. */
  #odd: StatusReading | null = null;

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  get isPolling(): boolean {
    return this.#polling_us !== null;
  }

  get boot(): number {
    return this.#state.boot;
  }

  get sequence(): number {
    return this.#state.sequence;
  }

  get told(): Told {
    return this.#state.told;
  }

  get sampled_us(): number {
    return this.#state.sampled_us;
  }

  /** Before the first poll of a board that says it is in its boot `boots`; later ones go on where the last one stopped. */
  begin(from: ReadFrom, boots: number): void {
    if (this.#state.boot !== 0) return;
    const isKnown = typeof from === 'object' && from.boot <= boots;
    this.#joins = !isKnown && from !== 'boot';
    this.#state = { ...this.#state, ...(isKnown ? from : { boot: boots, sequence: 0 }) };
  }

  /** Reads the status and what is new, of the grid's instant `g_us`; one that is asked for meanwhile follows. */
  sample(g_us: number): void {
    if (this.#polling_us !== null) {
      this.#next_us = g_us;
      return;
    }
    this.#polling_us = g_us;
    this.#readings = 0;
    this.#readStatus((status, now_us) => this.#readNew(status, now_us));
  }

  /** Signals that were read, of ticks that began before `before_us`, oldest first; they are then gone. */
  collect(before_us: number): Signal[] {
    const { held } = this.#state;
    const end = held.findIndex(({ at_us }) => at_us >= before_us);
    const due = end < 0 ? held : held.slice(0, end);
    this.#state.held = held.slice(due.length);
    return due.map(({ signal }) => signal);
  }

  save(): ReaderState {
    return { ...this.#state, told: { ...this.#state.told }, held: this.#state.held.map((one) => ({ ...one })) };
  }

  restore(state: ReaderState): void {
    this.#state = { ...state, told: { ...state.told }, held: [...state.held] };
  }

  #readStatus(then: (status: BlockValues<'status'>, now_us: number) => void): void {
    this.#read('status', 0, 1, (registers, now_us, outcome) => {
      const { boot, sequence } = this.#state;
      const { asked_us, answered_us, bytes } = outcome;
      const status = this.#inFull(decodeBlock('status', registers), answered_us);
      const reading = { status, asked_us, answered_us, bytes };
      const isOld = status.statusBoots < boot || (status.statusBoots === boot && status.lastSequence < sequence);
      const isOdd = isOld || (this.#status !== null && !mayFollow(this.#status, reading));
      // A late reply to another request tells of a time that has passed, or of nothing; another board's clock goes on between readings.
      if (isOdd && !this.#isAnotherBoard(reading)) {
        this.#odd = reading;
        return this.#again(now_us, () => this.#readStatus(then));
      }
      this.#odd = null;
      this.#status = reading;
      if (isOld || status.statusBoots !== boot) this.#newBoot(status, now_us);
      if (this.#joins) {
        this.#state.sequence = status.lastSequence;
        this.#state.mustResynchronise = true;
      }
      if (!outcome.doubtful) this.#options.clock.read(reading);
      this.#options.onFact({ is: 'status', status }, now_us);
      then(status, now_us);
    });
  }

  #isAnotherBoard(reading: StatusReading): boolean {
    const before = this.#odd;
    return before !== null && reading.status.uptimeMs > before.status.uptimeMs && mayFollow(before, reading);
  }

  /** Of the boot that the clock knows, the uptime is told in full. */
  #inFull(status: BlockValues<'status'>, now_us: number): BlockValues<'status'> {
    if (status.statusBoots !== this.#state.boot) return status;
    return { ...status, uptimeMs: this.#options.clock.wholeUptime(status.uptimeMs, now_us) };
  }

  #newBoot({ statusBoots }: BlockValues<'status'>, now_us: number): void {
    this.#options.clock.reset();
    this.#options.onFact({ is: 'restarted', boot: statusBoots, before: this.#state.boot }, now_us);
    this.#state.boot = statusBoots;
    this.#state.sequence = 0;
    this.#state.mustResynchronise = true;
  }

  #readNew(status: BlockValues<'status'>, now_us: number): void {
    const { lastSequence } = status;
    this.#loseUpTo(lastSequence - RING_SLOTS, now_us);
    const from = this.#state.sequence + 1;
    if (from > lastSequence) return this.#allRead(status, now_us);
    const slot = (from - 1) % RING_SLOTS;
    const left = RING_SLOTS - slot;
    const wanted = Math.min(lastSequence - from + 1, left, SLOTS_AT_ONCE);
    const isMistakable = wanted === SLOTS_LIKE_STATUS && this.#options.master.isInDoubt(now_us);
    const asked = !isMistakable ? wanted : wanted < left ? wanted + 1 : 1;
    const count = Math.min(wanted, asked);
    this.#read('ring', slot, asked, (registers, now_us) => this.#takeSlots(registers, count, status, now_us));
  }

  #takeSlots(registers: readonly number[], count: number, status: BlockValues<'status'>, now_us: number): void {
    const { words } = blockPlace('ring');
    for (let index = 0; index < count; index++) {
      const slot = decodeBlock('ring', registers, index * words);
      const expected = this.#state.sequence + 1;
      if (slot.eventSequence !== expected) {
        // Overwritten since the status was read, or the late reply to another request: the status tells which.
        return this.#again(now_us, () => this.#readStatus((status, now_us) => this.#readNew(status, now_us)));
      }
      this.#state.sequence = expected;
      const signal = boardSignal(this.#state.boot, slot);
      if (signal === null) this.#options.onFact({ is: 'unknown-signal', boot: this.#state.boot, sequence: expected }, now_us);
      else this.#take({ ...signal, tick: this.#options.clock.wholeTick(signal.tick, now_us) });
    }
    this.#readNew(status, now_us);
  }

  #take(signal: Signal): void {
    const { told, mustResynchronise } = this.#state;
    if (mustResynchronise && lacksMoving(told, signal)) this.#conclude(movingOf(signal), signal.tick);
    this.#hold(signal);
  }

  #hold(signal: Signal): void {
    this.#state.told = toldBy(this.#state.told, signal);
    this.#state.held.push({ signal, at_us: this.#options.clock.instantOf(signal.tick) });
  }

  #conclude(conclusion: Conclusion, tick: number): void {
    this.#hold({ ...conclusion, boot: this.#state.boot, sequence: 0, tick });
  }

  #loseUpTo(sequence: number, now_us: number): void {
    const from = this.#state.sequence + 1;
    if (sequence < from) return;
    const { boot } = this.#state;
    this.#options.onFact({ is: 'lost', boot, from, to: sequence, signals: sequence - from + 1 }, now_us);
    this.#state.sequence = sequence;
    this.#state.mustResynchronise = true;
  }

  /** All registers of a status are of one instant, and every signal up to it has been read. */
  #allRead(status: BlockValues<'status'>, now_us: number): void {
    if (this.#state.mustResynchronise) this.#resynchronise(status, now_us);
    this.#polled(now_us);
  }

  #resynchronise(status: BlockValues<'status'>, now_us: number): void {
    const { statusInterlock0, statusInterlock1, statusInterlock2 } = status;
    const state = { interlock: this.#options.names.interlock([statusInterlock0, statusInterlock1, statusInterlock2]), status };
    if (this.#joins) {
      const { order, phase } = toldOfBoard(state);
      this.#state.told = { ...this.#state.told, order, phase };
      this.#joins = false;
    }
    const found = conclusions(this.#state.told, state);
    for (const conclusion of found) this.#conclude(conclusion, status.uptimeMs);
    this.#state.mustResynchronise = false;
    this.#options.onFact({ is: 'resynchronised', boot: status.statusBoots, signals: found.length }, now_us);
  }

  /** Reads `count` repeats of a block; what does not end in a reply ends the poll. */
  #read(
    block: BlockName,
    from: number,
    count: number,
    then: (registers: readonly number[], now_us: number, outcome: Extract<Outcome, { is: 'reply' | 'exception' }>) => void,
  ): void {
    const { address, words } = blockPlace(block);
    const request = { function: 4, address: address + from * words, count: count * words } as const;
    this.#options.master.request(request, 'poll', (outcome, now_us) => {
      if (outcome.reply?.is === 'registers') then(outcome.reply.values, now_us, outcome as Parameters<typeof then>[2]);
      else this.#ended(outcome.is === 'reply' ? 'exception' : outcome.is, now_us);
    });
  }

  #again(now_us: number, read: () => void): void {
    this.#readings += 1;
    if (this.#readings < MOST_READINGS) read();
    else this.#ended('read', now_us);
  }

  #polled(now_us: number): void {
    this.#state.sampled_us = this.#polling_us as number;
    this.#ended('read', now_us);
  }

  #ended(how: 'read' | 'exception' | 'silent' | 'closed', now_us: number): void {
    this.#polling_us = null;
    const next_us = this.#next_us;
    this.#next_us = null;
    if (how === 'read' && next_us !== null) this.sample(next_us);
    this.#options.onPolled(how, now_us);
  }
}
