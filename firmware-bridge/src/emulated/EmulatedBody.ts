import {
  type BodyOptions,
  type Command,
  type Component,
  type Contents,
  controllerParameters,
  type FaultCause,
  type Hand,
  type Kernel,
  type KernelEvent,
  type LaneTruth,
  Mechanism,
  type PowerChange,
  parameterValues,
  type Saved,
  type Signal,
  type SimulatedBody,
} from '@dosetwin/twin';
import { MechanismPort, type SaidByte } from '../emulator/MechanismPort.js';
import { firmwareImage } from '../firmware/firmwareImage.js';
import { BoardLink, type BoardLinkState } from '../wire/BoardLink.js';
import { chartsCrc } from '../wire/chartsCrc.js';
import type { LinkFact } from '../wire/LinkFact.js';
import type { WireFrame } from '../wire/Master.js';
import { ChartsSeen } from './ChartsSeen.js';

/** What a bench may watch of a machine on the emulated board, besides the trace. */
export interface BoardWatcher {
  frame?(machine: string, frame: WireFrame): void;
  fact?(machine: string, fact: LinkFact, now_us: number): void;
  /** The motor current at the pins, each time that the board samples it. */
  current?(machine: string, milliamp: number, now_us: number): void;
}

/** From power-up until the host greets the board, in µs: to look through its EEPROM takes it between 44 and 48 ms, as measured. */
const GREETED_AFTER_us = 50_000;

/**
 * The reference firmware below the hinge: its program on an emulated ATmega2560, the simulated mechanism at its pins, and the
 * host's master on its wire, all in the kernel's time.
 */
export class EmulatedBody implements SimulatedBody, Component {
  readonly mechanism: Mechanism;
  readonly port: MechanismPort;
  readonly #kernel: Kernel;
  readonly #machine: string;
  readonly #address: string;
  readonly #watcher: BoardWatcher;
  readonly #cartridges: number;
  readonly #onSignal: () => void;
  readonly #charts: ChartsSeen;
  readonly #startMs: number;
  #link: BoardLink;
  /** How often the board had been stirred when it was asked last, by `lives` and `stirs`. */
  #asked = { lives: -1, stirs: -1 };
  /** Until then it is starting again: the host gives it nothing and asks it nothing (SPEC V1). */
  #deafUntil_us = 0;

