import { emptyShare, type Stocking } from './emptyShare.js';
import { WORDS } from './keyedDraw.js';
import type { OtherMachines } from './OtherMachines.js';
import type { PlanModel } from './PlanModel.js';
import type { SiteTables } from './RegionTables.js';
import type { VisitWeights } from './VisitWeights.js';

/** What one machine's people come to on average: for counting visits at once. */
export class Comers {
  readonly due: number;
  /** Visits on days on which the site is closed. */
  readonly closed: number;
  /** Variance of a count of visits as a share of its mean. */
  readonly spread: number;
  /** How often somebody comes at a window who came before; above the mean, since those who come often jam oftener. */
  readonly again: number;
  /** Shares of visits that find the cartridge empty, and that may go on to another machine and are served there. */
  readonly emptyShare: number;
  readonly onwardShare: number;
  readonly metres: number;
  /** From one's own machine to the other, of those who go on. */
  readonly onwardMetres: number;
  readonly #weights: VisitWeights;
  readonly #perDay: Float64Array;
  /** By spell of days with the same links: its first minute, and visits before it. */
  readonly #from: number[] = [];
  readonly #before: number[] = [];
  readonly #season: number[] = [];
  readonly #spellOfDay: Uint16Array;

  constructor(model: PlanModel, machine: number, weights: VisitWeights, others: OtherMachines, emptyOf: Map<number, number>) {
    const { dosesPerDay, days, firstPerson, ways } = model;
    this.#weights = weights;
    this.#spellOfDay = new Uint16Array(days + 1);
    const sums = Array.from({ length: ways.seasons.length }, (_, season) => sumsOf(model, machine, season, others, emptyOf));
    this.#perDay = Float64Array.from(sums, ({ comes }) => dosesPerDay * comes);
    this.#cutIntoSpells(ways.seasonOn, days);
    const daysIn = new Float64Array(ways.seasons.length);
    for (const season of ways.seasonOn.subarray(0, days)) daysIn[season] = (daysIn[season] as number) + 1;
    const over = (of: (one: Sums) => number) => sums.reduce((sum, one, season) => sum + (daysIn[season] as number) * of(one), 0);
    const comes = over((one) => one.comes);
    const share = (of: (one: Sums) => number) => (comes > 0 ? over(of) / comes : 0);
    this.due = ((firstPerson[machine + 1] as number) - (firstPerson[machine] as number)) * dosesPerDay * days;
    this.closed = (comes * dosesPerDay * weights.closedDays) / 7;
    this.again = share((one) => one.squares);
    this.spread = 1 - this.again;
    this.emptyShare = share((one) => one.empty);
    this.onwardShare = share((one) => one.onward);
    this.metres = share((one) => one.metres);
    this.onwardMetres = this.onwardShare > 0 ? share((one) => one.onwardMetres) / this.onwardShare : 0;
  }

  /** Visits on open days from the study's first minute up to `minute`, on average. */
  until(minute: number): number {
    const spell = this.#spellOfDay[Math.floor(minute / 1_440)] as number;
    const since = this.#weights.until(minute) - (this.#from[spell] as number);
    return (this.#before[spell] as number) + since * (this.#perDay[this.#season[spell] as number] as number);
  }

  /** Open days' worth of one person's windows between two minutes. */
  windowsBetween(from: number, to: number): number {
    return this.#weights.until(to) - this.#weights.until(from);
  }

  #cutIntoSpells(seasonOn: Uint8Array, days: number): void {
    let visits = 0;
    for (let day = 0; day <= days; day++) {
      const season = seasonOn[Math.min(day, days - 1)] as number;
      if (day === 0 || season !== this.#season.at(-1)) {
        const at = this.#weights.until(day * 1_440);
        const last = this.#from.length - 1;
        if (last >= 0) visits += (at - (this.#from[last] as number)) * (this.#perDay[this.#season[last] as number] as number);
        this.#from.push(at);
        this.#before.push(visits);
        this.#season.push(season);
      }
      this.#spellOfDay[day] = this.#from.length - 1;
    }
  }
}

/** Sums over a machine's people of what is expected at one window, in a season. */
interface Sums {
  readonly comes: number;
  readonly squares: number;
  readonly empty: number;
  readonly onward: number;
  readonly metres: number;
  readonly onwardMetres: number;
}

function sumsOf(model: PlanModel, machine: number, season: number, others: OtherMachines, emptyOf: Map<number, number>): Sums {
  const { firstPerson, groupOf, groups, comesBelow, metres, anyMachine, region, dosesPerDay, chances } = model;
  const stocking: Stocking = {
    ...{ packages: region.machine.packages, daysBetween: region.services.restockEveryDays },
    ...{ dosesPerDay, roundFails: chances.roundFails },
  };
  const sums = { comes: 0, squares: 0, empty: 0, onward: 0, metres: 0, onwardMetres: 0 };
  for (let person = firstPerson[machine] as number; person < (firstPerson[machine + 1] as number); person++) {
    const group = groupOf[person] as number;
    const comes = (comesBelow[season * groups + group] as number) / WORDS;
    if (comes === 0) continue;
    const empty = emptyOf.get(comes) ?? emptyShare(comes * (1 - chances.palmRefused), stocking);
    emptyOf.set(comes, empty);
    sums.comes += comes;
    sums.squares += comes * comes;
    sums.empty += comes * empty;
    sums.metres += comes * (metres[season * groups + group] as number);
    if (anyMachine[person] === 0) continue;
    const within = others.of(season, group, machine);
    const onward =
      comes *
      servedElsewhere(
        model,
        within.map((one) => one.machine),
      );
    sums.onward += onward;
    sums.onwardMetres += onward * (within[0]?.metres ?? 0);
  }
  return sums;
}

/** Chance that one of the other machines serves somebody who comes at any time: as if the one open longest were never down. */
function servedElsewhere({ tables, siteOf, chances }: PlanModel, machines: readonly number[]): number {
  const open = machines.map((machine) => (tables.sites[siteOf[machine] as number] as SiteTables).clock.openMinutes / 10_080);
  return Math.max(0, ...open) * (1 - chances.palmRefused) * (1 - chances.jam);
}
