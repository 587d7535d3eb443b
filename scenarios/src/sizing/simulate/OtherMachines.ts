import { MIN_PER_DAY } from '@dosetwin/twin';
import { way } from './dailyWays.js';
import type { PlanModel } from './PlanModel.js';

/** The least that going on to another machine takes, and the most after which nobody does, in minutes. */
const LEAST_MIN = 10;
const MOST_MIN = MIN_PER_DAY - 1;

/** A machine to which somebody may go on. */
export interface Other {
  readonly machine: number;
  /** From their own machine. */
  readonly minutes: number;
  readonly metres: number;
}

/** By season and group: the other machines within reach of the people's place, the nearest to it first (Z8). */
export class OtherMachines {
  readonly #model: PlanModel;
  readonly #known = new Map<number, readonly Other[]>();

  constructor(model: PlanModel) {
    this.#model = model;
  }

  of(season: number, group: number, own: number): readonly Other[] {
    const key = season * this.#model.groups + group;
    const known = this.#known.get(key) ?? this.#find(season, group, own);
    this.#known.set(key, known);
    return known;
  }

  #find(season: number, group: number, own: number): Other[] {
    const { ways, region, placeOf, tables, siteOf, machines } = this.#model;
    const home = placeOf[group] as number;
    const placeAt = (machine: number) => tables.sites[siteOf[machine] as number]?.place as number;
    const within: (Other & { readonly fromHome: number })[] = [];
    for (let machine = 0; machine < machines; machine++) {
      const fromHome = way(ways, season, 'peopleKm', home, placeAt(machine));
      if (machine === own || !(fromHome <= region.travel.furthestKm)) continue;
      const km = way(ways, season, 'peopleKm', placeAt(own), placeAt(machine));
      const minutes = Math.max(LEAST_MIN, Math.round(way(ways, season, 'hours', placeAt(own), placeAt(machine)) * 60));
      if (minutes <= MOST_MIN) within.push({ machine, minutes, metres: Math.round(km * 1_000), fromHome });
    }
    return within.sort((a, b) => a.fromHome - b.fromHome || a.machine - b.machine);
  }
}
