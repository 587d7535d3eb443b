import type { Command, Signal } from '@dosetwin/twin';
import type { BlockValues } from '../wire/registerNames.js';
import type { BoardPort } from './BoardPort.js';
import type { PromptAct } from './Prompt.js';

/**
 * After something happened at the machine its next signal may be near. A second package follows within 300 ms and lies in the box 350 ms
 * later (the mechanism's parameters), and a board that is asked every 250 ms is asked twice. Assumption: nothing takes longer.
 */
const REST_us = 700_000;
/** After a jam the motor rests for 1 s, and a recovery that came sooner would be refused (SPEC C4): this long. */
const JAM_REST_us = 1_500_000;
/** A flap that was unlocked is locked again after 55 s (SPEC C12), and the session waits a little longer than that. */
const FLAP_us = 65_000_000;
/** Readings that must come in after somebody said that something is done: the first may have been on its way already. */
const POLLS_AFTER = 2;
/** So far may a run be ahead of an unlocked flap, so that whoever takes is asked at once. Then it waits until the wall has come as far. */
const FLAP_LEAP_us = 30_000_000;

/**
 * Whether something goes on at a real machine, so that time must not run ahead of the wall: a motion, a word that is awaited, a flap that
 * stands open, a door that nobody was asked to open. People's waiting may be leapt over, behind the door that they were asked to open too. All times in
 * µs of the port's clock, unless they are said to be the kernel's.
 */
export class WireWork {
  readonly #port: BoardPort;
  readonly #inFlight = new Set<number>();
  /** The flap was unlocked at these instants of the kernel and of the wall; `null`: it is locked, as far as its host can know. */
  #unlocked: { readonly kernel_us: number; readonly wall_us: number } | null = null;
  #flapOpen = false;
  #doorOpen = false;
  /** The run itself has asked for an open door, and not yet for a shut one. */
  #doorAsked = false;
  #pollsToCome = 0;
  #restsUntil_us = Number.NEGATIVE_INFINITY;
  /** The last signal given to level 2, and the last that the board has said. */
  #given = { boot: 0, sequence: 0 };
  #said = { boot: 0, sequence: 0 };

  constructor(port: BoardPort) {
    this.#port = port;
  }

  get isAny(): boolean {
    const now_us = this.#port.now_us();
    const { boot, sequence } = this.#said;
    // A board whose polls tell no sequence is waited for by what it is asked alone.
    const waits = boot !== 0 && (boot !== this.#given.boot || sequence > this.#given.sequence);
    // What has been heard already is told at the next poll, and brings that nearer by none of its waiting.
    const isNear = now_us < this.#restsUntil_us && this.#port.hasNews !== true;
    const isAwaited = waits || this.#port.isAwaited === true || this.#port.link.standing !== 'connected';
    const isSeen = this.#pollsToCome === 0 && (!this.#doorOpen || this.#doorAsked);
    return this.#inFlight.size > 0 || this.#flapOpen || !isSeen || isAwaited || isNear || this.#isFlapLate(now_us);
  }

  /** The instant of the kernel beyond which the run must not go before the wall has come as far. */
  get leapEnd_us(): number {
    const isFree = this.#unlocked === null || this.#port.now_us() >= this.#unlocked.wall_us + FLAP_LEAP_us;
    return isFree || this.#unlocked === null ? Number.POSITIVE_INFINITY : this.#unlocked.kernel_us + FLAP_LEAP_us;
  }

  /** @param kernel_us when the board takes it */
  commanded(command: Command, kernel_us: number): void {
    const now_us = this.#port.now_us();
    if (command.name === 'vend' || command.name === 'recover') this.#inFlight.add(command.order);
    if (command.name === 'unlock') this.#unlocked = { kernel_us, wall_us: now_us };
    this.#restsUntil_us = now_us + REST_us;
  }

  /** Up to here nobody waits for a signal any more: it was given to level 2, or never will be. */
  settled(boot: number, sequence: number): void {
    if (sequence > 0) this.#given = { boot, sequence };
  }

  heard({ name, args }: Signal, order: number, now_us: number): void {
    if (ENDS.includes(name) && args.command !== 'unlock') this.#inFlight.delete(order);
    if (name === 'flap-opened' || name === 'flap-closed') this.#flapOpen = name === 'flap-opened';
    if (name === 'door-opened' || name === 'door-closed') this.#doorOpen = name === 'door-opened';
    if (name === 'flap-closed' || args.command === 'unlock') this.#unlocked = null;
    this.#restsUntil_us = now_us + (name === 'flap-closed' ? 0 : name === 'jammed' ? JAM_REST_us : REST_us);
  }

  polled({ statusBoots: boot, lastSequence: sequence }: BlockValues<'status'>, now_us: number): void {
    this.#pollsToCome = Math.max(0, this.#pollsToCome - 1);
    const isNews = boot !== this.#said.boot || sequence !== this.#said.sequence;
    // What a board had said before the run was joined is nobody's to wait for.
    if (this.#said.boot === 0) this.#given = { boot, sequence };
    else if (boot !== this.#said.boot) this.#given = { boot, sequence: 0 };
    this.#said = { boot, sequence };
    if (isNews) this.#restsUntil_us = now_us + REST_us;
  }

  asked(act: PromptAct): void {
    if (act.name === 'open-door') this.#doorAsked = true;
    if (act.name === 'close-door') this.#doorAsked = false;
    if (act.name === 'take') this.#restsUntil_us = this.#port.now_us() + REST_us;
  }

  answered(now_us: number): void {
    if (this.#port.showsPins !== false) this.#pollsToCome = POLLS_AFTER;
    this.#restsUntil_us = now_us + REST_us;
  }

  /** Nobody took it for so long that the flap will be locked again, or somebody comes late: both are as on the wall. */
  #isFlapLate(now_us: number): boolean {
    if (this.#unlocked === null) return false;
    const since_us = now_us - this.#unlocked.wall_us;
    return since_us >= FLAP_LEAP_us && since_us < FLAP_us;
  }
}

const ENDS: readonly string[] = ['dropped', 'recovered', 'jammed', 'refused'];
