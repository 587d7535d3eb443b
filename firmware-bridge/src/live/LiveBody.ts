import type { BodyOptions, Command, Contents, FaultCause, Hand, Kernel, LaneTruth, Signal, SimulatedBody } from '@dosetwin/twin';
import { ChartsSeen } from '../emulated/ChartsSeen.js';
import { chartStateNames } from '../wire/chartStateNames.js';
import type { LinkFact } from '../wire/LinkFact.js';
import type { BlockValues } from '../wire/registerNames.js';
import type { BoardPort } from './BoardPort.js';
import { LaneBook } from './LaneBook.js';
import type { LiveTime } from './LiveTime.js';
import type { OrderBook } from './OrderBook.js';
import { PinsSeen } from './PinsSeen.js';
import type { PromptAct, PromptCount } from './Prompt.js';
import type { PromptList } from './PromptList.js';
import { resultOf } from './resultOf.js';
import { sayFact } from './sayFact.js';
import { stillTrue } from './stillTrue.js';
import { WireWork } from './WireWork.js';

const NAMES = chartStateNames();

/** What a run with a real board needs besides its world. */
export interface LiveSurroundings {
  readonly port: BoardPort;
  readonly time: LiveTime;
  readonly prompts: PromptList;
  readonly orders: OrderBook;
  /** Whether motors may move now: somebody has said that only inert packages are in the machine. It may change while a run goes on. */
  readonly isArmed: boolean;
  /** What happened on the wire, in words for whoever watches. */
  readonly onNote: (says: string) => void;
  /** What the link finds out, for a shadow beside it. */
  readonly onFact?: (fact: LinkFact) => void;
}

/**
 * A real machine below the hinge: commands go over its wire, signals come from it, hands and faults become prompts. It runs in the
 * wall's time, which `LiveTime` ties to the kernel's. Of levels 0 and 1 the trace has what polls saw of the board's charts, door and motor, and
 * the entries of `MACHINE/board`: `joined`, `armed`, `promise`, `leapt`, `wire`, `looked`, `prompt`, `done`, `withheld`.
 */
export class LiveBody implements SimulatedBody {
  /** A board cannot be put back. */
  readonly isStill = false;
  readonly #kernel: Kernel;
  readonly #machine: string;
  readonly #loaded: readonly number[];
  readonly #onSignal: () => void;
  readonly #around: LiveSurroundings;
  readonly #charts: ChartsSeen;
  readonly #pins: PinsSeen;
  readonly #lanes: LaneBook;
  readonly #work: WireWork;
  /** The scenario's order ids begin at 1; the board's rise for its life. */
  readonly #base: number;
  /** Orders of this run, by the board's ids. */
  readonly #asked = new Set<number>();
  /**
   * Those of which the end was heard. It stays: the power may go before a board has written down what it said, and its next boot
   * then takes the order for interrupted.
   */
  readonly #ended = new Set<number>();
  #failure: string | null = null;
  #hasBegun = false;
  /** Somebody was asked to fill it. */
  #isFilled = false;
  /** Lanes that are locked out are still to be cleared. */
  #clears = false;

  constructor(kernel: Kernel, options: BodyOptions, around: LiveSurroundings & { readonly firstOrder: number }) {
    const { machine, cartridges, loaded } = options;
    this.#kernel = kernel;
    this.#machine = machine;
    this.#loaded = loaded.slice(0, cartridges);
    this.#onSignal = options.onSignal;
    this.#around = around;
    this.#charts = new ChartsSeen(kernel, machine, cartridges);
    this.#pins = new PinsSeen(kernel, machine);
    this.#lanes = new LaneBook(cartridges, loaded);
    this.#work = new WireWork(around.port);
    this.#base = around.firstOrder - 1;
  }

