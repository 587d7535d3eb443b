import { MIN_PER_DAY } from '@dosetwin/twin';
import { way } from './dailyWays.js';
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

/**
 * The region's technicians: whoever asks first is served first, by the one who can be there earliest. Each sets off in their hours, works
 * until it is done, and travels home before the next. Faults are to be told in the order of time.
 */
export class Crew {
  readonly #model: PlanModel;
  /** By technician, on their own clock. */
  readonly #free: Float64Array;

  constructor(model: PlanModel) {
    this.#model = model;
    this.#free = new Float64Array(model.tables.technicians.length);
  }

  /** Everybody is free from the first minute on. */
  reset(): void {
    this.#free.fill(0);
  }

  /** Sends somebody to a site (by its candidate's number) at its `minute`; `null` where nobody can get there. */
  send(candidate: number, minute: number): Sent | null {
    const { tables, ways, days, chances } = this.#model;
    const site = tables.sites[candidate] as (typeof tables.sites)[number];
    let best: (Sent & { readonly technician: number; readonly freeAt: number }) | null = null;
    for (const [technician, { clock, place }] of tables.technicians.entries()) {
      const ahead = site.technicianAhead[technician]?.[Math.min(days - 1, Math.floor(minute / MIN_PER_DAY))] as number;
      const asked = Math.max(0, minute + ahead);
      const setsOff = clock.nextOpen(Math.max(asked, this.#free[technician] as number));
      if (setsOff >= NEVER) continue;
      const season = ways.seasonOn[Math.min(days - 1, Math.floor(setsOff / MIN_PER_DAY))] as number;
      const hours = way(ways, season, 'hours', place, site.place);
      if (!Number.isFinite(hours)) continue;
      const minutes = Math.round(hours * 60);
      const arrives = site.clock.nextOpen(Math.max(0, setsOff + minutes - ahead));
      if (arrives >= NEVER || (best !== null && arrives >= best.arrives)) continue;
      best = {
        ...{ technician, arrives, setsOff: setsOff - ahead, waited: setsOff - clock.nextOpen(asked) },
        km: 2 * way(ways, season, 'technicianKm', place, site.place),
        freeAt: arrives + ahead + chances.clearMinutes + minutes,
      };
    }
    if (best === null) return null;
    this.#free[best.technician] = best.freeAt;
    return best;
  }
}
