import type { Command, Signal } from '@dosetwin/twin';
import { BoardClock, type BootBounds, type ClockKind } from './BoardClock.js';
import { CommandSender } from './CommandSender.js';
import { chartStateNames } from './chartStateNames.js';
import { Handshake } from './Handshake.js';
import type { LinkFact } from './LinkFact.js';
import { Master, type MasterCounters, type MasterOptions } from './Master.js';
import { readBlock } from './readRegisters.js';
import type { BlockName, BlockValues } from './registerNames.js';
import { type ReaderState, type ReadFrom, SignalReader } from './SignalReader.js';
import { isInFlight } from './ToldState.js';
import { WaveformReader } from './WaveformReader.js';

export interface BoardLinkOptions extends MasterOptions {
  readonly clock: ClockKind;
  /** The machine's cartridges, 1 to 48, which the board is set to; `null` leaves it as it is. */
  readonly cartridges: number | null;
  /** CRC-16 of the host's chart tables; `null` takes a board with any. */
  readonly chartsCrc: number | null;
  /** Of a board that was already running; `boot`, unless given. */
  readonly readFrom?: ReadFrom;
  /** Whether the motor current of each motion is read after it; not, unless given. */
  readonly readsWaveforms?: boolean;
  readonly onFact?: (fact: LinkFact, now_us: number) => void;
}

/** `closed`: there is no wire. `refused`: this board is not taken, and nothing more is said to it until the wire is opened anew. */
export type LinkStanding = 'closed' | 'connecting' | 'connected' | 'silent' | 'refused';

/** Where a link stands, as plain data; taken and given back only while it is idle. */
export interface BoardLinkState {
  readonly reader: ReaderState;
  readonly clock: BootBounds | null;
  readonly lastToken: number;
  /** Whose waveform is still to be read, or 0. */
  readonly waveformDue: number;
}

/** A silent or busy board is greeted again after this, in µs. Assumption: as soon as anybody would notice. */
const GREET_AGAIN_us = 500_000;
/** While polls follow each other more closely than this, in µs, nothing is read that nobody waits for. */
const FIGURES_REST_us = 100_000;
/** What `refresh` reads. */
const FIGURES: readonly BlockName[] = ['gauges', 'lanes', 'lane counters', 'interlock'];

/**
 * A session with one board, without a wire or a clock: bytes and time go in, bytes and the next deadline come out. The hinge above gives
 * commands for ticks of the board, samples at instants of its grid, and collects signals; what else happens are facts.
 */
export class BoardLink {
  readonly #options: BoardLinkOptions;
  readonly #master: Master;
  readonly #clock: BoardClock;
  readonly #sender: CommandSender;
  readonly #reader: SignalReader;
  readonly #waveforms: WaveformReader;
  readonly #handshake: Handshake;
  #standing: LinkStanding = 'closed';
  /** Since when it has been silent; `undefined`: it is not. */
  #silentSince_us: number | null | undefined;
  #wasConnected = false;
  #identity: BlockValues<'identity'> | null = null;
  #greetAt_us: number | null = null;
  /** The board's last token, as it was greeted. */
  #token = 0;
  #lastSample_us = Number.NEGATIVE_INFINITY;
  #spacing_us = Number.POSITIVE_INFINITY;
  /** The last order whose end was seen here. */
  #ended = 0;