  constructor(kernel: Kernel, options: BodyOptions, watcher: BoardWatcher = {}) {
    const { machine, cartridges } = options;
    this.#kernel = kernel;
    this.#machine = machine;
    this.#address = `${machine}/wire`;
    this.#cartridges = cartridges;
    this.#watcher = watcher;
    this.#onSignal = options.onSignal;
    this.#startMs = parameterValues('controller', controllerParameters, ...options.parameters).startMs;
    this.mechanism = new Mechanism(kernel, options);
    this.port = new MechanismPort(kernel, {
      address: `${machine}/controller`,
      mechanism: this.mechanism,
      cartridges,
      image: firmwareImage,
      seed: 1,
      onBytes: (bytes) => this.#hear(bytes),
      onCurrent: (milliamp) => this.#watcher.current?.(machine, milliamp, kernel.now_us),
    });
    this.#charts = new ChartsSeen(kernel, machine, cartridges);
    this.#link = this.#newLink();
    kernel.register(this.#address, 1, this);
  }

  get link(): BoardLink {
    return this.#link;
  }

  start(): void {
    this.port.powerUp();
    this.#link.open(this.#kernel.now_us);
    this.#turn();
    // A wire tells of nothing by itself: the host polls from now on.
    this.#onSignal();
  }

  get isStill(): boolean {
    return this.port.board.asleep && this.port.board.isQuiet && this.#link.isIdle;
  }

  command(command: Command, at_us: number): void {
    if (this.#kernel.now_us < this.#deafUntil_us) return;
    this.#link.command(command, this.#link.tickAt(at_us), this.#kernel.now_us);
    this.#turn();
  }

  /** A board that slept since it was last asked, but for answering, has nothing new to tell, and is not asked. */
  sample(): boolean {
    const { now_us } = this.#kernel;
    const { lives, stirs } = this.port.board;
    if (now_us < this.#deafUntil_us) return true;
    if (this.isStill && this.#asked.lives === lives && this.#asked.stirs === stirs) {
      this.#link.leaveOut(now_us);
      return true;
    }
    this.#asked = { lives, stirs };
    this.#link.sample(now_us);
    this.#turn();
    return true;
  }

  poll(before_us: number): readonly Signal[] {
    return before_us < this.#deafUntil_us ? [] : this.#link.collect(before_us);
  }

  hand(hand: Hand): void {
    this.mechanism.hand(hand);
  }

  fault(fault: { readonly cause: FaultCause; readonly cartridge: number }): void {
    this.mechanism.fault(fault);
  }

  look(cartridge: number): Contents {
    return this.mechanism.truth(cartridge);
  }

  ease(cartridge: number): void {
    this.mechanism.ease(cartridge);
  }

  /** The wire goes with the power, and the host greets the board as soon as it is back. */
  power(what: PowerChange): void {
    const { now_us } = this.#kernel;
    if (what !== 'on') {
      this.#kernel.cancelTimer(this.#address, 'greet');
      this.#link.close(now_us);
      this.port.cutPower();
      this.mechanism.cutPower();
    }
    if (what !== 'off') {
      this.port.powerUp();
      this.#deafUntil_us = now_us + Math.round(this.#startMs * 1_000);
      this.#kernel.setTimer(this.#address, 'greet', now_us + GREETED_AFTER_us, { type: 'GREET' });
      this.#onSignal();
    }
    this.#turn();
  }

  tamper(open: boolean): void {
    this.mechanism.tamper(open);
  }

  truth(cartridge: number): LaneTruth {
    return this.mechanism.truth(cartridge);
  }

  handle(event: KernelEvent): void {
    if (event.type === 'GREET') this.#link.open(this.#kernel.now_us);
    else if (event.type !== 'TURN') throw new Error(`${this.#address} does not know the event ${event.type}`);
    this.#turn();
  }

  save(): Saved {
    const [asked, deafUntil_us] = [{ ...this.#asked }, this.#deafUntil_us];
    return { link: this.#link.save(), charts: this.#charts.save(), asked, deafUntil_us } as unknown as Saved;
  }

  restore(saved: Saved): void {
    this.#link = this.#newLink();
    const { link, charts, asked, deafUntil_us } = saved as unknown as {
      readonly link: BoardLinkState;
      readonly charts: Saved;
      readonly asked: { readonly lives: number; readonly stirs: number };
      readonly deafUntil_us: number;
    };
    this.#asked = { ...asked };
    this.#deafUntil_us = deafUntil_us;
    this.#link.restore(link, this.#kernel.now_us);
    this.#charts.restore(charts);
  }

  #newLink(): BoardLink {
    return new BoardLink({
      framing: 'rtu',
      clock: 'aligned',
      cartridges: this.#cartridges,
      chartsCrc: chartsCrc(),
      // Watched or not: what goes over the wire is part of the run, and the same in each.
      readsWaveforms: true,
      onFrame: (frame) => this.#watcher.frame?.(this.#machine, frame),
      onFact: (fact, now_us) => this.#take(fact, now_us),
    });
  }

  #take(fact: LinkFact, now_us: number): void {
    if (fact.is === 'restarted') this.#charts.begin();
    if (fact.is === 'status') this.#charts.read(fact.status);
    this.#watcher.fact?.(this.#machine, fact, now_us);
    if (fact.is === 'connected' || fact.is === 'waveform') this.#link.refresh();
  }

  #hear(bytes: readonly SaidByte[]): void {
    this.#link.receive(
      Uint8Array.from(bytes, ({ byte }) => byte),
      this.#kernel.now_us,
    );
    this.#turn();
  }

  /** Lets the link do what is due, and asks for the kernel's time when it has something to do next. */
  #turn(): void {
    const { now_us } = this.#kernel;
    for (let bytes = this.#link.advance(now_us); bytes !== null; bytes = this.#link.advance(now_us)) this.port.send([...bytes]);
    const { next_us } = this.#link;
    if (next_us === null) this.#kernel.cancelTimer(this.#address, 'turn');
    else this.#kernel.setTimer(this.#address, 'turn', Math.max(next_us, now_us + 1), { type: 'TURN' });
  }
}
