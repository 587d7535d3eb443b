import type { Command, Signal } from '@dosetwin/twin';
import type { BlockValues } from '../wire/registerNames.js';
import type { BoardPort } from './BoardPort.js';
import type { PromptAct } from './Prompt.js';

/** After something happened at the machine its next signal may be near. Assumption: people and beams are done within this. */
const REST_us = 2_000_000;
/** A flap that was unlocked is locked again after 55 s (SPEC C12), and the session waits a little longer than that. */
const FLAP_us = 65_000_000;

/** Whether something goes on at a real machine, so that time must not run ahead of the wall. All times in µs of the port's clock. */
export class WireWork {
  readonly #port: BoardPort;
  readonly #inFlight = new Set<number>();
  #doorOpen = false;
  #flapUntil_us = Number.NEGATIVE_INFINITY;
  #restsUntil_us = Number.NEGATIVE_INFINITY;
  /** The last signal given to level 2, and the last that the board has said. */
  #given = { boot: 0, sequence: 0 };
  #said = { boot: 0, sequence: 0 };

  constructor(port: BoardPort) {
    this.#port = port;
  }

  get isAny(): boolean {
    const now_us = this.#port.now_us();
    const waits = this.#said.boot !== this.#given.boot || this.#said.sequence > this.#given.sequence;
    const isNear = now_us < this.#restsUntil_us || now_us < this.#flapUntil_us;
    return this.#inFlight.size > 0 || this.#doorOpen || waits || isNear || this.#port.link.standing !== 'connected';
  }

  commanded(command: Command): void {
    const now_us = this.#port.now_us();
    if (command.name === 'vend' || command.name === 'recover') this.#inFlight.add(command.order);
    if (command.name === 'unlock') this.#flapUntil_us = now_us + FLAP_us;
    this.#restsUntil_us = now_us + REST_us;
  }

  /** Up to here nobody waits for a signal any more: it was given to level 2, or never will be. */
  settled(boot: number, sequence: number): void {
    if (sequence > 0) this.#given = { boot, sequence };
  }

  heard({ name, args }: Signal, order: number, now_us: number): void {
    if (ENDS.includes(name) && args.command !== 'unlock') this.#inFlight.delete(order);
    if (name === 'door-opened') this.#doorOpen = true;
    if (name === 'door-closed') this.#doorOpen = false;
    if (name === 'flap-closed' || args.command === 'unlock') this.#flapUntil_us = Number.NEGATIVE_INFINITY;
    this.#restsUntil_us = now_us + REST_us;
  }

  polled({ statusBoots: boot, lastSequence: sequence }: BlockValues<'status'>, now_us: number): void {
    const isNews = boot !== this.#said.boot || sequence !== this.#said.sequence;
    // What a board had said before the run was joined is nobody's to wait for.
    if (this.#said.boot === 0) this.#given = { boot, sequence };
    else if (boot !== this.#said.boot) this.#given = { boot, sequence: 0 };
    this.#said = { boot, sequence };
    if (isNews) this.#restsUntil_us = now_us + REST_us;
  }

  asked(act: PromptAct): void {
    if (act.name === 'take') this.#restsUntil_us = this.#port.now_us() + REST_us;
  }

  answered(now_us: number): void {
    this.#restsUntil_us = now_us + REST_us;
  }
}

const ENDS: readonly string[] = ['dropped', 'recovered', 'jammed', 'refused'];
