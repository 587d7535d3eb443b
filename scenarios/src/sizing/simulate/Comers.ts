import { MIN_PER_DAY } from '@dosetwin/twin';
import { emptyShare } from './emptyShare.js';
import { WORDS } from './keyedDraw.js';
import { OtherMachines } from './OtherMachines.js';
import type { PlanModel } from './PlanModel.js';
import type { SiteTables } from './RegionTables.js';
import { type SeasonSpells, seasonSpells } from './SeasonSpells.js';
import { VisitWeights } from './VisitWeights.js';

/** By what a site's days look like: the same for every plan and future of a region. */
const keptWeights = new WeakMap<SiteTables['profiles'], { readonly days: number; readonly weights: VisitWeights }>();

/** What one machine's people come to on average, for counting visits at once; of the machine that was last turned to. */
export class Comers {
  due = 0;
  /** Visits on days on which the site is closed. */
  closed = 0;
  /** Variance of a count of visits as a share of its mean. */
  spread = 1;
  /** How often somebody comes at a window who came before; above the mean, since those who come often jam oftener. */
  again = 0;
  /** Shares of visits that find the cartridge empty, and that may go on to another machine and are served there. */
  emptyShare = 0;
  onwardShare = 0;
  metres = 0;
  /** From one's own machine to the other, of those who go on. */
  onwardMetres = 0;
  readonly #model: PlanModel;
  readonly #outOfHours: number;
  readonly #others: OtherMachines;
  readonly #spells: SeasonSpells;
  /** By how likely somebody comes at a window: the share of their visits that find their cartridge empty. */
  readonly #emptyOf = new Map<number, number>();
  #weights: VisitWeights;
  /** By spell: visits a day, and visits before it less what is counted before it at its own rate. */
  readonly #perDay: Float64Array;
  readonly #offset: Float64Array;
  readonly #sums: readonly Sums[];

  constructor(model: PlanModel) {
    this.#model = model;
    this.#outOfHours = model.chances.outOfHours;
    this.#others = new OtherMachines(model);
    this.#spells = seasonSpells(model.ways);
    this.#weights = weightsOf((model.tables.sites[0] as SiteTables).profiles, model.days);
    this.#perDay = new Float64Array(this.#spells.season.length);
    this.#offset = new Float64Array(this.#spells.season.length);
    this.#sums = model.ways.seasons.map(() => ({ comes: 0, squares: 0, empty: 0, onward: 0, metres: 0, onwardMetres: 0 }));
  }