  constructor(options: BoardLinkOptions) {
    this.#options = options;
    this.#master = new Master(options);
    this.#clock = new BoardClock(options.clock);
    const onFact = (fact: LinkFact, now_us: number) => this.#fact(fact, now_us);
    this.#sender = new CommandSender(this.#master, onFact, (now_us) => this.#silent(now_us));
    this.#reader = new SignalReader({
      master: this.#master,
      clock: this.#clock,
      names: chartStateNames(),
      onFact,
      onPolled: (how, now_us) => this.#polled(how, now_us),
    });
    this.#waveforms = new WaveformReader({
      master: this.#master,
      mayRead: (now_us) => this.#mayReadFigures(now_us),
      onWaveform: (waveform, now_us) => this.#fact({ is: 'waveform', waveform }, now_us),
    });
    this.#handshake = new Handshake(this.#master, options);
  }

  get standing(): LinkStanding {
    return this.#standing;
  }

  get identity(): BlockValues<'identity'> | null {
    return this.#identity;
  }

  get counters(): Readonly<MasterCounters> {
    return this.#master.counters;
  }

  /** The boot that is being read, and the last sequence of it that was; 0 before the first poll. */
  get position(): { readonly boot: number; readonly sequence: number } {
    return { boot: this.#reader.boot, sequence: this.#reader.sequence };
  }

  /** When the board's tick 0 began on the host's clock, between which bounds; `null` before the first poll. */
  get bootBounds(): BootBounds | null {
    return this.#clock.bounds;
  }

  /** A TCP stream that holds no frames any more: close it and open another. */
  get isBroken(): boolean {
    return this.#master.isBroken;
  }

  /** Connected, with nothing on the wire and nothing waiting. */
  get isIdle(): boolean {
    return this.#standing === 'connected' && this.#master.isIdle && this.#sender.isIdle;
  }

  /** The last instant of the grid of which all signals have been read. */
  get sampled_us(): number {
    return this.#reader.sampled_us;
  }

  /** When to call `advance` again at the latest, or `null`; it may lie in the past. */
  get next_us(): number | null {
    const wire_us = this.#standing === 'closed' ? null : this.#master.next_us;
    const times = [wire_us, this.#sender.next_us, this.#greetAt_us].filter((time) => time !== null);
    return times.length === 0 ? null : Math.min(...times);
  }

  /** There is a wire: greets the board. */
  open(now_us: number): void {
    this.#master.open(now_us);
    this.#standing = 'connecting';
    this.#greet();
  }

  /** The wire is gone. Signals that were read can still be collected, and what was told is kept. */
  close(now_us: number): void {
    if (this.#standing === 'connected') this.#silentSince_us = this.#master.lastAnswer_us;
    this.#standing = 'closed';
    this.#greetAt_us = null;
    this.#sender.shut();
    this.#master.close(now_us);
  }

  /** Bytes that came, as they came. */
  receive(bytes: Uint8Array, now_us: number): void {
    if (this.#standing !== 'closed') this.#master.receive(bytes, now_us);
  }

  /** What time has brought: the bytes to send now, or `null`. */
  advance(now_us: number): Uint8Array | null {
    this.#sender.advance(now_us);
    if (this.#greetAt_us !== null && now_us >= this.#greetAt_us) this.#greet();
    return this.#standing === 'closed' ? null : this.#master.advance(now_us);
  }

  /** To be taken in this tick of the board; call `advance` then. Order ids are whole numbers from 1, and rise. */
  command(command: Command, tick: number, now_us: number): void {
    this.#sender.give(command, tick, now_us);
  }

  /** Commands that have not been answered and are not to happen any more. */
  withdraw(isMeant: (command: Command) => boolean, now_us: number): void {
    this.#sender.withdraw(isMeant, now_us);
  }

  /** The first tick of the board that begins at this instant or after it. */
  tickAt(t_us: number): number {
    return this.#clock.tickAt(t_us);
  }

  /** The host's poll at an instant of its grid; call `advance` then. Without a board nothing is asked. */
  sample(g_us: number): void {
    if (this.#standing !== 'connected') return;
    this.leaveOut(g_us);
    this.#reader.sample(g_us);
  }

  /** The host's poll at an instant of its grid is left out: the caller knows that the board has nothing new to tell. */
  leaveOut(g_us: number): void {
    this.#spacing_us = g_us - this.#lastSample_us;
    this.#lastSample_us = g_us;
  }

  /** Signals read so far of ticks that began before this instant of the grid, oldest first; they are then gone. */
  collect(before_us: number = this.#reader.sampled_us): readonly Signal[] {
    return this.#reader.collect(before_us);
  }

  /** Reads figures for people; they come as facts `registers`. It takes 0.1 s of the wire's time, behind commands and polls. */
  refresh(): void {
    if (this.#standing !== 'connected') return;
    for (const block of FIGURES)
      readBlock(this.#master, 'figure', block, (values, now_us) => {
        if (values !== null) this.#fact({ is: 'registers', block, values }, now_us);
      });
  }

  /** Only while it is idle. */
  save(): BoardLinkState {
    if (!this.isIdle) throw new Error('a link is kept only while nothing is on its wire');
    return {
      reader: this.#reader.save(),
      clock: this.#clock.bounds,
      lastToken: this.#sender.lastToken,
      waveformDue: this.#waveforms.due,
    };
  }

  /** Into a new link, instead of `open`: it goes on as if it had been connected all the time. */
  restore({ reader, clock, lastToken, waveformDue }: BoardLinkState, now_us: number): void {
    this.#reader.restore(reader);
    this.#clock.reset(clock);
    this.#ended = reader.told.order;
    this.#waveforms.ended(waveformDue);
    this.#standing = 'connected';
    this.#wasConnected = true;
    this.#sender.open(lastToken, now_us);
  }

  #greet(): void {
    this.#greetAt_us = null;
    this.#handshake.begin((result, now_us) => {
      if (this.#standing === 'closed') return;
      if (result.is === 'silent') return this.#silent(now_us);
      if (result.is === 'busy') {
        this.#greetAt_us = now_us + GREET_AGAIN_us;
        return;
      }
      if (result.is === 'refused') {
        this.#standing = 'refused';
        this.#sender.shut();
        return this.#fact(result, now_us);
      }
      this.#identity = result.identity;
      if (result.fitted !== null) this.#fact({ is: 'fitted', ...result.fitted }, now_us);
      this.#token = result.lastToken;
      this.#reader.begin(this.#options.readFrom ?? 'boot', result.identity.boots);
      this.#reader.sample(now_us);
    });
  }

  #polled(how: 'read' | 'exception' | 'silent' | 'closed', now_us: number): void {
    if (how === 'closed' || this.#standing === 'closed') return;
    if (how === 'silent' || how === 'exception') return this.#silent(now_us);
    if (this.#standing !== 'connected') this.#connected(now_us);
    this.#sawEnd();
    this.#waveforms.go(now_us);
  }

  #connected(now_us: number): void {
    const again = this.#wasConnected;
    this.#wasConnected = true;
    if (this.#silentSince_us !== undefined) this.#fact({ is: 'back', since_us: this.#silentSince_us ?? null }, now_us);
    this.#silentSince_us = undefined;
    this.#standing = 'connected';
    this.#fact({ is: 'connected', identity: this.#identity as BlockValues<'identity'>, again }, now_us);
    this.#sender.open(this.#token, now_us);
  }

  #silent(now_us: number): void {
    if (this.#standing === 'closed' || this.#standing === 'refused') return;
    this.#sender.shut();
    this.#greetAt_us = now_us + GREET_AGAIN_us;
    const since_us = this.#master.lastAnswer_us;
    if (this.#standing !== 'silent' && this.#silentSince_us === undefined) {
      this.#silentSince_us = since_us;
      this.#fact({ is: 'silent', since_us }, now_us);
    }
    this.#standing = 'silent';
  }

  #sawEnd(): void {
    const { told } = this.#reader;
    if (isInFlight(told) || told.order <= this.#ended) return;
    this.#ended = told.order;
    if (this.#options.readsWaveforms === true) this.#waveforms.ended(told.order);
  }

  #mayReadFigures(now_us: number): boolean {
    const polls = this.#spacing_us < FIGURES_REST_us && now_us - this.#lastSample_us < FIGURES_REST_us;
    const isQuiet = this.#sender.isIdle && !this.#reader.isPolling && !isInFlight(this.#reader.told);
    return this.#standing === 'connected' && isQuiet && !polls;
  }

  #fact(fact: LinkFact, now_us: number): void {
    if (fact.is === 'restarted') this.#sender.forget('restarted', now_us);
    this.#options.onFact?.(fact, now_us);
  }
}
