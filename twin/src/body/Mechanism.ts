import { type ParameterOverrides, parameterValues } from '../charts/parameters.js';
import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import type { FaultCause } from '../spec/WorldSpec.js';
import { ChuteFlap } from './ChuteFlap.js';
import { CoilDrive } from './CoilDrive.js';
import { MDEG_PER_TURN, mdegOf } from './coil.js';
import { DropBeam } from './DropBeam.js';
import { fallOf } from './fall.js';
import type { Hand } from './hinge.js';
import { type Lane, type LaneTruth, makeSound, newLane, truthOf } from './Lane.js';
import { mechanismParameters } from './mechanism.parameters.js';
import type { Actuation, Pins } from './Pins.js';
import { laneStream, usOf, type Works } from './Works.js';

export interface MechanismOptions {
  readonly machine: string;
  /** Cartridges fitted, 1 to 48. */
  readonly cartridges: number;
  /** Packages in each at the start; index 0 is cartridge 1. */
  readonly loaded: readonly number[];
  readonly parameters: readonly ParameterOverrides[];
}

/**
 * Level 0: coils, packages, beam, chute, flap and door of one machine, by events of the kernel (SPEC M). It knows the
 * truth, and tells it to nobody above the pins.
 */
export class Mechanism implements Component, Pins {
  readonly #works: Works;
  readonly #lanes: Lane[];
  readonly #drive: CoilDrive;
  readonly #beam: DropBeam;
  readonly #flap: ChuteFlap;
  #doorOpen = false;
  #tampered = false;
  #supplyMillivolt: number;
  #diverter: 'box' | 'reject' = 'box';
  /** How often the power went: what was driven before then, and has not taken hold, never does. */
  #powerCuts = 0;
  #watcher: () => void = () => {};

