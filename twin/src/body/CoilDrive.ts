import type { Saved } from '../kernel/Kernel.js';
import {
  angleAfter,
  camClosedAt,
  MDEG_PER_HALF_TURN,
  MDEG_PER_TURN,
  mdegOf,
  nextCamEdge,
  releaseBeyond,
  speedOf,
  timeToTurn,
} from './coil.js';
import type { Lane } from './Lane.js';
import { afflict, causeAtStart, shakesFree } from './LaneFaults.js';
import { motorCurrentMilliamp, stallCrossing_us } from './motorCurrent.js';
import { laneStream, type Works } from './Works.js';

/** One run of the one motor that can turn at a time. Angles are absolute, as in the lane. */
interface Run {
  cartridge: number;
  on_us: number;
  /** What has been dealt with: nothing of interest lies between here and `next_mdeg`. */
  reached_mdeg: number;
  next_mdeg: number;
  /** False once the coil is held, slips, or was never coupled. */
  turning: boolean;
  currentHigh: boolean;
  /** When the coil was held fast, or `null`: it turns freely or slips. */
  bound_us: number | null;
  shakeFree_mdeg: number | null;
  flicker_mdeg: number | null;
}

/** What the drive brings about elsewhere in the machine. */
export interface DriveOutcome {
  /** A package arrived at the coil's end and falls. */
  release(cartridge: number, coil_mdeg: number): void;
  /** A second one comes with it, a moment later. */
  follow(cartridge: number): void;
  /** The beam darkens for no package. */
  flicker(): void;
  stickFlap(): void;
}

/** A false drop may come anywhere in this part of a turn. */
const FLICKER_FROM_TURN = 0.05;
const FLICKER_TO_TURN = 0.95;

/**
 * Turns one coil at a time at a steady speed. Nothing happens between angles of interest (an edge of the cam switch, the
 * release, the place where a coil binds), so each of them is one event and the rest is arithmetic.
 */
export class CoilDrive {
  readonly #works: Works;
  readonly #lanes: readonly Lane[];
  readonly #outcome: DriveOutcome;
  readonly #speed_mdeg_s: number;
  readonly #notch_mdeg: number;
  /** From the start of a turn to the release. */
  readonly #release_mdeg: number;
  #run: Run | null = null;

  constructor(works: Works, lanes: readonly Lane[], outcome: DriveOutcome) {
    this.#works = works;
    this.#lanes = lanes;
    this.#outcome = outcome;
    this.#speed_mdeg_s = speedOf(works.values.motorSpeedRpm);
    this.#notch_mdeg = mdegOf(works.values.camNotchTurn);
    this.#release_mdeg = mdegOf(works.values.releaseTurn);
  }

  get currentHigh(): boolean {
    return this.#run?.currentHigh === true;
  }

