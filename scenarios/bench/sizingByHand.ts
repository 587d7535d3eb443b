import { Crew } from '../src/sizing/simulate/Crew.js';
import { minutesToFailure, needsPart } from '../src/sizing/simulate/failures.js';
import { Help } from '../src/sizing/simulate/Help.js';
import { keyedDraw, WORDS } from '../src/sizing/simulate/keyedDraw.js';
import type { PlanModel } from '../src/sizing/simulate/PlanModel.js';
import { roundComes } from '../src/sizing/simulate/roundComes.js';

/**
 * The sizing's model written out by hand, without charts: what a loop over typed arrays can reach at most. For sites that are open day
 * and night, one season and people who keep to their machine; the same draws, so that it comes to the same counts.
 */
export interface ByHand {
  readonly came: number;
  readonly served: number;
  readonly lostToDown: number;
  readonly lostToJam: number;
  readonly lostToEmpty: number;
  readonly lostToPalm: number;
}

const DAY = 1_440;
const NEVER = 1e15;

/** Machines with their tickets as numbers: 0 none, 1 to be noticed, 2 at the desk, 3 helped from afar, 4 arrives, 5 cleared, 6 part came. */
class Machines {
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
    const [round, ticket, failure] = [this.#roundAt[m], this.#ticketAt[m], this.#failureAt[m]] as [number, number, number];
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

/** When in the day a visit falls, at a site that never closes. */
function minuteOfDay(when: number, outBelow: number, window: number, windows: number): number {
  const upper = when >>> 16;
  if ((when & 0xffff) < outBelow) {
    const minute = (upper * 720) >>> 16;
    return minute < 480 ? minute : minute + 720;
  }
  return 480 + Math.floor(((window * 65_536 + upper) * 720) / (65_536 * windows));
}

/** All machines in one order of time: each day's visits sorted by their minutes, events between them. */
export function visitsByHand(model: PlanModel): ByHand {
  const { machines, days, dosesPerDay, firstPerson, key0, key1, groupOf, comesBelow, jamBelow, palmBelow, chances } = model;
  const hand = new Machines(model, new Crew(model));
  const { stock, jammed, isDown, due } = hand;
  const outBelow = chances.outOfHours * 65_536;
  const stopsBelow = chances.jamStops * WORDS;
  const most = key0.length * dosesPerDay;
  const [minutes, persons, owners, words] = [
    new Int32Array(most),
    new Int32Array(most),
    new Int32Array(most),
    new Float64Array(most),
  ];
  const numbers = new Int32Array(most);
  const sorted = new Int32Array(most);
  const starts = new Int32Array(DAY + 1);
  let [came, served, down, jam, empty, palm] = [0, 0, 0, 0, 0, 0];
  let nextAt = Math.min(...due);
  for (let day = 0; day < days; day++) {
    starts.fill(0);
    let count = 0;
    for (let m = 0; m < machines; m++) {
      for (let p = firstPerson[m] as number; p < (firstPerson[m + 1] as number); p++) {
        const below = comesBelow[groupOf[p] as number] as number;
        const [k0, k1] = [key0[p] as number, key1[p] as number];
        for (let w = 0; w < dosesPerDay; w++) {
          const visit = day * dosesPerDay + w;
          const word = keyedDraw(k0, k1, visit * 8);
          if (word >= below) continue;
          const minute = minuteOfDay(keyedDraw(k0, k1, visit * 8 + 1), outBelow, w, dosesPerDay);
          minutes[count] = minute;
          persons[count] = p;
          owners[count] = m;
          words[count] = word;
          numbers[count] = visit;
          starts[minute + 1] = (starts[minute + 1] as number) + 1;
          count += 1;
        }
      }
    }
    for (let i = 0; i < DAY; i++) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
    for (let i = 0; i < count; i++) {
      const minute = minutes[i] as number;
      sorted[starts[minute] as number] = i;
      starts[minute] = (starts[minute] as number) + 1;
    }
    came += count;
    const morning = day * DAY;
    for (let i = 0; i < count; i++) {
      const entry = sorted[i] as number;
      const minute = morning + (minutes[entry] as number);
      while (nextAt <= minute) nextAt = passEvent(hand, nextAt);
      const [p, m, word] = [persons[entry] as number, owners[entry] as number, words[entry] as number];
      const group = groupOf[p] as number;
      if (isDown[m] === 1) down += 1;
      else if (word < (palmBelow[group] as number)) palm += 1;
      else if (jammed[p] === 1) jam += 1;
      else if (stock[p] === 0) empty += 1;
      else if (word >= (jamBelow[group] as number)) {
        stock[p] = (stock[p] as number) - 1;
        served += 1;
      } else {
        jam += 1;
        stock[p] = (stock[p] as number) - 1;
        jammed[p] = 1;
        const index = (numbers[entry] as number) * 8 + 2;
        hand.fault(m, minute, keyedDraw(key0[p] as number, key1[p] as number, index) < stopsBelow, false);
        nextAt = Math.min(nextAt, due[m] as number);
      }
    }
    while (nextAt < morning + DAY) nextAt = passEvent(hand, nextAt);
  }
  return { came, served, lostToDown: down, lostToJam: jam, lostToEmpty: empty, lostToPalm: palm };
}

/** The first machine whose event is due takes it; when the next of all is due. */
function passEvent(hand: Machines, at: number): number {
  const { due } = hand;
  hand.event(due.indexOf(at));
  let next = NEVER;
  for (let m = 0; m < due.length; m++) if ((due[m] as number) < next) next = due[m] as number;
  return next;
}

/** Each machine alone: days without anything are counted as they come, others in order. */
export function machinesByHand(model: PlanModel): ByHand {
  const { machines, days, dosesPerDay, firstPerson, key0, key1, groupOf, comesBelow, jamBelow, palmBelow, chances } = model;
  const crew = new Crew(model);
  const hand = new Machines(model, crew);
  const { stock, jammed, isDown, due } = hand;
  const stopsBelow = chances.jamStops * WORDS;
  const most = model.region.machine.people * dosesPerDay;
  const [persons, numbers, words, order] = [
    new Int32Array(most),
    new Int32Array(most),
    new Float64Array(most),
    new Int32Array(most),
  ];
  const minutes = new Int32Array(most);
  let [came, served, down, jam, empty, palm] = [0, 0, 0, 0, 0, 0];
  for (let m = 0; m < machines; m++) {
    crew.reset();
    for (let day = 0; day < days; day++) {
      const morning = day * DAY;
      while ((due[m] as number) <= morning) hand.event(m);
      let isQuiet = (due[m] as number) >= morning + DAY && !hand.hasTicket(m);
      let count = 0;
      for (let p = firstPerson[m] as number; p < (firstPerson[m + 1] as number); p++) {
        const group = groupOf[p] as number;
        const [below, amiss, refused] = [comesBelow[group] as number, jamBelow[group] as number, palmBelow[group] as number];
        for (let w = 0; w < dosesPerDay; w++) {
          const visit = day * dosesPerDay + w;
          const word = keyedDraw(key0[p] as number, key1[p] as number, visit * 8);
          if (word >= below) continue;
          if (word < amiss && word >= refused) isQuiet = false;
          persons[count] = p;
          numbers[count] = visit;
          words[count] = word;
          count += 1;
        }
      }
      came += count;
      if (isQuiet) {
        for (let i = 0; i < count; i++) {
          const p = persons[i] as number;
          if ((words[i] as number) < (palmBelow[groupOf[p] as number] as number)) palm += 1;
          else if (stock[p] === 0) empty += 1;
          else {
            stock[p] = (stock[p] as number) - 1;
            served += 1;
          }
        }
        continue;
      }
      sortByMinute(model, day, count, persons, numbers, minutes, order);
      for (let i = 0; i < count; i++) {
        const entry = order[i] as number;
        const minute = morning + (minutes[entry] as number);
        while ((due[m] as number) <= minute) hand.event(m);
        const [p, word] = [persons[entry] as number, words[entry] as number];
        const group = groupOf[p] as number;
        if (isDown[m] === 1) down += 1;
        else if (word < (palmBelow[group] as number)) palm += 1;
        else if (jammed[p] === 1) jam += 1;
        else if (stock[p] === 0) empty += 1;
        else {
          stock[p] = (stock[p] as number) - 1;
          if (word >= (jamBelow[group] as number)) {
            served += 1;
            continue;
          }
          jam += 1;
          jammed[p] = 1;
          const index = (numbers[entry] as number) * 8 + 2;
          hand.fault(m, minute, keyedDraw(key0[p] as number, key1[p] as number, index) < stopsBelow, false);
        }
      }
      while ((due[m] as number) < morning + DAY) hand.event(m);
    }
  }
  return { came, served, lostToDown: down, lostToJam: jam, lostToEmpty: empty, lostToPalm: palm };
}

/** A day's visits by their minutes, of the same minute in the order in which they were found. */
function sortByMinute(
  { key0, key1, dosesPerDay, chances }: PlanModel,
  day: number,
  count: number,
  persons: Int32Array,
  numbers: Int32Array,
  minutes: Int32Array,
  order: Int32Array,
): void {
  for (let i = 0; i < count; i++) {
    const [p, visit] = [persons[i] as number, numbers[i] as number];
    const when = keyedDraw(key0[p] as number, key1[p] as number, visit * 8 + 1);
    const minute = minuteOfDay(when, chances.outOfHours * 65_536, visit - day * dosesPerDay, dosesPerDay);
    let at = i;
    for (; at > 0 && (minutes[order[at - 1] as number] as number) > minute; at--) order[at] = order[at - 1] as number;
    minutes[i] = minute;
    order[at] = i;
  }
}
