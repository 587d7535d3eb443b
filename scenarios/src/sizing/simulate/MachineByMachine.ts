import { MIN_PER_DAY } from '@dosetwin/twin';
import { Crew } from './Crew.js';
import { MachineDay } from './MachineDay.js';
import { Operation } from './Operation.js';
import { OtherMachines } from './OtherMachines.js';
import type { PlanModel } from './PlanModel.js';
import type { SiteTables } from './RegionTables.js';
import type { Totals } from './Totals.js';

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
 * by key, so that it comes to the same as visit by visit, digit for digit, where nothing is shared. Of a day
 * (`MachineDay`) only those are taken in order who may change something. Who may go on to other machines is followed up at the end, when it is known when each stood
 * still; what such guests jam disturbs nobody else here.
 */
export class MachineByMachine {
  readonly operation: Operation;
  readonly #model: PlanModel;
  readonly #crew: Crew;
  readonly #day: MachineDay;
  readonly #leavers: Leaver[] = [];
  /** By machine: spells in which it stood still, on its site's clock. */
  readonly #down: (readonly [from: number, to: number])[][];
  readonly #others: OtherMachines;

  constructor(model: PlanModel) {
    this.#model = model;
    this.#crew = new Crew(model);
    this.#down = Array.from({ length: model.machines }, () => []);
    this.#others = new OtherMachines(model);
    const onward = (person: number, machine: number, visit: number, minute: number, reason: number) =>
      this.#onward(person, machine, visit, minute, reason);
    const onUp = (machine: number, from: number, to: number) => this.#down[machine]?.push([from, to]);
    this.operation = new Operation(model, this.#crew, onward, onUp);
    const closed = (machine: number, person: number, visit: number, minute: number) => {
      if (!this.#onward(person, machine, visit, minute, CLOSED)) this.operation.lose(CLOSED);
    };
    const mayGoOn = (machine: number, person: number, day: number) =>
      this.#others.of(model.ways.seasonOn[day] as number, model.groupOf[person] as number, machine).length > 0;
    this.#day = new MachineDay(model, this.operation, { closed, mayGoOn }, mostPeople(model));
  }

  run(): Totals {
    const { machines, days } = this.#model;
    for (let m = 0; m < machines; m++) {
      this.#crew.reset();
      for (let d = 0; d < days; d++) this.#day.run(m, d);
      this.operation.finish(m, days * MIN_PER_DAY);
    }
    this.#leavers.sort((a, b) => a.common - b.common || a.machine - b.machine || a.person - b.person);
    for (const leaver of this.#leavers) this.#followUp(leaver);
    return this.operation.tally.totals(this.#model);
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
