import { MIN_PER_DAY } from '@dosetwin/twin';
import { Crew } from './Crew.js';
import { Operation } from './Operation.js';
import { OtherMachines } from './OtherMachines.js';
import type { PlanModel } from './PlanModel.js';
import { putVisits } from './putVisits.js';
import type { SiteTables } from './RegionTables.js';
import type { Totals } from './Totals.js';
import { VisitQueue } from './VisitQueue.js';
import { NEVER } from './WeekClock.js';

/** The reason of somebody whose own site was closed. */
const CLOSED = 7;

/**
 * Visit by visit (Z10): all machines in one order of time, with technicians and people that they share. Machines are ordered by a common
 * time, each site's clock plus its shift; a machine's events go before visits of the same minute.
 */
export class VisitByVisit {
  readonly operation: Operation;
  readonly #model: PlanModel;
  readonly #queue = new VisitQueue();
  readonly #others: OtherMachines;
  readonly #shifts: Int32Array;
  readonly #sites: readonly SiteTables[];
  readonly #horizon: number;
  /** Of all machines: when the next event is due in common time, and whose it is. */
  #eventAt = NEVER;
  #eventOf = 0;

  constructor(model: PlanModel, isStepped = false) {
    this.#model = model;
    this.#others = new OtherMachines(model);
    this.#sites = Array.from(model.siteOf, (site) => model.tables.sites[site] as SiteTables);
    this.#shifts = Int32Array.from(this.#sites, ({ shift }) => shift);
    this.#horizon = model.days * MIN_PER_DAY;
    const onward = (person: number, machine: number, visit: number, minute: number, reason: number) =>
      this.#onward(person, machine, visit, minute, reason);
    this.operation = new Operation(model, new Crew(model), onward, () => {}, isStepped);
  }

  run(): Totals {
    const { days, machines } = this.#model;
    this.#findEvent();
    for (let day = 0; day < days; day++) {
      for (let m = 0; m < machines; m++)
        putVisits(this.#model, m, day, this.#shifts[m] as number, this.#queue, this.operation.tally);
      this.#pass(day * MIN_PER_DAY, (day + 1) * MIN_PER_DAY);
    }
    this.#pass(this.#horizon, this.#horizon + MIN_PER_DAY);
    for (let m = 0; m < machines; m++) this.operation.finish(m, this.#horizon);
    return this.operation.tally.totals(this.#model);
  }

  #pass(from: number, to: number): void {
    const queue = this.#queue;
    for (let minute = from; minute < to; minute++) {
      while (this.#eventAt <= minute) {
        this.operation.advance(this.#eventOf);
        this.#findEvent();
      }
      for (let entry = queue.take(minute); entry >= 0; entry = queue.take(minute)) this.#visit(entry, minute);
    }
  }

  #visit(entry: number, minute: number): void {
    const { person, machine, visit, word } = this.#queue;
    const [m, drawn] = [machine[entry] as number, word[entry] as number];
    const [who, which] = [person[entry] as number, visit[entry] as number];
    const local = minute - (this.#shifts[m] as number);
    const faults = this.operation.tally.faults;
    if (drawn < 0) this.#guest(m, who, which, local, -1 - drawn);
    else if (this.#isClosed(m, local)) this.#closed(m, who, which, local);
    else this.operation.visit(m, who, which, local, this.#seasonAt(local), drawn);
    if (this.operation.tally.faults !== faults) this.#findEvent();
  }

  #isClosed(machine: number, local: number): boolean {
    const { clock } = this.#sites[machine] as SiteTables;
    return clock.openMinutes < 10_080 && !clock.isOpen(local);
  }

  #closed(machine: number, person: number, visit: number, local: number): void {
    if (!this.#onward(person, machine, visit, local, CLOSED)) this.operation.lose(CLOSED);
  }

  #guest(machine: number, person: number, visit: number, local: number, reason: number): void {
    if (local >= this.#horizon || this.#isClosed(machine, local)) this.operation.lose(reason);
    else this.operation.guest(machine, person, visit, local, reason);
  }

  /** Z8: who may, goes on to the nearest other machine that serves just now. */
  #onward(person: number, machine: number, visit: number, local: number, reason: number): boolean {
    const { anyMachine, groupOf } = this.#model;
    if (anyMachine[person] === 0) return false;
    const common = local + (this.#shifts[machine] as number);
    for (const { machine: other, minutes, metres } of this.#others.of(
      this.#seasonAt(local),
      groupOf[person] as number,
      machine,
    )) {
      const there = common - (this.#shifts[other] as number);
      if (there < 0 || this.operation.downSince[other] !== NEVER || this.#isClosed(other, there)) continue;
      this.operation.tally.travelled_m += metres;
      this.#queue.put(common + minutes, person, other, visit, -1 - reason);
      return true;
    }
    return false;
  }

  #seasonAt(local: number): number {
    return this.#model.ways.seasonOn[Math.floor(local / MIN_PER_DAY)] as number;
  }

  #findEvent(): void {
    this.#eventAt = NEVER;
    for (let m = 0; m < this.#shifts.length; m++) {
      const local = this.operation.dueAt(m);
      const at = local + (this.#shifts[m] as number);
      if (local >= this.#horizon || at >= this.#eventAt) continue;
      this.#eventAt = at;
      this.#eventOf = m;
    }
  }
}