  /** What the motor takes now, in mA; 0 while it is off. */
  get milliamp(): number {
    const run = this.#run;
    if (run === null) return 0;
    const bound_us = run.bound_us === null ? null : run.bound_us - run.on_us;
    return motorCurrentMilliamp(this.#works.kernel.now_us - run.on_us, bound_us, this.#works.values);
  }

  /** Where a coil is now. */
  angleOf(cartridge: number): number {
    const run = this.#run;
    const lane = this.#lane(cartridge);
    if (run === null || run.cartridge !== cartridge) return lane.coil_mdeg;
    if (!run.turning) return run.reached_mdeg;
    return angleAfter(lane.coil_mdeg, this.#speed_mdeg_s, this.#works.kernel.now_us - run.on_us);
  }

  start(cartridge: number): void {
    if (this.#run !== null) throw new Error(`the motor of ${cartridge} was started while ${this.#run.cartridge} turns`);
    const { kernel, place, values } = this.#works;
    const lane = this.#lane(cartridge);
    const hung = lane.hang === 'hangs';
    this.#takeHold(cartridge, lane);
    const isHeld = lane.grip === 'uncoupled' || (lane.grip !== 'firm' && lane.coil_mdeg >= lane.stop_mdeg);
    const falseDrop = laneStream(this.#works, cartridge, 'false-drop').chance(values.falseDropShare);
    this.#run = {
      cartridge,
      on_us: kernel.now_us,
      reached_mdeg: lane.coil_mdeg,
      next_mdeg: lane.coil_mdeg,
      turning: !isHeld,
      currentHigh: false,
      bound_us: null,
      shakeFree_mdeg:
        hung && !isHeld && shakesFree(this.#works, cartridge, lane) ? lane.coil_mdeg + mdegOf(values.shakeFreeTurn) : null,
      flicker_mdeg: falseDrop
        ? lane.coil_mdeg + mdegOf(laneStream(this.#works, cartridge, 'flicker').between(FLICKER_FROM_TURN, FLICKER_TO_TURN))
        : null,
    };
    const speed_mdeg_s = isHeld ? 0 : this.#speed_mdeg_s;
    kernel.record(place, 'drive', { cartridge, on: true, coil_mdeg: lane.coil_mdeg, speed_mdeg_s });
    if (!isHeld) this.#plan(this.#run, lane);
    else if (lane.grip === 'bound') this.#strain(this.#run);
  }

  /** Cuts the motor, whichever turns; the coil stops at once. */
  stop(): void {
    const run = this.#run;
    if (run === null) return;
    const { kernel, place } = this.#works;
    const { cartridge } = run;
    const coil_mdeg = this.angleOf(cartridge);
    this.#lane(cartridge).coil_mdeg = coil_mdeg;
    this.#run = null;
    kernel.cancelTimer(place, 'coil');
    kernel.cancelTimer(place, 'current');
    kernel.record(place, 'drive', { cartridge, on: false, coil_mdeg, speed_mdeg_s: 0 });
    if (run.currentHigh) this.#sayCurrent(cartridge, false);
  }

  /** The coil is at the next angle of interest. */
  arrive(): void {
    const run = this.#run;
    if (run === null) throw new Error('a coil arrives with no motor on');
    const lane = this.#lane(run.cartridge);
    const at_mdeg = run.next_mdeg;
    run.reached_mdeg = at_mdeg;
    this.#settleCam(run.cartridge, lane, at_mdeg);
    if (at_mdeg === run.shakeFree_mdeg) this.#shake(run.cartridge, lane, at_mdeg);
    if (at_mdeg === lane.release_mdeg) this.#pass(run.cartridge, lane, at_mdeg);
    if (at_mdeg === run.flicker_mdeg) this.#outcome.flicker();
    if (lane.grip !== 'firm' && at_mdeg === lane.stop_mdeg) this.#hold(run, lane, at_mdeg);
    else this.#plan(run, lane);
  }

  currentPassesLimit(): void {
    const run = this.#run;
    if (run === null) throw new Error('a current rises with no motor on');
    run.currentHigh = true;
    this.#sayCurrent(run.cartridge, true);
  }

  /** A hand sets a coil at rest home: `home_mdeg` is the start of a turn, and the next package leaves within that turn. */
  setHome(cartridge: number, home_mdeg: number): void {
    const lane = this.#lane(cartridge);
    lane.coil_mdeg = home_mdeg;
    lane.release_mdeg = home_mdeg + this.#release_mdeg;
    this.#settleCam(cartridge, lane, home_mdeg);
  }

  save(): Saved {
    return this.#run === null ? null : { ...this.#run };
  }

  restore(saved: Saved): void {
    this.#run = saved === null ? null : { ...(saved as unknown as Run) };
  }

  #lane(cartridge: number): Lane {
    return this.#lanes[cartridge - 1] as Lane;
  }

  #takeHold(cartridge: number, lane: Lane): void {
    const fault = causeAtStart(this.#works, cartridge, lane);
    if (fault === null) return;
    if (fault.byChance) this.#works.kernel.record(this.#works.place, 'fault', { cause: fault.cause, cartridge });
    if (fault.cause === 'blocked-chute-door') this.#outcome.stickFlap();
    else afflict(this.#works, cartridge, lane, fault.cause, fault.byChance);
  }

  #plan(run: Run, lane: Lane): void {
    const { kernel, place } = this.#works;
    let next = Math.min(nextCamEdge(run.reached_mdeg, this.#notch_mdeg), lane.release_mdeg);
    const others = [run.shakeFree_mdeg, run.flicker_mdeg, lane.grip === 'firm' ? null : lane.stop_mdeg];
    for (const other of others) if (other !== null && other > run.reached_mdeg) next = Math.min(next, other);
    run.next_mdeg = next;
    const at_us = run.on_us + timeToTurn(next - lane.coil_mdeg, this.#speed_mdeg_s);
    kernel.setTimer(place, 'coil', at_us, { type: 'COIL_ARRIVES' });
  }

  #settleCam(cartridge: number, lane: Lane, at_mdeg: number): void {
    const closed = camClosedAt(at_mdeg, this.#notch_mdeg);
    if (closed === lane.camClosed) return;
    lane.camClosed = closed;
    this.#works.kernel.record(this.#works.place, 'cam', { cartridge, closed });
    this.#works.changed();
  }

  /** What stood behind comes on again, half a turn later at the earliest. */
  #shake(cartridge: number, lane: Lane, at_mdeg: number): void {
    Object.assign(lane, { hang: 'no', forGood: false, yields: false, shakes: 0 });
    lane.release_mdeg = releaseBeyond(at_mdeg + MDEG_PER_HALF_TURN, this.#release_mdeg);
    this.#outcome.release(cartridge, at_mdeg);
  }

  /** A pitch passes the coil's end; while a package hangs there, nothing comes on behind it. */
  #pass(cartridge: number, lane: Lane, at_mdeg: number): void {
    lane.release_mdeg += MDEG_PER_TURN;
    if (lane.hang === 'hangs' || lane.onCoil === 0) return;
    if (lane.hang === 'next') {
      lane.hang = 'hangs';
      this.#works.kernel.record(this.#works.place, 'hang', { cartridge, coil_mdeg: at_mdeg });
      return;
    }
    const { double } = lane;
    lane.double = false;
    this.#outcome.release(cartridge, at_mdeg);
    if (double) this.#outcome.follow(cartridge);
  }

  #hold(run: Run, lane: Lane, at_mdeg: number): void {
    run.turning = false;
    this.#works.kernel.record(this.#works.place, 'bound', { cartridge: run.cartridge, coil_mdeg: at_mdeg });
    if (lane.grip === 'bound') this.#strain(run);
  }

  /** The motor is held fast from now on. */
  #strain(run: Run): void {
    const { kernel, place, values } = this.#works;
    run.bound_us = kernel.now_us;
    const crossing_us = stallCrossing_us(kernel.now_us - run.on_us, values);
    if (crossing_us !== null) kernel.setTimer(place, 'current', kernel.now_us + crossing_us, { type: 'CURRENT_PASSES' });
  }

  #sayCurrent(cartridge: number, high: boolean): void {
    this.#works.kernel.record(this.#works.place, 'current', { cartridge, high });
    this.#works.changed();
  }
}
