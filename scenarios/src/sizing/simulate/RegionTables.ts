import { dayNumberOf, epochOfDay, localTime, utcOffsetMin } from '@dosetwin/twin';
import type { Region } from '../region/Region.js';
import { WeekClock } from './WeekClock.js';

/** When in a day visits may fall at a site: minutes of the day, from 8 to 20 h and outside of it. */
export interface DayProfile {
  readonly inside: Uint16Array;
  readonly outside: Uint16Array;
  /** The site is closed all day, and `inside` holds the minutes at which somebody would have come. */
  readonly isClosed: boolean;
}

/** What does not change from future to future: hours and clocks. */
export interface RegionTables {
  /** By candidate. */
  readonly sites: readonly SiteTables[];
  readonly desk: WeekClock;
  /** By technician, on the clock of where they are based; `place` by its number. */
  readonly technicians: readonly { readonly clock: WeekClock; readonly place: number }[];
}

export interface SiteTables {
  readonly place: number;
  readonly clock: WeekClock;
  /** By day of the study, the same every seven days. */
  readonly profiles: readonly DayProfile[];
  /** Minutes to add to its clock for the common time in which machines are ordered; 0 and more. */
  readonly shift: number;
  /** By day: minutes that the desk's clock, and each technician's, is ahead of its own. */
  readonly deskAhead: Int16Array;
  readonly technicianAhead: readonly Int16Array[];
}

const kept = new WeakMap<Region, RegionTables>();

/**
 * The tables of a region. Clocks are compared once a day, at noon, by the pinned zone data: the hour that a change of clocks adds or
 * takes is not simulated, and machines are ordered among each other by their clocks' difference on the first day.
 */
export function regionTables(region: Region): RegionTables {
  const known = kept.get(region);
  if (known) return known;
  const placeOf = new Map(region.places.map(({ id }, i) => [id, i]));
  const at = (id: string) => {
    const place = placeOf.get(id);
    if (place === undefined) throw new RangeError(`the region ${region.id} has no place ${id}`);
    return place;
  };
  const zones = new Map<string, Int16Array>();
  const offsets = (zone: string) => {
    const offset = zones.get(zone) ?? offsetsOf(region, zone);
    zones.set(zone, offset);
    return offset;
  };
  const zoneAt = (place: number) => offsets((region.places[place] as Region['places'][number]).zone);
  const weekday = weekdayOf(region);
  const ahead = region.candidates.map(({ place }) => zoneAt(at(place))[0] as number);
  const farthestEast = Math.max(...ahead);
  const desk = offsets(region.support.deskZone);
  const technicians = region.support.technicians.map(({ place, week }) => {
    return { clock: new WeekClock(week, weekday), place: at(place) };
  });
  const clocks = new Map<string, Pick<SiteTables, 'clock' | 'profiles'>>();
  const sites = region.candidates.map(({ place, week }, i): SiteTables => {
    const key = JSON.stringify(week);
    const hours = clocks.get(key) ?? hoursOf(week, weekday);
    clocks.set(key, hours);
    const own = zoneAt(at(place));
    return {
      place: at(place),
      ...hours,
      shift: farthestEast - (ahead[i] as number),
      deskAhead: minus(desk, own),
      technicianAhead: technicians.map((technician) => minus(zoneAt(technician.place), own)),
    };
  });
  const tables = { sites, desk: new WeekClock(region.support.deskWeek, weekday), technicians };
  kept.set(region, tables);
  return tables;
}

/** The weekday of the study's first day, Monday is 0. */
export function weekdayOf(region: Region): number {
  return localTime('UTC', epochOfDay('UTC', firstDayOf(region))).weekday - 1;
}

function firstDayOf({ year }: Region): number {
  return dayNumberOf({ year, month: 1, day: 1 });
}

/** By day: minutes that a zone's clocks are ahead of UTC at its noon. */
function offsetsOf(region: Region, zone: string): Int16Array {
  const first = firstDayOf(region);
  return Int16Array.from({ length: region.days }, (_, day) => utcOffsetMin(zone, epochOfDay(zone, first + day, 720)));
}

function minus(a: Int16Array, b: Int16Array): Int16Array {
  return a.map((minutes, day) => minutes - (b[day] as number));
}

const MORNING = 8 * 60;
const EVENING = 20 * 60;

function hoursOf(week: Region['candidates'][number]['week'], weekday: number): Pick<SiteTables, 'clock' | 'profiles'> {
  const clock = new WeekClock(week, weekday);
  const profiles = Array.from({ length: 7 }, (_, day): DayProfile => {
    const open = clock.openMinutesOfDay(day);
    const inside = open.filter((minute) => minute >= MORNING && minute < EVENING);
    const outside = open.filter((minute) => minute < MORNING || minute >= EVENING);
    if (inside.length > 0) return { inside: Uint16Array.from(inside), outside: Uint16Array.from(outside), isClosed: false };
    if (outside.length > 0) return { inside: Uint16Array.from(outside), outside: new Uint16Array(0), isClosed: false };
    const daytime = Uint16Array.from({ length: EVENING - MORNING }, (_, minute) => MORNING + minute);
    return { inside: daytime, outside: new Uint16Array(0), isClosed: true };
  });
  return { clock, profiles };
}
