import { MIN_PER_DAY } from '@dosetwin/twin';
import { type DailyWays, way } from './dailyWays.js';
import type { PlanModel } from './PlanModel.js';
import { NEVER } from './WeekClock.js';

/** A technician on the way, in minutes on the clock of the site that asked. */
export interface Sent {
  readonly setsOff: number;
  readonly arrives: number;
  /** Minutes for which the technician was busy elsewhere. */
  readonly waited: number;
  /** There and back. */
  readonly km: number;
}

/** Minutes and kilometres of a technician's way to a site, by (season × sites + site) × technicians + technician. */
export interface Trips {
  readonly minutes: Float64Array;
  readonly km: Float64Array;
  /** By site × technicians + rank: who is nearest in their best season, and how many minutes away. */
  readonly order: Int32Array;
  readonly least: Float64Array;
}

const kept = new WeakMap<DailyWays, Trips>();

/**
 * The region's technicians: whoever asks first is served first, by the one who can be there earliest. Each sets off in their hours, works
 * until it is done, and travels home before the next. Faults are to be told in the order of time.
 */
export class Crew {
  readonly #model: PlanModel;
  readonly #trips: Trips;
  /** By technician, on their own clock. */
  readonly #free: Float64Array;

  constructor(model: PlanModel) {
    this.#model = model;
    this.#trips = tripsOf(model);
    this.#free = new Float64Array(model.tables.technicians.length);
  }

  /** Everybody is free from the first minute on. */
  reset(): void {
    this.#free.fill(0);
  }

  /** Sends somebody to a site (by its candidate's number) at its `minute`; `null` where nobody can get there. */
  send(candidate: number, minute: number): Sent | null {
    const { tables, ways, days, chances } = this.#model;
    const { technicians } = tables;
    const site = tables.sites[candidate] as (typeof tables.sites)[number];
    const day = Math.min(days - 1, Math.floor(minute / MIN_PER_DAY));
    let [best, bestArrives, bestOff, bestTrip] = [-1, NEVER, 0, 0];
    for (let technician = 0; technician < technicians.length; technician++) {
      const { clock } = technicians[technician] as (typeof technicians)[number];
      const ahead = site.technicianAhead[technician]?.[day] as number;
      const off = clock.nextOpen(Math.max(0, minute + ahead, this.#free[technician] as number));
      if (off >= NEVER) continue;
      const season = ways.seasonOn[Math.min(days - 1, Math.floor(off / MIN_PER_DAY))] as number;
      const trip = (season * tables.sites.length + candidate) * technicians.length + technician;
      const minutes = this.#trips.minutes[trip] as number;
      // Whoever could not be there earlier even if the site let them in at once need not be asked further.
      if (off + minutes - ahead >= bestArrives) continue;
      const arrives = site.clock.nextOpen(Math.max(0, off + minutes - ahead));
      if (arrives >= bestArrives) continue;
      [best, bestArrives, bestOff, bestTrip] = [technician, arrives, off, trip];
    }
    if (best < 0) return null;
    const { clock } = technicians[best] as (typeof technicians)[number];
    const ahead = site.technicianAhead[best]?.[day] as number;
    this.#free[best] = bestArrives + ahead + chances.clearMinutes + (this.#trips.minutes[bestTrip] as number);
    const waited = bestOff - clock.nextOpen(Math.max(0, minute + ahead));
    return { setsOff: bestOff - ahead, arrives: bestArrives, waited, km: 2 * (this.#trips.km[bestTrip] as number) };
  }
}

export function tripsOf({ ways, tables }: PlanModel): Trips {
  const known = kept.get(ways);
  if (known) return known;
  const each = tables.sites.length * tables.technicians.length;
  const minutes = new Float64Array(ways.seasons.length * each);
  const km = new Float64Array(ways.seasons.length * each);
  for (let season = 0; season < ways.seasons.length; season++) {
    for (const [site, { place }] of tables.sites.entries()) {
      for (const [technician, { place: base }] of tables.technicians.entries()) {
        const at = (season * tables.sites.length + site) * tables.technicians.length + technician;
        minutes[at] = Math.round(way(ways, season, 'hours', base, place) * 60);
        km[at] = way(ways, season, 'technicianKm', base, place);
      }
    }
  }
  const trips = { minutes, km, ...nearestFirst(minutes, tables.sites.length, tables.technicians.length) };
  kept.set(ways, trips);
  return trips;
}

function nearestFirst(minutes: Float64Array, sites: number, technicians: number): Pick<Trips, 'order' | 'least'> {
  const each = sites * technicians;
  const best = new Float64Array(each).fill(Number.POSITIVE_INFINITY);
  for (const [at, some] of minutes.entries()) best[at % each] = Math.min(best[at % each] as number, some);
  const order = new Int32Array(each);
  for (let site = 0; site < sites; site++) {
    const from = site * technicians;
    const ranked = Array.from({ length: technicians }, (_, technician) => technician);
    ranked.sort((a, b) => (best[from + a] as number) - (best[from + b] as number) || a - b);
    order.set(ranked, from);
  }
  return { order, least: Float64Array.from(order, (technician, at) => best[at - (at % technicians) + technician] as number) };
}
