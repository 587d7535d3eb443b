import { MIN_PER_DAY } from '@dosetwin/twin';
import { type Trips, tripsOf } from './Crew.js';
import { exponential } from './exponential.js';
import { TICKET_DRAW, TICKET_DRAWS } from './Help.js';
import { keyedDraw, WORDS } from './keyedDraw.js';
import { nextRound } from './nextRound.js';
import type { Chances, PlanModel } from './PlanModel.js';
import type { RegionTables, SiteTables } from './RegionTables.js';
import { NEVER, type WeekClock } from './WeekClock.js';

/**
 * Tickets of one machine after another, each as if every technician were free: when it is done, without the steps between. The same draws
 * and the same ways as `Help` and `Crew`, and so the same minutes, in a fraction of their time.
 */
export class LoneTickets {
  /** Kilometres that technicians travelled, there and back. */
  km = 0;
  readonly #model: PlanModel;
  readonly #chances: Chances;
  readonly #remoteBelow: number;
  readonly #technicians: RegionTables['technicians'];
  readonly #sites: number;
  readonly #seasonOn: Uint8Array;
  readonly #trips: Trips;
  readonly #desk: WeekClock;
  readonly #last: number;
  /** Of the machine at hand. */
  #machine = 0;
  #ticket = 0;
  #key0 = 0;
  #key1 = 0;
  #candidate = 0;
  #keyOnSiteBelow = 0;
  #site: SiteTables;

  constructor(model: PlanModel) {
    this.#model = model;
    this.#chances = model.chances;
    this.#remoteBelow = model.chances.remoteFix * WORDS;
    this.#technicians = model.tables.technicians;
    this.#sites = model.tables.sites.length;
    this.#seasonOn = model.ways.seasonOn;
    this.#trips = tripsOf(model);
    this.#desk = model.tables.desk;
    this.#last = model.days - 1;
    this.#site = model.tables.sites[0] as SiteTables;
  }

  turnTo(machine: number): void {
    const { machineKey0, machineKey1, siteOf, keyOnSite, tables } = this.#model;
    this.#machine = machine;
    this.#ticket = 0;
    this.#key0 = machineKey0[machine] as number;
    this.#key1 = machineKey1[machine] as number;
    this.#candidate = siteOf[machine] as number;
    this.#keyOnSiteBelow = (keyOnSite[this.#candidate] as number) * WORDS;
    this.#site = tables.sites[this.#candidate] as SiteTables;
  }

  /** When the next ticket is done, which began at `minute`, and so often: whoever travels for it travels for each. */
  end(minute: number, part: boolean, times: number): number {
    const { noticeMinutes, remoteMinutes, clearMinutes, partMinutes } = this.#chances;
    this.#ticket += 1;
    const noticed = this.#site.clock.afterOpen(minute, Math.round(exponential(this.#word(TICKET_DRAW.notice)) * noticeMinutes));
    const helped = this.#deskAnswers(noticed) + remoteMinutes;
    if (helped >= NEVER || (!part && this.#word(TICKET_DRAW.remote) + 0.5 < this.#remoteBelow)) return helped;
    const seen = this.#comes(helped, TICKET_DRAW.key, times) + clearMinutes;
    if (!part || seen >= NEVER) return seen;
    return this.#comes(seen + partMinutes, TICKET_DRAW.keyAgain, times) + clearMinutes;
  }

  #deskAnswers(minute: number): number {
    if (minute >= NEVER) return NEVER;
    const ahead = this.#site.deskAhead[Math.min(this.#last, Math.floor(minute / MIN_PER_DAY))] as number;
    return this.#desk.nextOpen(minute + ahead) - ahead;
  }

  #comes(minute: number, draw: number, times: number): number {
    if (this.#word(draw) + 0.5 < this.#keyOnSiteBelow) return this.#site.clock.nextOpen(minute);
    const arrives = this.#technicianComes(minute, times);
    return arrives < NEVER ? arrives : nextRound(this.#model, this.#machine, minute);
  }

  /** The one who can be there first; the nearest are looked at first, until nobody farther away could be earlier. */
  #technicianComes(minute: number, times: number): number {
    const technicians = this.#technicians;
    const { order, least, minutes, km } = this.#trips;
    const day = Math.min(this.#last, Math.floor(minute / MIN_PER_DAY));
    const first = this.#candidate * technicians.length;
    let best = NEVER;
    let bestTrip = -1;
    let bestOf = 0;
    for (let i = first; i < first + technicians.length && minute + (least[i] as number) <= best; i++) {
      const technician = order[i] as number;
      const { clock } = technicians[technician] as (typeof technicians)[number];
      const ahead = (this.#site.technicianAhead[technician] as Int16Array)[day] as number;
      const off = clock.nextOpen(Math.max(0, minute + ahead));
      if (off >= NEVER) continue;
      const season = this.#seasonOn[Math.min(this.#last, Math.floor(off / MIN_PER_DAY))] as number;
      const trip = (season * this.#sites + this.#candidate) * technicians.length + technician;
      const arrives = this.#site.clock.nextOpen(Math.max(0, off + (minutes[trip] as number) - ahead));
      if (arrives > best || (arrives === best && technician > bestOf)) continue;
      best = arrives;
      bestTrip = trip;
      bestOf = technician;
    }
    if (best < NEVER) this.km += 2 * times * (km[bestTrip] as number);
    return best;
  }

  #word(draw: number): number {
    return keyedDraw(this.#key0, this.#key1, this.#ticket * TICKET_DRAWS + draw);
  }
}
