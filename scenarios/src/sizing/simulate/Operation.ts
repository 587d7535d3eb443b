import { MIN_PER_DAY } from '@dosetwin/twin';
import type { Crew } from './Crew.js';
import { minutesToFailure, needsPart } from './failures.js';
import { keyedDraw, WORDS } from './keyedDraw.js';
import type { PlanModel } from './PlanModel.js';
import { roundComes } from './roundComes.js';
import { Tally } from './Tally.js';
import { Tickets } from './Tickets.js';
import { VisitCharts } from './VisitCharts.js';
import { ANSWER, ENDED, FROM } from './VisitSteps.js';
import { NEVER, type WeekClock } from './WeekClock.js';

/** A person's draws for one visit: whether they come and what befalls it, when, and whether a jam stops the machine. */
export const VISIT_DRAW = { comes: 0, when: 1, stops: 2, guest: 3, guestStops: 4 } as const;
export const VISIT_DRAWS = 8;

/** What happens to somebody who leaves a machine without: true where they go on to another. */
export type Onward = (person: number, machine: number, visit: number, minute: number, ended: number) => boolean;

/**
 * The machines of a plan with their stocks, faults and tickets. Whoever runs it says which visit or event comes next: each machine wants
 * its own in the order of time, on its site's clock, and events before visits of the same minute.
 */
export class Operation {
  readonly tally = new Tally();
  readonly charts: VisitCharts;
  readonly tickets: Tickets;
  /** By person: packages in their cartridge, and whether it is jammed. */
  readonly stock: Int32Array;
  readonly jammed: Uint8Array;
  /** By machine: since when it stands still, else `NEVER`. */
  readonly downSince: Float64Array;
  readonly #model: PlanModel;
  readonly #onward: Onward;
  readonly #onUp: (machine: number, from: number, to: number) => void;
  readonly #stopsBelow: number;
  readonly #guestJammed: Uint8Array;
  readonly #failureAt: Float64Array;
  readonly #failures: Int32Array;
  readonly #roundAt: Float64Array;
  /** By machine: faults not yet cleared, and the sum of the minutes at which they began. */
  readonly #openFaults: Int32Array;
  readonly #openSince: Float64Array;

  constructor(
    model: PlanModel,
    crew: Crew,
    onward: Onward,
    onUp: (machine: number, from: number, to: number) => void = () => {},
    isStepped = false,
  ) {
    const { machines, key0, region } = model;
    this.#model = model;
    this.#onward = onward;
    this.#onUp = onUp;
    this.charts = new VisitCharts(machines, isStepped);
    this.tickets = new Tickets(model, crew, this.tally, (machine, minute) => this.#cleared(machine, minute));
    this.stock = new Int32Array(key0.length).fill(region.machine.packages);
    this.jammed = new Uint8Array(key0.length);
    this.downSince = new Float64Array(machines).fill(NEVER);
    this.#stopsBelow = model.chances.jamStops * WORDS;
    this.#guestJammed = new Uint8Array(machines);
    this.#failureAt = new Float64Array(machines);
    this.#failures = new Int32Array(machines);
    this.#roundAt = Float64Array.from(model.firstRound, (day) => day * MIN_PER_DAY);
    this.#openFaults = new Int32Array(machines);
    this.#openSince = new Float64Array(machines);
    for (let m = 0; m < machines; m++) this.#nextFailure(m);
  }

  /** When a machine's next event is due, on its site's clock. */
  dueAt(machine: number): number {
    return Math.min(this.#roundAt[machine] as number, this.tickets.dueAt[machine] as number, this.#failureAt[machine] as number);
  }

  /** A machine's next event. */
  advance(machine: number): void {
    const [round, ticket, failure] = [this.#roundAt[machine], this.tickets.dueAt[machine], this.#failureAt[machine]] as [
      number,
      number,
      number,
    ];
    if (round <= ticket && round <= failure) this.#round(machine, round);
    else if (ticket <= failure) this.tickets.advance(machine);
    else this.#failure(machine, failure);
  }

  /** Somebody's visit to their own machine, on a minute of its site's clock; `word` is the draw that made them come. */
  visit(machine: number, person: number, visit: number, minute: number, season: number, word: number): void {
    const { groups, groupOf, palmBelow, jamBelow } = this.#model;
    const at = season * groups + (groupOf[person] as number);
    const answer =
      word < (palmBelow[at] as number)
        ? ANSWER.LOCKED_OUT
        : this.jammed[person] === 1
          ? ANSWER.LANE_JAMMED
          : this.stock[person] === 0
            ? ANSWER.EMPTY
            : word < (jamBelow[at] as number)
              ? ANSWER.JAMMED
              : ANSWER.DROPPED;
    if (answer === ANSWER.DROPPED && (this.downSince[machine] as number) === NEVER) {
      if (this.charts.visit(machine, answer, FROM.HOME, 0) !== ENDED.SERVED)
        throw new Error('the charts serve nobody in service');
      this.stock[person] = (this.stock[person] as number) - 1;
      this.tally.served += 1;
      return;
    }
    this.#without(machine, person, visit, minute, answer);
  }

  /** A visit to another machine by somebody who left theirs without for a reason (`ENDED`). */
  guest(machine: number, person: number, visit: number, minute: number, reason: number): void {
    const { key0, key1, guestPalmBelow, guestJamBelow } = this.#model;
    const index = visit * VISIT_DRAWS;
    const word = keyedDraw(key0[person] as number, key1[person] as number, index + VISIT_DRAW.guest);
    const answer =
      word < guestPalmBelow
        ? ANSWER.LOCKED_OUT
        : this.#guestJammed[machine] === 1
          ? ANSWER.LANE_JAMMED
          : word < guestJamBelow
            ? ANSWER.JAMMED
            : ANSWER.DROPPED;
    const ended = this.charts.visit(machine, answer, FROM.ELSEWHERE, 0);
    if (ended === ENDED.SERVED) {
      this.tally.served += 1;
      this.tally.servedElsewhere += 1;
      return;
    }
    this.lose(reason);
    if (ended !== ENDED.JAM || answer !== ANSWER.JAMMED) return;
    const stops = keyedDraw(key0[person] as number, key1[person] as number, index + VISIT_DRAW.guestStops) < this.#stopsBelow;
    if (!stops) this.#guestJammed[machine] = 1;
    this.#fault(machine, minute, stops, false);
  }

  /** A guest of whom it is known afterwards whether the machine stood still; what they jam is counted and disturbs nobody. */
  lateGuest(isDown: boolean, person: number, visit: number, reason: number): void {
    const { key0, key1, guestJamBelow, guestPalmBelow } = this.#model;
    const index = visit * VISIT_DRAWS + VISIT_DRAW.guest;
    const word = keyedDraw(key0[person] as number, key1[person] as number, index);
    if (!isDown && word >= guestJamBelow) {
      this.tally.served += 1;
      this.tally.servedElsewhere += 1;
      return;
    }
    this.lose(reason);
    if (!isDown && word >= guestPalmBelow) this.tally.faults += 1;
  }

  /** Counts somebody who left without, for a reason (`ENDED`), or because the site was closed. */
  lose(reason: number): void {
    if (reason === ENDED.DOWN) this.tally.lostToDown += 1;
    else if (reason === ENDED.JAM) this.tally.lostToJam += 1;
    else if (reason === ENDED.EMPTY) this.tally.lostToEmpty += 1;
    else if (reason === ENDED.PALM) this.tally.lostToPalm += 1;
    else this.tally.lostToClosed += 1;
  }

  /** The end of the study for a machine: what is still open counts up to here. */
  finish(machine: number, minute: number): void {
    this.#close(machine, minute);
  }

  #without(machine: number, person: number, visit: number, minute: number, answer: number): void {
    const { key0, key1 } = this.#model;
    const reason = this.downSince[machine] === NEVER ? endOf(answer) : ENDED.DOWN;
    const goesOn = this.#onward(person, machine, visit, minute, reason);
    const ended = this.charts.visit(machine, answer, FROM.HOME, goesOn ? 1 : 0);
    if (ended !== reason) throw new Error(`the charts told another end of a visit (${ended}) than its answers say (${reason})`);
    if (!goesOn) this.lose(reason);
    if (answer !== ANSWER.JAMMED || ended !== ENDED.JAM) return;
    const index = visit * VISIT_DRAWS + VISIT_DRAW.stops;
    const stops = keyedDraw(key0[person] as number, key1[person] as number, index) < this.#stopsBelow;
    this.stock[person] = (this.stock[person] as number) - 1;
    this.jammed[person] = 1;
    this.#fault(machine, minute, stops, false);
  }

  #fault(machine: number, minute: number, stops: boolean, needsPart: boolean): void {
    this.tally.faults += 1;
    this.#openFaults[machine] = (this.#openFaults[machine] as number) + 1;
    this.#openSince[machine] = (this.#openSince[machine] as number) + minute;
    if (stops && this.downSince[machine] === NEVER) {
      this.downSince[machine] = minute;
      this.charts.setService(machine, false);
    }
    this.tickets.add(machine, minute, needsPart);
  }

