import { MIN_PER_DAY } from '@dosetwin/twin';
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

/** By period and group: the other machines within reach of the people's place, the nearest to it first (Z8). */
export class OtherMachines {
  readonly #model: PlanModel;
  readonly #known = new Map<number, readonly Other[]>();

  constructor(model: PlanModel) {
    this.#model = model;
  }

  of(period: number, group: number, own: number): readonly Other[] {
    const key = period * this.#model.groups + group;
    const known = this.#known.get(key) ?? this.#find(period, group, own);
    this.#known.set(key, known);
    return known;
  }

  #find(period: number, group: number, own: number): Other[] {
    const { ways, region, placeOf, tables, siteOf, machines } = this.#model;
    const home = placeOf[group] as number;
    const placeAt = (machine: number) => tables.sites[siteOf[machine] as number]?.place as number;
    const within: (Other & { readonly km: number })[] = [];
    for (let machine = 0; machine < machines; machine++) {
      const km = ways.km(period, home, placeAt(machine));
      if (machine === own || !(km <= region.travel.furthestKm)) continue;
      const way = ways.km(period, placeAt(own), placeAt(machine));
      const minutes = Math.max(LEAST_MIN, Math.round(ways.hours(period, placeAt(own), placeAt(machine)) * 60));
      if (minutes <= MOST_MIN) within.push({ machine, minutes, metres: Math.round(way * 1_000), km });
    }
    return within.sort((a, b) => a.km - b.km || a.machine - b.machine);
  }
}
