import { tripsOf } from '../src/sizing/simulate/Crew.js';
import { manyCount, rareCount } from '../src/sizing/simulate/countDraws.js';
import { emptyShare } from '../src/sizing/simulate/emptyShare.js';
import { exponential } from '../src/sizing/simulate/exponential.js';
import { keyedDraw as word } from '../src/sizing/simulate/keyedDraw.js';
import type { PlanModel } from '../src/sizing/simulate/PlanModel.js';
import type { RegionTables } from '../src/sizing/simulate/RegionTables.js';

const DAY = 1_440;
const WEEK = 10_080;
const WORDS = 4294967296;

/**
 * From failure to failure by hand: the same model with the same draws for sites that are open day and night, one season, technicians who are
 * always on duty and people who keep to their machine. One loop, numbers in local variables and tables: what counting between failures
 * can reach at most.
 */
export function failuresByHand(model: PlanModel): { readonly came: number; readonly served: number; readonly faults: number } {
  const { machines, days, dosesPerDay, firstPerson, machineKey0, machineKey1, comesBelow, groupOf, siteOf, tables } = model;
  const { jam, jamStops, palmRefused, failureMinutes, partNeeded, partMinutes, remoteFix, remoteMinutes } = model.chances;
  const { noticeMinutes, clearMinutes, outOfHours } = model.chances;
  const horizon = days * DAY;
  const least = leastTrips(model);
  const waits = deskWaits(model);
  const shares = new Map<number, number>();
  const openDay = dayByHand(outOfHours);
  let allCame = 0;
  let allServed = 0;
  let faults = 0;
  for (let m = 0; m < machines; m++) {
    const site = siteOf[m] as number;
    const people = (firstPerson[m + 1] as number) - (firstPerson[m] as number);
    const comes = (comesBelow[groupOf[firstPerson[m] as number] as number] as number) / WORDS;
    const perDay = people * comes * dosesPerDay;
    const deskAhead = tables.sites[site]?.deskAhead as Int16Array;
    const keyBelow = (model.keyOnSite[site] as number) * WORDS;
    const trip = least[site] as number;
    const k0 = machineKey0[m] as number;
    const k1 = machineKey1[m] as number;
    let share = shares.get(comes);
    if (share === undefined) {
      const { packages } = model.region.machine;
      const daysBetween = model.region.services.restockEveryDays;
      share = emptyShare(comes * (1 - palmRefused), { packages, daysBetween, dosesPerDay, roundFails: model.chances.roundFails });
      shares.set(comes, share);
    }
    const jams = (1 - palmRefused) * (1 - share) * jam;
    const stops = jams * jamStops;
    let index = 0x60000000;
    let ticket = 0;
    let failure = 1;
    let failureAt = Math.max(1, Math.round(exponential(word(k0, k1, 0x20000002)) * failureMinutes));
    let up = 0;
    let down = 0;
    let followed = 0;
    let others = 0;
    let blocked = 0;
    let from = 0;
    let before = 0;
    while (from < horizon) {
      while (failureAt < from) {
        failure += 1;
        failureAt += Math.max(1, Math.round(exponential(word(k0, k1, 0x20000000 + 2 * failure)) * failureMinutes));
      }
      let stop = failureAt < horizon ? failureAt : horizon;
      let day = (stop / DAY) | 0;
      let beforeStop = (day + (openDay[stop - day * DAY] as number)) * perDay;
      const stopping = (beforeStop - before) * stops;
      const toJam = exponential(word(k0, k1, index++));
      const isJam = toJam < stopping;
      if (isJam) {
        day = ((from + ((stop - from) * toJam) / stopping) / DAY) | 0;
        stop = day * DAY + minuteByHand(word(k0, k1, index++), outOfHours);
        if (stop < from) stop = from;
        day = (stop / DAY) | 0;
        beforeStop = (day + (openDay[stop - day * DAY] as number)) * perDay;
      }
      up += beforeStop - before;
      const lanes = (beforeStop - before) * (jams - stops);
      const since = exponential(word(k0, k1, index++));
      let end = 0;
      if (since < lanes) {
        const began = Math.floor(from + ((stop - from) * (lanes - since)) / lanes);
        ticket += 4;
        end = began + Math.round(exponential(word(k0, k1, ticket)) * noticeMinutes);
        day = Math.min(days - 1, (end / DAY) | 0);
        end += (waits[(end + (deskAhead[day] as number) + WEEK) % WEEK] as number) + remoteMinutes;
        if (word(k0, k1, ticket + 1) + 0.5 >= remoteFix * WORDS) {
          end += (word(k0, k1, ticket + 2) + 0.5 < keyBelow ? 0 : trip) + clearMinutes;
        }
        const until = end < horizon ? end : horizon;
        const untilDay = (until / DAY) | 0;
        const onDay = (began / DAY) | 0;
        const windows = untilDay - onDay + (openDay[until - untilDay * DAY] as number) - (openDay[began - onDay * DAY] as number);
        followed += 1;
        others += lanes - since;
        blocked += (1 + lanes - since) * (windows * dosesPerDay) * comes;
      }
      if (stop >= horizon) break;
      if (isJam) followed += 1;
      else faults += 1;
      const part = !isJam && word(k0, k1, 0x20000000 + 2 * failure + 1) + 0.5 < partNeeded * WORDS;
      if (end <= stop || part) {
        ticket += 4;
        end = stop + Math.round(exponential(word(k0, k1, ticket)) * noticeMinutes);
        day = Math.min(days - 1, (end / DAY) | 0);
        end += (waits[(end + (deskAhead[day] as number) + WEEK) % WEEK] as number) + remoteMinutes;
        if (part || word(k0, k1, ticket + 1) + 0.5 >= remoteFix * WORDS) {
          end += (word(k0, k1, ticket + 2) + 0.5 < keyBelow ? 0 : trip) + clearMinutes;
        }
        if (part) end += partMinutes + (word(k0, k1, ticket + 3) + 0.5 < keyBelow ? 0 : trip) + clearMinutes;
      }
      if (end > horizon) end = horizon;
      day = (end / DAY) | 0;
      before = (day + (openDay[end - day * DAY] as number)) * perDay;
      down += before - beforeStop;
      from = end;
      if (from <= stop) {
        from = stop + 1;
        day = (from / DAY) | 0;
        before = (day + (openDay[from - day * DAY] as number)) * perDay;
      }
    }
    // Between the two lies the draw for those who come to a closed site.
    const whileUp = manyCount(up, up * (1 - comes), word(k0, k1, index));
    const whileDown = manyCount(down, down * (1 - comes), word(k0, k1, index + 2));
    const jammed = followed + rareCount(others, word(k0, k1, index + 3));
    const palm = Math.min(rareCount(whileUp * palmRefused, word(k0, k1, index + 4)), whileUp);
    const empty = Math.min(rareCount((whileUp - palm) * share, word(k0, k1, index + 5)), whileUp - palm);
    const left = whileUp - palm - empty;
    faults += jammed;
    allCame += Math.min(whileUp + whileDown, people * dosesPerDay * days);
    allServed += left - Math.min(jammed + rareCount(blocked, word(k0, k1, index + 6)), left);
  }
  return { came: allCame, served: allServed, faults };
}

