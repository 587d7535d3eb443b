import { MIN_PER_DAY } from '@dosetwin/twin';
import { keyedDraw } from './keyedDraw.js';
import { type Operation, VISIT_DRAW, VISIT_DRAWS } from './Operation.js';
import type { PlanModel } from './PlanModel.js';
import type { DayProfile, SiteTables } from './RegionTables.js';
import { ANSWER } from './VisitSteps.js';
import { outOfHoursBelow, visitMinute } from './visitMinute.js';
import { NEVER } from './WeekClock.js';

/** Whoever comes to a closed site, and whoever may go on to another machine. */
export interface DayPeople {
  closed(machine: number, person: number, visit: number, minute: number): void;
  mayGoOn(machine: number, person: number, day: number): boolean;
}

/**
 * A day of one machine that shares nothing. Only those who may change something are taken in the order of time, together with the
 * machine's events: whose cartridge is jammed or will be, and who may go on to another machine. Everybody else's visits disturb nobody;
 * they are counted once it is known when the machine stood still, to the same end as in order.
 */
export class MachineDay {
  readonly #model: PlanModel;
  readonly #operation: Operation;
  readonly #people: DayPeople;
  /** Visits in order: their minute, person, number and draw. */
  #ordered = 0;
  readonly #minute: Int32Array;
  readonly #person: Int32Array;
  readonly #visit: Int32Array;
  readonly #word: Float64Array;
  /** The others. */
  #others = 0;
  readonly #otherPerson: Int32Array;
  readonly #otherVisit: Int32Array;
  readonly #otherWord: Float64Array;
  /** Spells of the day in which the machine stood still, and whose visit began each: -1 where none did, which is before all of a minute. */
  #spells = 0;
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #by: number[] = [];

