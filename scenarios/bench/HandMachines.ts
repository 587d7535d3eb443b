import type { Crew } from '../src/sizing/simulate/Crew.js';
import { minutesToFailure, needsPart } from '../src/sizing/simulate/failures.js';
import { Help } from '../src/sizing/simulate/Help.js';
import type { PlanModel } from '../src/sizing/simulate/PlanModel.js';
import { roundComes } from '../src/sizing/simulate/roundComes.js';

export const DAY = 1_440;
const NEVER = 1e15;

/** Machines of the loops by hand, with their tickets as numbers: 0 none, 1 to be noticed, 2 at the desk, 3 helped from afar, 4 arrives, 5 cleared, 6 part came. */
export class HandMachines {
  readonly stock: Int32Array;
  readonly jammed: Uint8Array;
  readonly isDown: Uint8Array;
  readonly due: Float64Array;
  readonly #model: PlanModel;
  readonly #help: Help;
  readonly #step: Uint8Array;
  readonly #ticketAt: Float64Array;
  readonly #tickets: Int32Array;
  readonly #part: Uint8Array;
  readonly #failures: Int32Array;
  readonly #failureAt: Float64Array;
  readonly #roundAt: Float64Array;

  constructor(model: PlanModel, crew: Crew) {
    const { machines, key0, region } = model;
    this.#model = model;
    this.#help = new Help(model, crew);
    this.stock = new Int32Array(key0.length).fill(region.machine.packages);
    this.jammed = new Uint8Array(key0.length);
    this.isDown = new Uint8Array(machines);
    this.#step = new Uint8Array(machines);
    this.#ticketAt = new Float64Array(machines).fill(NEVER);
    this.#tickets = new Int32Array(machines);
    this.#part = new Uint8Array(machines);
    this.#failures = new Int32Array(machines).fill(1);
    this.#failureAt = Float64Array.from({ length: machines }, (_, m) => minutesToFailure(model, m, 1));
    this.#roundAt = Float64Array.from(model.firstRound, (day) => day * DAY);
    this.due = new Float64Array(machines);
    for (let m = 0; m < machines; m++) this.#settle(m);
  }

  hasTicket(m: number): boolean {
    return this.#step[m] !== 0;
  }

  fault(m: number, minute: number, stops: boolean, part: boolean): void {
    if (stops) this.isDown[m] = 1;
    if (part) this.#part[m] = 1;
    if (this.#step[m] === 0) {
      this.#tickets[m] = (this.#tickets[m] as number) + 1;
      this.#step[m] = 1;
      this.#ticketAt[m] = this.#help.noticed(m, this.#tickets[m] as number, minute);
    }
    this.#settle(m);
  }

  event(m: number): void {
    const round = this.#roundAt[m] as number;
    const ticket = this.#ticketAt[m] as number;
    const failure = this.#failureAt[m] as number;
    if (round <= ticket && round <= failure) this.#round(m, round);
    else if (ticket <= failure) this.#ticket(m, ticket);
    else this.#failure(m, failure);
    this.#settle(m);
  }

  #settle(m: number): void {
    this.due[m] = Math.min(this.#roundAt[m] as number, this.#ticketAt[m] as number, this.#failureAt[m] as number);
  }

  #round(m: number, minute: number): void {
    const { firstPerson, region } = this.#model;
    if (roundComes(this.#model, m, minute / DAY)) this.stock.fill(region.machine.packages, firstPerson[m], firstPerson[m + 1]);
    this.#roundAt[m] = minute + region.services.restockEveryDays * DAY;
  }

  #failure(m: number, minute: number): void {
    const number = this.#failures[m] as number;
    if (this.isDown[m] === 0) this.fault(m, minute, true, needsPart(this.#model, m, number));
    this.#failures[m] = number + 1;
    this.#failureAt[m] = minute + minutesToFailure(this.#model, m, number + 1);
  }

  #ticket(m: number, minute: number): void {
    const { chances } = this.#model;
    const number = this.#tickets[m] as number;
    const step = this.#step[m];
    if (step === 1) this.#wait(m, 2, this.#help.deskAnswers(m, minute));
    else if (step === 2) this.#wait(m, 3, minute + chances.remoteMinutes);
    else if (step === 3 && this.#part[m] === 0 && this.#help.isFixedFromAfar(m, number)) this.#clear(m);
    else if (step === 3) this.#wait(m, 4, this.#help.comes(m, number, minute, false).arrives);
    else if (step === 4) this.#wait(m, 5, minute + chances.clearMinutes);
    else if (step === 6) this.#wait(m, 4, this.#help.comes(m, number, minute, true).arrives);
    else if (this.#part[m] === 1) {
      this.#part[m] = 2;
      this.#wait(m, 6, minute + chances.partMinutes);
    } else this.#clear(m);
  }

  #wait(m: number, step: number, until: number): void {
    this.#step[m] = step;
    this.#ticketAt[m] = until;
  }

  #clear(m: number): void {
    const { firstPerson } = this.#model;
    this.isDown[m] = 0;
    this.#part[m] = 0;
    this.jammed.fill(0, firstPerson[m], firstPerson[m + 1]);
    this.#wait(m, 0, NEVER);
  }
}