  constructor(kernel: Kernel, options: MechanismOptions) {
    const address = `${options.machine}/mechanism`;
    const values = parameterValues('mechanism', mechanismParameters, ...options.parameters);
    const place = kernel.placeOf(address);
    this.#works = { kernel, address, place, values, streams: new Map(), changed: () => this.#watcher() };
    this.#supplyMillivolt = values.supplyMillivolt;
    this.#lanes = Array.from({ length: options.cartridges }, (_, i) =>
      newLane(Math.min(options.loaded[i] ?? 0, values.lanePackages), mdegOf(values.releaseTurn)),
    );
    this.#beam = new DropBeam(this.#works);
    this.#flap = new ChuteFlap(this.#works);
    this.#drive = new CoilDrive(this.#works, this.#lanes, {
      release: (cartridge, coil_mdeg) => this.#release(cartridge, coil_mdeg),
      follow: (cartridge) => this.#follow(cartridge),
      flicker: () => this.#flicker(),
      stickFlap: () => this.#flap.stick(),
    });
    kernel.register(address, 0, this);
  }

  /** Calls `watcher` whenever a pin has changed; it should only take note, and look later. */
  watch(watcher: () => void): void {
    this.#watcher = watcher;
  }

  get doorOpen(): boolean {
    return this.#doorOpen;
  }

  get supplyLow(): boolean {
    return this.#supplyMillivolt < this.#works.values.supplyLowMillivolt;
  }

  get supplyMillivolt(): number {
    return this.#supplyMillivolt;
  }

  get tampered(): boolean {
    return this.#tampered;
  }

  /** What the motor takes now, in mA: what a board's converter would read. */
  get motorMilliamp(): number {
    return this.#drive.milliamp;
  }

  get flapOpen(): boolean {
    return this.#flap.open;
  }

  get boltBack(): boolean {
    return this.#flap.boltBack;
  }

  get beamDark(): boolean {
    return this.#beam.dark;
  }

  get currentHigh(): boolean {
    return this.#drive.currentHigh;
  }

  camClosed(cartridge: number): boolean {
    return this.#lane(cartridge).camClosed;
  }

  /** Where every package of a cartridge is: for tests and checkers, which stand outside both levels. */
  truth(cartridge: number): LaneTruth {
    return truthOf(this.#lane(cartridge));
  }

  /** Takes hold at `at_us`, now or later. */
  actuate(actuation: Actuation, at_us: number): void {
    const { type } = actuation;
    const powerCuts = this.#powerCuts;
    const event =
      type === 'MOTOR'
        ? { type, cartridge: actuation.cartridge, on: actuation.on, powerCuts }
        : { type, to: actuation.to, powerCuts };
    this.#works.kernel.at(at_us, this.#works.place, event);
  }

  /** Power goes at this instant: motor and bolt fall, whatever was driven. */
  cutPower(): void {
    const { now_us } = this.#works.kernel;
    this.#powerCuts += 1;
    this.actuate({ type: 'MOTOR', cartridge: 0, on: false }, now_us);
    this.actuate({ type: 'BOLT', to: 'out' }, now_us);
  }

  /** The voltage of the supply from now on, in mV, from 0. */
  supply(millivolt: number): void {
    this.#supplyMillivolt = millivolt;
    this.#works.changed();
  }

  /** Whether something is open that only the maker opens. */
  tamper(open: boolean): void {
    this.#tampered = open;
    this.#works.changed();
  }

  hand(hand: Hand): void {
    const { name, ...args } = hand;
    this.#works.kernel.post(this.#works.address, { type: 'HAND', hand: name, ...args });
  }

  fault(fault: { readonly cause: FaultCause; readonly cartridge: number }): void {
    this.#works.kernel.post(this.#works.address, { type: 'FAULT', ...fault });
  }

  /** The jam of a cartridge yields to its next motion, because the scenario says so: help from afar that succeeds. */
  ease(cartridge: number): void {
    this.#works.kernel.post(this.#works.address, { type: 'EASE', cartridge });
  }

  handle(event: KernelEvent): void {
    if (event.powerCuts !== undefined && event.powerCuts !== this.#powerCuts) return;
    const cartridge = event.cartridge as number;
    switch (event.type) {
      case 'MOTOR':
        return this.#motor(cartridge, event.on as boolean);
      case 'DIVERTER':
        return this.#divert(event.to as 'box' | 'reject');
      case 'BOLT':
        return this.#flap.drive(event.to as 'back' | 'out');
      case 'COIL_ARRIVES':
        return this.#drive.arrive();
      case 'CURRENT_PASSES':
        return this.#drive.currentPassesLimit();
      case 'FOLLOWS':
        return this.#lane(cartridge).onCoil > 0 ? this.#release(cartridge, this.#drive.angleOf(cartridge)) : undefined;
      case 'AT_BEAM':
        return this.#reachBeam(cartridge);
      case 'PAST_BEAM':
        return this.#beam.leave();
      case 'LANDS':
        return this.#land(cartridge, event.in as 'box' | 'reject');
      case 'BOLT_ARRIVES':
        return this.#flap.boltArrives();
      case 'FLAP_SHUTS':
        return this.#shutFlap();
      case 'HAND':
        return this.#useHand({ name: event.hand, cartridge, packages: event.packages } as unknown as Hand);
      case 'FAULT':
        return this.#fail(event.cause as FaultCause, cartridge);
      case 'EASE':
        return this.#ease(this.#lane(cartridge));
      default:
        throw new Error(`${this.#works.address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return {
      lanes: this.#lanes.map((lane) => ({ ...lane, scheduled: [...lane.scheduled] })),
      drive: this.#drive.save(),
      beam: this.#beam.save(),
      flap: this.#flap.save(),
      doorOpen: this.#doorOpen,
      tampered: this.#tampered,
      supplyMillivolt: this.#supplyMillivolt,
      diverter: this.#diverter,
      powerCuts: this.#powerCuts,
    };
  }

  restore(saved: Saved): void {
    const state = saved as unknown as {
      lanes: Lane[];
      drive: Saved;
      beam: Saved;
      flap: Saved;
      doorOpen: boolean;
      tampered: boolean;
      supplyMillivolt: number;
      diverter: 'box' | 'reject';
      powerCuts: number;
    };
    // The lanes stay the same objects: the drive holds them too.
    for (const [i, lane] of state.lanes.entries())
      Object.assign(this.#lanes[i] as Lane, lane, { scheduled: [...lane.scheduled] });
    this.#drive.restore(state.drive);
    this.#beam.restore(state.beam);
    this.#flap.restore(state.flap);
    this.#doorOpen = state.doorOpen;
    this.#tampered = state.tampered;
    this.#supplyMillivolt = state.supplyMillivolt;
    this.#diverter = state.diverter;
    this.#powerCuts = state.powerCuts;
  }

  #lane(cartridge: number): Lane {
    const lane = this.#lanes[cartridge - 1];
    if (lane === undefined) throw new RangeError(`${this.#works.address}: cartridge ${cartridge} is not fitted`);
    return lane;
  }

  #record(kind: string, payload: Readonly<Record<string, number | string | boolean>>): void {
    this.#works.kernel.record(this.#works.place, kind, payload);
  }

  #after(us: number, event: KernelEvent): void {
    this.#works.kernel.at(this.#works.kernel.now_us + us, this.#works.place, event);
  }

  /** The door switch lies in the motor's supply: with the door open nothing turns, whatever is driven. */
  #motor(cartridge: number, on: boolean): void {
    if (!on) this.#drive.stop();
    else if (!this.#doorOpen) this.#drive.start(cartridge);
  }

  #divert(to: 'box' | 'reject'): void {
    if (to === this.#diverter) return;
    this.#diverter = to;
    this.#record('diverter', { to });
  }

  #release(cartridge: number, coil_mdeg: number): void {
    const lane = this.#lane(cartridge);
    const { fall_us } = fallOf(cartridge, this.#works.values);
    lane.onCoil -= 1;
    lane.falling += 1;
    this.#record('release', { cartridge, coil_mdeg, left: lane.onCoil, fall_us });
    this.#after(fall_us, { type: 'AT_BEAM', cartridge });
  }

  #follow(cartridge: number): void {
    const { secondFallFromMs, secondFallToMs } = this.#works.values;
    const gapMs = laneStream(this.#works, cartridge, 'second-fall').between(
      secondFallFromMs,
      Math.max(secondFallFromMs, secondFallToMs),
    );
    this.#after(usOf(gapMs), { type: 'FOLLOWS', cartridge });
  }

  /** The diverter lies right below the beam. */
  #reachBeam(cartridge: number): void {
    const { values } = this.#works;
    const isSeen = !laneStream(this.#works, cartridge, 'sensor-miss').chance(values.sensorMissShare);
    if (isSeen) {
      this.#beam.enter();
      this.#after(fallOf(cartridge, values).pass_us, { type: 'PAST_BEAM' });
    }
    this.#after(usOf(values.chuteSlideMs), { type: 'LANDS', cartridge, in: this.#diverter });
  }

  #flicker(): void {
    this.#beam.enter();
    this.#after(usOf(this.#works.values.flickerMs), { type: 'PAST_BEAM' });
  }

  #land(cartridge: number, where: 'box' | 'reject'): void {
    const lane = this.#lane(cartridge);
    lane.falling -= 1;
    if (where === 'box') lane.inBox += 1;
    else lane.rejected += 1;
    this.#record('land', { cartridge, in: where, box: this.#inBox() });
  }

  #inBox(): number {
    return this.#lanes.reduce((sum, lane) => sum + lane.inBox, 0);
  }

  /** The hand leaves with all that lies in the box. */
  #shutFlap(): void {
    const packages = this.#inBox();
    for (const lane of this.#lanes) {
      lane.taken += lane.inBox;
      lane.inBox = 0;
    }
    this.#record('take', { packages });
    this.#flap.shut();
  }

  /** What lies in the box goes to the reject bin, whosever it is. */
  #emptyBox(): void {
    const packages = this.#inBox();
    for (const lane of this.#lanes) {
      lane.rejected += lane.inBox;
      lane.inBox = 0;
    }
    this.#record('empty-box', { packages });
  }

  #useHand(hand: Hand): void {
    if (hand.name === 'open-door' || hand.name === 'close-door') return this.#moveDoor(hand.name === 'open-door');
    if (hand.name === 'take') return this.#flap.pull();
    // Everything else lies behind the door.
    if (!this.#doorOpen) return;
    if (hand.name === 'clean-beam') this.#beam.clean();
    else if (hand.name === 'free-flap') this.#flap.free();
    else if (hand.name === 'empty-box') this.#emptyBox();
    else if (hand.name === 'free') this.#free(hand.cartridge);
    else if (hand.name === 'load') this.#load(hand.cartridge, hand.packages);
    else if (hand.name === 'unload') this.#unload(hand.cartridge, hand.packages);
  }

  #moveDoor(open: boolean): void {
    if (open === this.#doorOpen) return;
    this.#doorOpen = open;
    this.#record('door', { open });
    if (open) this.#drive.stop();
    this.#works.changed();
  }

  /** What hung, was crushed, or lies in the box from this cartridge goes to the reject bin; the coil is set home. */
  #free(cartridge: number): void {
    const lane = this.#lane(cartridge);
    const crushed = lane.grip === 'bound' && lane.coil_mdeg >= lane.stop_mdeg;
    const offCoil = Math.min(lane.onCoil, (lane.hang === 'hangs' ? 1 : 0) + (crushed ? 1 : 0));
    const removed = offCoil + lane.inBox;
    lane.onCoil -= offCoil;
    lane.inBox = 0;
    lane.rejected += removed;
    makeSound(lane);
    // A crushed package leaves its pitch empty, so the coil is set to the next one.
    const turn_mdeg = Math.floor(lane.release_mdeg / MDEG_PER_TURN) * MDEG_PER_TURN;
    this.#drive.setHome(cartridge, turn_mdeg + (crushed ? MDEG_PER_TURN : 0));
    this.#record('free', { cartridge, removed, left: lane.onCoil, box: this.#inBox() });
  }

  /** Filled from behind what is on it, the coil set home; a package that hung is put back. */
  #load(cartridge: number, packages: number): void {
    const lane = this.#lane(cartridge);
    const fits = Math.max(0, Math.min(Math.trunc(packages), this.#works.values.lanePackages - lane.onCoil));
    lane.loaded += fits;
    lane.onCoil += fits;
    makeSound(lane);
    this.#drive.setHome(cartridge, 0);
    this.#record('load', { cartridge, packages: fits, left: lane.onCoil });
  }

  /** So many packages in front go to the reject bin; those behind come forward, the coil set home. */
  #unload(cartridge: number, packages: number): void {
    const lane = this.#lane(cartridge);
    const removed = Math.max(0, Math.min(Math.trunc(packages), lane.onCoil));
    lane.onCoil -= removed;
    lane.rejected += removed;
    makeSound(lane);
    this.#drive.setHome(cartridge, 0);
    this.#record('unload', { cartridge, removed, left: lane.onCoil });
  }

  #fail(cause: FaultCause, cartridge: number): void {
    this.#record('fault', { cause, cartridge });
    if (cause === 'blind-beam') this.#beam.goBlind();
    else if (cause === 'blocked-chute-door') this.#flap.stick();
    else this.#lane(cartridge).scheduled.push(cause);
  }

  #ease(lane: Lane): void {
    lane.grip = 'firm';
    lane.double = false;
    if (lane.hang === 'hangs') lane.yields = true;
    else lane.hang = 'no';
  }
}
