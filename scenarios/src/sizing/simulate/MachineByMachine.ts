import { MIN_PER_DAY } from '@dosetwin/twin';
import { Crew } from './Crew.js';
import { keyedDraw } from './keyedDraw.js';
import { Operation, VISIT_DRAWS } from './Operation.js';
import { OtherMachines } from './OtherMachines.js';
import type { PlanModel } from './PlanModel.js';
import { putVisits } from './putVisits.js';
import type { SiteTables } from './RegionTables.js';
import type { Totals } from './Totals.js';
import { VisitQueue } from './VisitQueue.js';

/** The reason of somebody whose own site was closed. */
const CLOSED = 7;

/** Somebody who left their own machine without and may go on, in common time. */
interface Leaver {
  readonly person: number;
  readonly machine: number;
  readonly visit: number;
  readonly common: number;
  readonly reason: number;
}

/**
 * Machine by machine (Z10): each alone over the whole length, with technicians of its own and no common order of time; the same draws
 * by key, so that it comes to the same as visit by visit, digit for digit, where nothing is shared. A day on which nothing is amiss is
 * counted person by person without an order. Who may go on to other machines is followed up at the end, when it is known when each stood
 * still; what such guests jam disturbs nobody else here.
 */
export class MachineByMachine {
  readonly operation: Operation;
  readonly #model: PlanModel;
  readonly #crew: Crew;
  readonly #queue = new VisitQueue(256);
  readonly #leavers: Leaver[] = [];
  /** By machine: spells in which it stood still, on its site's clock. */
  readonly #down: (readonly [from: number, to: number])[][];
  readonly #others: OtherMachines;
  readonly #served: Int32Array;