let keptDay = { outOfHours: -1, before: new Float64Array(0) };

/** By minute of a day at a site that never closes: the share of its visits before it. */
function dayByHand(outOfHours: number): Float64Array {
  if (keptDay.outOfHours === outOfHours) return keptDay.before;
  const before = new Float64Array(DAY + 1);
  for (let minute = 0; minute < DAY; minute++) {
    const isDay = minute >= 480 && minute < 1_200;
    before[minute + 1] = (before[minute] as number) + (isDay ? 1 - outOfHours : outOfHours) / 720;
  }
  keptDay = { outOfHours, before };
  return before;
}

function minuteByHand(when: number, outOfHours: number): number {
  const minute = ((when >>> 16) * 720) >>> 16;
  if ((when & 0xffff) >= outOfHours * 65_536) return 480 + minute;
  return minute < 480 ? minute : minute + 720;
}

const keptWaits = new WeakMap<RegionTables, Int32Array>();

/** By minute of the study's week: how long until the desk answers. */
function deskWaits({ tables }: PlanModel): Int32Array {
  const known = keptWaits.get(tables);
  if (known) return known;
  const waits = Int32Array.from({ length: WEEK }, (_, minute) => tables.desk.nextOpen(minute) - minute);
  keptWaits.set(tables, waits);
  return waits;
}

/** By site: minutes to it from where the nearest technician is based. */
function leastTrips(model: PlanModel): Float64Array {
  const each = model.tables.technicians.length;
  const { least } = tripsOf(model);
  return Float64Array.from(model.tables.sites, (_, site) => least[site * each] as number);
}