  /** A failure that is no jam; of a machine that stands still already it makes nothing worse. */
  #failure(machine: number, minute: number): void {
    const part = needsPart(this.#model, machine, this.#failures[machine] as number);
    if (this.downSince[machine] === NEVER) this.#fault(machine, minute, true, part);
    this.#nextFailure(machine);
  }

  #nextFailure(machine: number): void {
    const number = (this.#failures[machine] as number) + 1;
    this.#failures[machine] = number;
    this.#failureAt[machine] = (this.#failureAt[machine] as number) + minutesToFailure(this.#model, machine, number);
  }

  #round(machine: number, minute: number): void {
    const { firstPerson, region } = this.#model;
    this.tally.rounds += 1;
    if (roundComes(this.#model, machine, minute / MIN_PER_DAY)) {
      this.stock.fill(region.machine.packages, firstPerson[machine], firstPerson[machine + 1]);
    }
    this.#roundAt[machine] = minute + region.services.restockEveryDays * MIN_PER_DAY;
  }

  #cleared(machine: number, minute: number): void {
    const { firstPerson } = this.#model;
    const wasDown = this.downSince[machine] !== NEVER;
    this.#close(machine, minute);
    this.jammed.fill(0, firstPerson[machine], firstPerson[machine + 1]);
    this.#guestJammed[machine] = 0;
    if (wasDown) this.charts.setService(machine, true);
  }

  #close(machine: number, minute: number): void {
    const open = this.#openFaults[machine] as number;
    this.tally.clearing_min += open * minute - (this.#openSince[machine] as number);
    this.#openFaults[machine] = 0;
    this.#openSince[machine] = 0;
    const since = this.downSince[machine] as number;
    if (since === NEVER) return;
    this.tally.down_min += this.#clockOf(machine).openBetween(since, minute);
    this.downSince[machine] = NEVER;
    this.#onUp(machine, since, minute);
  }

  #clockOf(machine: number): WeekClock {
    const { tables, siteOf } = this.#model;
    return (tables.sites[siteOf[machine] as number] as (typeof tables.sites)[number]).clock;
  }
}

function endOf(answer: number): number {
  if (answer === ANSWER.LOCKED_OUT) return ENDED.PALM;
  return answer === ANSWER.EMPTY ? ENDED.EMPTY : ENDED.JAM;
}