  start(): void {
    const { port, time, isArmed } = this.#around;
    const { boot } = port.link.position;
    this.#record('joined', { port: port.name, boot, first_order: this.#base + 1, armed: isArmed });
    time.listen(({ from_us, by_us }) => this.#record('leapt', { from_us, by_us }));
    port.listen({ fact: (fact) => this.#fact(fact), wire: (isOpen, says) => this.#wire(isOpen, says) });
    for (const says of port.promises ?? []) {
      this.#record('promise', { says });
      this.#note(says);
    }
    if (isArmed) this.#fill();
    this.#onSignal();
  }

  /** Its motors were armed or disarmed while the run went on. Before they move for the first time the machine is filled. */
  armed(isArmed: boolean): void {
    const { port } = this.#around;
    this.#record('armed', { is: isArmed });
    // A motion that waits for a wire that is away must not begin once it is back.
    if (!isArmed) port.link.withdraw?.(({ name }) => name === 'vend' || name === 'recover', port.now_us());
    if (isArmed && !this.#isFilled) this.#fill();
  }

  /** Why the run cannot go on, in words; `null`: it can. */
  get failure(): string | null {
    return this.#failure;
  }

  /** Whether the run must go at the wall's pace now. */
  get wantsRealTime(): boolean {
    return this.#work.isAny || this.#around.prompts.waiting.some(({ machine }) => machine === this.#machine);
  }

  /** Beyond this instant the run must not leap. */
  get leapEnd_us(): number {
    return this.#work.leapEnd_us;
  }

  command(command: Command, at_us: number): void {
    const { port, time, orders, isArmed } = this.#around;
    const isMotion = command.name === 'vend' || command.name === 'recover';
    if (isMotion && !isArmed) {
      this.#record('withheld', { ...command });
      this.#note(`${command.name} of cartridge ${command.cartridge} is withheld: the machine is not armed`);
      return;
    }
    time.tie(this.#kernel.now_us);
    const sent: Command = command.name === 'clear' ? command : { ...command, order: this.#base + command.order };
    if (isMotion) {
      orders.order(this.#base + command.order, command.cartridge, command.name);
      this.#asked.add(this.#base + command.order);
      this.#lanes.moved(command.cartridge);
    }
    this.#work.commanded(command, at_us);
    port.link.command(sent, port.link.tickAt(time.wallOf(at_us)), port.now_us());
    port.turn();
  }

  /** In between, while time runs ahead of the wall, the port polls at its own pace. */
  sample(): boolean {
    const { port, time } = this.#around;
    if (time.isTied) {
      port.link.sample(port.now_us());
      port.turn();
    }
    return true;
  }

  poll(before_us: number): readonly Signal[] {
    const { port, time } = this.#around;
    const heard = port.link.collect(time.isTied ? time.wallOf(before_us) : Number.POSITIVE_INFINITY);
    for (const { boot, sequence } of heard) this.#work.settled(boot, sequence);
    if (this.#hasBegun) return heard.flatMap((signal) => this.#take(signal));
    this.#hasBegun = true;
    return stillTrue(heard).flatMap((signal) => this.#take(signal));
  }

  hand(hand: Hand): void {
    this.#prompt(hand);
  }

  fault({ cause, cartridge }: { readonly cause: FaultCause; readonly cartridge: number }): void {
    this.#prompt({ name: 'fault', cause, cartridge });
  }

  look(cartridge: number): Contents {
    const found = this.#lanes.contents(cartridge);
    const { loaded, onCoil, rejected, inBox } = found;
    const counted = this.#lanes.isCounted(cartridge);
    this.#record('looked', { cartridge, loaded, on_coil: onCoil, rejected, in_box: inBox, counted });
    return found;
  }

  /** A real jam yields to nobody's word. */
  ease(): void {}

  /** As far as its host can know. */
  truth(cartridge: number): LaneTruth {
    return this.#lanes.truth(cartridge);
  }

  #take(signal: Signal): Signal[] {
    const { order = 0, cartridge = 0 } = signal.args as { readonly order?: number; readonly cartridge?: number };
    const { orders, port } = this.#around;
    const result = resultOf(signal);
    // Of an order of an earlier run: the ledger's affair, not this scenario's.
    if (order !== 0 && order <= this.#base) return [];
    if (order !== 0 && !this.#asked.has(order)) return this.#anotherHost(order);
    if (result !== null && (signal.args.command ?? 'vend') !== 'unlock' && !this.#ended.has(order)) {
      this.#ended.add(order);
      orders.result(order, result.is, result.why);
    }
    if (port.showsPins === false) this.#pins.hear(signal);
    if (signal.name === 'surplus' && cartridge > 0) orders.surplus(cartridge);
    if (signal.name === 'dropped') this.#lanes.dropped(cartridge, 'inBox');
    if (signal.name === 'recovered') this.#lanes.dropped(cartridge, 'rejected');
    this.#work.heard(signal, order - this.#base, port.now_us());
    return [order === 0 ? signal : { ...signal, args: { ...signal.args, order: order - this.#base } }];
  }

  /** What somebody else's order did is none of this run's to conclude; its counts are right no longer. */
  #anotherHost(order: number): [] {
    if (this.#failure !== null) return [];
    this.#failure = `another host commands the board at ${this.#around.port.name}: it tells of order ${order}, which this run never gave; end the other, count, and begin again`;
    this.#record('wire', { is: 'another-host', says: this.#failure });
    this.#note(this.#failure);
    return [];
  }

  #fill(): void {
    this.#isFilled = true;
    this.#prompt({ name: 'fill', packages: this.#loaded });
  }

  #prompt(act: PromptAct): void {
    this.#work.asked(act);
    this.#record('prompt', { act: act.name, cartridge: 'cartridge' in act ? act.cartridge : 0 });
    this.#around.prompts.raise(this.#machine, act, (count) => {
      this.#record('done', { act: act.name, cartridge: 'cartridge' in act ? act.cartridge : 0 });
      this.#done(act, count);
    });
  }

  #done(act: PromptAct, count: PromptCount | null): void {
    const { orders } = this.#around;
    this.#work.answered(this.#around.port.now_us());
    if (act.name === 'take') this.#lanes.taken();
    if (act.name === 'empty-box') this.#lanes.emptied();
    if ((act.name === 'free' || act.name === 'unload') && count !== null) this.#lanes.count(act.cartridge, count);
    if (act.name === 'unload') orders.takenOut(act.cartridge, act.packages);
    if (act.name === 'load') {
      this.#lanes.load(act.cartridge, act.packages);
      orders.load(act.cartridge, act.packages);
    }
    if (act.name === 'fill') {
      act.packages.forEach((packages, index) => {
        orders.fill(index + 1, packages);
      });
      this.#clears = true;
      this.#around.port.link.refresh();
    }
  }

  #fact(fact: LinkFact): void {
    this.#around.onFact?.(fact);
    if (fact.is === 'restarted') this.#charts.begin();
    if (fact.is === 'status') {
      this.#charts.read(fact.status);
      this.#pins.read(fact.status);
      this.#work.polled(fact.status, this.#around.port.now_us());
    }
    if (fact.is === 'unknown-signal') this.#work.settled(fact.boot, fact.sequence);
    if (fact.is === 'lost') this.#work.settled(fact.boot, fact.to);
    if (fact.is === 'registers' && fact.block === 'lanes' && this.#clears)
      this.#clear(fact.values as readonly BlockValues<'lanes'>[]);
    const says = sayFact(fact);
    if (says === null) return;
    this.#record('wire', { is: fact.is, says });
    this.#note(says);
    if (fact.is === 'refused') this.#failure = says;
  }

  /** Whoever filled the machine has set it right: a lane that an earlier run left locked out is free again. */
  #clear(lanes: readonly BlockValues<'lanes'>[]): void {
    const { port } = this.#around;
    this.#clears = false;
    const locked = this.#loaded.map((_, index) => index + 1).filter((cartridge) => isShut(lanes[cartridge - 1]));
    for (const cartridge of locked) port.link.command({ name: 'clear', cartridge }, 0, port.now_us());
    if (locked.length > 0) this.#note(`cleared of an earlier jam: cartridge ${locked.join(', ')}`);
  }

  #wire(isOpen: boolean, says: string): void {
    this.#record('wire', { is: isOpen ? 'open' : 'gone', says });
    this.#note(says);
  }

  #note(says: string): void {
    this.#around.onNote(`${this.#machine}: ${says}`);
  }

  #record(kind: string, payload: Readonly<Record<string, string | number | boolean>>): void {
    this.#kernel.record(`${this.#machine}/board`, kind, payload, 1);
  }
}

/** One that moves by now is the first order's. */
function isShut(lane: BlockValues<'lanes'> | undefined): boolean {
  return lane !== undefined && /^(jammed|lockedOut)/.test(NAMES.lane(lane.laneStates).join());
}