  constructor(model: PlanModel) {
    this.#model = model;
    this.#crew = new Crew(model);
    this.#down = Array.from({ length: model.machines }, () => []);
    this.#others = new OtherMachines(model);
    this.#served = new Int32Array(mostPeople(model) * model.dosesPerDay);
    const onward = (person: number, machine: number, visit: number, minute: number, reason: number) =>
      this.#onward(person, machine, visit, minute, reason);
    const onUp = (machine: number, from: number, to: number) => this.#down[machine]?.push([from, to]);
    this.operation = new Operation(model, this.#crew, onward, onUp);
  }

  run(): Totals {
    const { machines, days } = this.#model;
    for (let m = 0; m < machines; m++) {
      this.#crew.reset();
      for (let day = 0; day < days; day++) this.#day(m, day);
      this.operation.finish(m, days * MIN_PER_DAY);
    }
    this.#leavers.sort((a, b) => a.common - b.common || a.machine - b.machine || a.person - b.person);
    for (const leaver of this.#leavers) this.#followUp(leaver);
    return this.operation.tally.totals(this.#model);
  }

  #day(machine: number, day: number): void {
    const { operation } = this;
    const morning = day * MIN_PER_DAY;
    while (operation.dueAt(machine) <= morning) operation.advance(machine);
    const { profiles } = this.#siteOf(machine);
    const isOpen = !(profiles[day % 7] as (typeof profiles)[number]).isClosed;
    const isQuiet = isOpen && operation.dueAt(machine) >= morning + MIN_PER_DAY && !operation.tickets.isOpen(machine);
    if (!(isQuiet && this.#quietDay(machine, day))) this.#busyDay(machine, day);
  }

  /**
   * A day on which no event is due and nobody's visit brings one: its visits end as the charts say of an idle machine, whatever their
   * order. False where a visit may bring one, or somebody may go on: then nothing has changed.
   */
  #quietDay(machine: number, day: number): boolean {
    const { firstPerson, dosesPerDay, key0, key1, groupOf, groups, anyMachine, ways } = this.#model;
    const { jamBelow, comesBelow, palmBelow, metres } = this.#model;
    const { stock, tally } = this.operation;
    const offset = (ways.seasonOn[day] as number) * groups;
    const from = firstPerson[machine] as number;
    const to = firstPerson[machine + 1] as number;
    const first = day * dosesPerDay * VISIT_DRAWS;
    const past = first + dosesPerDay * VISIT_DRAWS;
    let [served, empty, palm, travelled_m] = [0, 0, 0, 0];
    for (let person = from; person < to; person++) {
      const at = offset + (groupOf[person] as number);
      const [below, amiss] = [comesBelow[at] as number, jamBelow[at] as number];
      const [k0, k1] = [key0[person] as number, key1[person] as number];
      for (let index = first; index < past; index += VISIT_DRAWS) {
        const word = keyedDraw(k0, k1, index);
        if (word >= below) continue;
        const left = stock[person] as number;
        travelled_m += metres[at] as number;
        if (word >= amiss && left > 0) {
          stock[person] = left - 1;
          this.#served[served++] = person;
          continue;
        }
        const isPalm = word < (palmBelow[at] as number);
        if (anyMachine[person] === 1 || (!isPalm && left > 0)) return this.#undo(served);
        if (isPalm) palm += 1;
        else empty += 1;
      }
    }
    const due = (to - from) * dosesPerDay;
    tally.due += due;
    tally.came += served + empty + palm;
    tally.stayedAway += due - served - empty - palm;
    tally.served += served;
    tally.lostToEmpty += empty;
    tally.lostToPalm += palm;
    tally.travelled_m += travelled_m;
    return true;
  }

  #undo(served: number): false {
    const { stock } = this.operation;
    for (let i = 0; i < served; i++) {
      const person = this.#served[i] as number;
      stock[person] = (stock[person] as number) + 1;
    }
    return false;
  }

  /** A day whose visits and events are taken in their order. */
  #busyDay(machine: number, day: number): void {
    const { operation } = this;
    const queue = this.#queue;
    const morning = day * MIN_PER_DAY;
    putVisits(this.#model, machine, day, 0, queue, operation.tally);
    let dueAt = operation.dueAt(machine);
    for (let minute = morning; minute < morning + MIN_PER_DAY; minute++) {
      while (dueAt <= minute) {
        operation.advance(machine);
        dueAt = operation.dueAt(machine);
      }
      for (let entry = queue.take(minute); entry >= 0; entry = queue.take(minute)) {
        this.#visit(machine, entry, minute);
        dueAt = operation.dueAt(machine);
      }
    }
  }

  #visit(machine: number, entry: number, minute: number): void {
    const { person, visit, word } = this.#queue;
    const [who, which] = [person[entry] as number, visit[entry] as number];
    if (!this.#isClosed(machine, minute)) {
      this.operation.visit(machine, who, which, minute, this.#seasonAt(minute), word[entry] as number);
    } else if (!this.#onward(who, machine, which, minute, CLOSED)) this.operation.lose(CLOSED);
  }

  #onward(person: number, machine: number, visit: number, minute: number, reason: number): boolean {
    const { anyMachine, groupOf } = this.#model;
    if (anyMachine[person] === 0) return false;
    if (this.#others.of(this.#seasonAt(minute), groupOf[person] as number, machine).length === 0) return false;
    this.#leavers.push({ person, machine, visit, common: minute + this.#siteOf(machine).shift, reason });
    return true;
  }

  /** Z8, as far as it can be known of machines that were run alone. */
  #followUp({ person, machine, visit, common, reason }: Leaver): void {
    const { groupOf, days } = this.#model;
    const season = this.#seasonAt(common - this.#siteOf(machine).shift);
    for (const { machine: other, minutes, metres } of this.#others.of(season, groupOf[person] as number, machine)) {
      const there = common - this.#siteOf(other).shift;
      if (there < 0 || this.#isDown(other, there) || this.#isClosed(other, there)) continue;
      this.operation.tally.travelled_m += metres;
      const arrives = there + minutes;
      const isLate = arrives >= days * MIN_PER_DAY || this.#isClosed(other, arrives);
      return isLate ? this.operation.lose(reason) : this.operation.lateGuest(this.#isDown(other, arrives), person, visit, reason);
    }
    this.operation.lose(reason);
  }

  #isDown(machine: number, minute: number): boolean {
    return (this.#down[machine] ?? []).some(([from, to]) => from <= minute && minute < to);
  }

  #isClosed(machine: number, minute: number): boolean {
    const { clock } = this.#siteOf(machine);
    return clock.openMinutes < 10_080 && !clock.isOpen(minute);
  }

  #seasonAt(minute: number): number {
    return this.#model.ways.seasonOn[Math.floor(minute / MIN_PER_DAY)] as number;
  }

  #siteOf(machine: number): SiteTables {
    return this.#model.tables.sites[this.#model.siteOf[machine] as number] as SiteTables;
  }
}

function mostPeople({ firstPerson, machines }: PlanModel): number {
  let most = 1;
  for (let m = 0; m < machines; m++) most = Math.max(most, (firstPerson[m + 1] as number) - (firstPerson[m] as number));
  return most;
}