  constructor(model: PlanModel, operation: Operation, people: DayPeople, most: number) {
    this.#model = model;
    this.#operation = operation;
    this.#people = people;
    const ints = () => new Int32Array(most);
    [this.#minute, this.#person, this.#visit, this.#word] = [ints(), ints(), ints(), new Float64Array(most)];
    [this.#otherPerson, this.#otherVisit, this.#otherWord] = [ints(), ints(), new Float64Array(most)];
  }

  run(machine: number, day: number): void {
    const { tables, siteOf, ways } = this.#model;
    const { profiles } = tables.sites[siteOf[machine] as number] as SiteTables;
    const profile = profiles[day % 7] as DayProfile;
    const season = ways.seasonOn[day] as number;
    this.#gather(machine, day, season, profile);
    this.#spells = 0;
    this.#inOrder(machine, day, season, profile.isClosed);
    this.#countOthers(day, season, profile);
  }

  /** Who comes, and whether their visits need an order. */
  #gather(machine: number, day: number, season: number, profile: DayProfile): void {
    const { firstPerson, dosesPerDay, key0, key1, groupOf, groups, anyMachine } = this.#model;
    const { comesBelow, jamBelow, palmBelow, metres } = this.#model;
    const { jammed, tally } = this.#operation;
    const from = firstPerson[machine] as number;
    const to = firstPerson[machine + 1] as number;
    const first = day * dosesPerDay;
    const [otherPerson, otherVisit, otherWord] = [this.#otherPerson, this.#otherVisit, this.#otherWord];
    let [others, travelled_m, ordered] = [0, 0, 0];
    this.#ordered = 0;
    for (let person = from; person < to; person++) {
      const at = season * groups + (groupOf[person] as number);
      const [below, jam, palm] = [comesBelow[at] as number, jamBelow[at] as number, palmBelow[at] as number];
      const [k0, k1] = [key0[person] as number, key1[person] as number];
      const mine = others;
      let isSpecial = jammed[person] === 1 || (anyMachine[person] === 1 && this.#people.mayGoOn(machine, person, day));
      for (let visit = first; visit < first + dosesPerDay; visit++) {
        const word = keyedDraw(k0, k1, visit * VISIT_DRAWS);
        if (word >= below) continue;
        otherPerson[others] = person;
        otherVisit[others] = visit;
        otherWord[others] = word;
        others += 1;
        if (word < jam && word >= palm) isSpecial = true;
      }
      travelled_m += (others - mine) * (metres[at] as number);
      if (isSpecial) {
        ordered += others - mine;
        for (let i = mine; i < others; i++) this.#order(i, day, profile);
        others = mine;
      }
    }
    this.#others = others;
    const due = (to - from) * dosesPerDay;
    const came = others + ordered;
    tally.due += due;
    tally.came += came;
    tally.stayedAway += due - came;
    tally.travelled_m += travelled_m;
  }

  /** Puts a gathered visit in its place in the order of time; of the same minute, behind those before it. */
  #order(other: number, day: number, profile: DayProfile): void {
    const [person, visit, word] = [this.#otherPerson[other], this.#otherVisit[other], this.#otherWord[other]] as [
      number,
      number,
      number,
    ];
    const minute = day * MIN_PER_DAY + this.#minuteOf(person, visit, profile);
    let at = this.#ordered;
    for (; at > 0 && (this.#minute[at - 1] as number) > minute; at--) {
      this.#minute[at] = this.#minute[at - 1] as number;
      this.#person[at] = this.#person[at - 1] as number;
      this.#visit[at] = this.#visit[at - 1] as number;
      this.#word[at] = this.#word[at - 1] as number;
    }
    this.#minute[at] = minute;
    this.#person[at] = person;
    this.#visit[at] = visit;
    this.#word[at] = word;
    this.#ordered += 1;
  }

  #minuteOf(person: number, visit: number, profile: DayProfile): number {
    const { key0, key1, dosesPerDay, chances } = this.#model;
    const when = keyedDraw(key0[person] as number, key1[person] as number, visit * VISIT_DRAWS + VISIT_DRAW.when);
    return visitMinute(profile, when, outOfHoursBelow(profile, chances), visit % dosesPerDay, dosesPerDay);
  }

  /** The machine's events and the visits that need an order, to the day's end. */
  #inOrder(machine: number, day: number, season: number, isClosed: boolean): void {
    const operation = this.#operation;
    const evening = (day + 1) * MIN_PER_DAY;
    this.#note(machine, day * MIN_PER_DAY, -1);
    for (let i = 0; i < this.#ordered; i++) {
      const minute = this.#minute[i] as number;
      this.#events(machine, minute);
      const [person, visit] = [this.#person[i] as number, this.#visit[i] as number];
      if (isClosed) this.#people.closed(machine, person, visit, minute);
      else operation.visit(machine, person, visit, minute, season, this.#word[i] as number);
      this.#note(machine, minute, person);
    }
    this.#events(machine, evening - 1);
  }

  #events(machine: number, minute: number): void {
    for (let due = this.#operation.dueAt(machine); due <= minute; due = this.#operation.dueAt(machine)) {
      this.#operation.advance(machine);
      this.#note(machine, due, -1);
    }
  }

  /** Writes down that the machine began or ceased to stand still. */
  #note(machine: number, minute: number, by: number): void {
    const isDown = this.#operation.downSince[machine] !== NEVER;
    const last = this.#spells - 1;
    const wasDown = last >= 0 && this.#to[last] === NEVER;
    if (isDown === wasDown) return;
    if (!isDown) this.#to[last] = minute;
    else {
      this.#from[this.#spells] = minute;
      this.#to[this.#spells] = NEVER;
      this.#by[this.#spells] = by;
      this.#spells += 1;
    }
  }

  /** Those whose order does not matter. A machine that stands still looks at nobody's palm. */
  #countOthers(day: number, season: number, profile: DayProfile): void {
    const { groups, groupOf, palmBelow } = this.#model;
    const { stock, tally } = this.#operation;
    if (profile.isClosed) {
      tally.lostToClosed += this.#others;
      return;
    }
    let [served, down, palm, empty] = [0, 0, 0, 0];
    const [otherPerson, otherWord] = [this.#otherPerson, this.#otherWord];
    const isAlwaysUp = this.#spells === 0;
    const others = this.#others;
    const offset = season * groups;
    for (let i = 0; i < others; i++) {
      const person = otherPerson[i] as number;
      if (!isAlwaysUp && this.#isDown(i, day, profile)) down += 1;
      else if ((otherWord[i] as number) < (palmBelow[offset + (groupOf[person] as number)] as number)) palm += 1;
      else if (stock[person] === 0) empty += 1;
      else {
        stock[person] = (stock[person] as number) - 1;
        served += 1;
      }
    }
    tally.served += served;
    tally.lostToDown += down;
    tally.lostToPalm += palm;
    tally.lostToEmpty += empty;
    const { charts } = this.#operation;
    charts.undisturbed(ANSWER.DROPPED, true, served);
    charts.undisturbed(ANSWER.DROPPED, false, down);
    charts.undisturbed(ANSWER.LOCKED_OUT, true, palm);
    charts.undisturbed(ANSWER.EMPTY, true, empty);
  }

  #isDown(other: number, day: number, profile: DayProfile): boolean {
    const morning = day * MIN_PER_DAY;
    const [from, to] = [this.#from[0] as number, this.#to[0] as number];
    if (this.#spells === 1 && from === morning && this.#by[0] === -1 && to === NEVER) return true;
    const person = this.#otherPerson[other] as number;
    const minute = morning + this.#minuteOf(person, this.#otherVisit[other] as number, profile);
    for (let i = 0; i < this.#spells; i++) {
      const began = this.#from[i] as number;
      const isAfter = minute > began || (minute === began && person > (this.#by[i] as number));
      if (isAfter && minute < (this.#to[i] as number)) return true;
    }
    return false;
  }
}