  /** Turns to a machine. */
  turnTo(machine: number): void {
    const { dosesPerDay, days, firstPerson, siteOf, tables } = this.#model;
    this.#weights = weightsOf((tables.sites[siteOf[machine] as number] as SiteTables).profiles, days);
    const all = { comes: 0, squares: 0, empty: 0, onward: 0, metres: 0, onwardMetres: 0 };
    for (let season = 0; season < this.#sums.length; season++) {
      const daysIn = this.#spells.daysIn[season] as number;
      if (daysIn === 0) continue;
      const sums = this.#sums[season] as Sums;
      this.#sum(machine, season, sums);
      all.comes += daysIn * sums.comes;
      all.squares += daysIn * sums.squares;
      all.empty += daysIn * sums.empty;
      all.onward += daysIn * sums.onward;
      all.metres += daysIn * sums.metres;
      all.onwardMetres += daysIn * sums.onwardMetres;
    }
    this.#cutIntoSpells();
    const each = all.comes > 0 ? 1 / all.comes : 0;
    this.due = ((firstPerson[machine + 1] as number) - (firstPerson[machine] as number)) * dosesPerDay * days;
    this.closed = (all.comes * dosesPerDay * this.#weights.closedDays) / 7;
    this.again = all.squares * each;
    this.spread = 1 - this.again;
    this.emptyShare = all.empty * each;
    this.onwardShare = all.onward * each;
    this.metres = all.metres * each;
    this.onwardMetres = all.onward > 0 ? all.onwardMetres / all.onward : 0;
  }

  /** Visits on open days from the study's first minute up to `minute`, on average. */
  until(minute: number): number {
    const spell = this.#spells.ofDay[Math.floor(minute / MIN_PER_DAY)] as number;
    return (this.#offset[spell] as number) + this.windowsUntil(minute) * (this.#perDay[spell] as number);
  }

  /** Open days' worth of one person's windows up to `minute`. */
  windowsUntil(minute: number): number {
    return this.#weights.until(minute, this.#outOfHours);
  }

  #cutIntoSpells(): void {
    const { firstDay, season } = this.#spells;
    let [offset, before] = [0, 0];
    for (let spell = 0; spell < season.length; spell++) {
      const perDay = this.#model.dosesPerDay * (this.#sums[season[spell] as number] as Sums).comes;
      if (spell > 0) offset += (before - perDay) * this.windowsUntil((firstDay[spell] as number) * MIN_PER_DAY);
      this.#offset[spell] = offset;
      this.#perDay[spell] = perDay;
      before = perDay;
    }
  }

  /** Sums over the machine's people, those of one place at once, of what is expected at one window in a season. */
  #sum(machine: number, season: number, sums: Sums): void {
    const { firstPerson, groupOf, anyMachine } = this.#model;
    sums.comes = sums.squares = sums.empty = sums.onward = sums.metres = sums.onwardMetres = 0;
    const to = firstPerson[machine + 1] as number;
    for (let person = firstPerson[machine] as number; person < to; ) {
      const group = groupOf[person] as number;
      let [people, anywhere] = [0, 0];
      for (; person < to && groupOf[person] === group; person++) {
        people += 1;
        anywhere += anyMachine[person] as number;
      }
      this.#add(machine, season, group, people, anywhere, sums);
    }
  }

  #add(machine: number, season: number, group: number, people: number, anywhere: number, sums: Sums): void {
    const { groups, comesBelow, metres } = this.#model;
    const comes = (comesBelow[season * groups + group] as number) / WORDS;
    if (comes === 0) return;
    sums.comes += people * comes;
    sums.squares += people * comes * comes;
    sums.empty += people * comes * this.#emptyShare(comes);
    sums.metres += people * comes * (metres[season * groups + group] as number);
    if (anywhere === 0) return;
    const within = this.#others.of(season, group, machine);
    const onward = anywhere * comes * this.#servedElsewhere(within.map((one) => one.machine));
    sums.onward += onward;
    sums.onwardMetres += onward * (within[0]?.metres ?? 0);
  }

  #emptyShare(comes: number): number {
    const { chances, region, dosesPerDay } = this.#model;
    const known = this.#emptyOf.get(comes);
    if (known !== undefined) return known;
    const share = emptyShare(comes * (1 - chances.palmRefused), {
      ...{ packages: region.machine.packages, daysBetween: region.services.restockEveryDays },
      ...{ dosesPerDay, roundFails: chances.roundFails },
    });
    this.#emptyOf.set(comes, share);
    return share;
  }

  /** Chance that one of the other machines serves somebody who comes at any time: as if the one open longest were never down. */
  #servedElsewhere(machines: readonly number[]): number {
    const { tables, siteOf, chances } = this.#model;
    const open = machines.map((machine) => (tables.sites[siteOf[machine] as number] as SiteTables).clock.openMinutes / 10_080);
    return Math.max(0, ...open) * (1 - chances.palmRefused) * (1 - chances.jam);
  }
}

/** What is expected at one window. */
interface Sums {
  comes: number;
  squares: number;
  empty: number;
  onward: number;
  metres: number;
  onwardMetres: number;
}

function weightsOf(profiles: SiteTables['profiles'], days: number): VisitWeights {
  const known = keptWeights.get(profiles);
  if (known?.days === days) return known.weights;
  const weights = new VisitWeights(profiles, days);
  keptWeights.set(profiles, { days, weights });
  return weights;
}
