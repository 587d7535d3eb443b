import zoneData from 'moment-timezone/data/packed/latest.json' with { type: 'json' };
import { type CivilDate, civilOf, dayNumberOf, isoWeekdayOf } from './civil.js';
import { unpackZone, type ZoneHistory } from './unpackZone.js';
import { UNSETTLED_ZONES } from './unsettledZones.js';

/** What the clocks of a zone show. */
export interface LocalTime extends CivilDate {
  /** Days since 1970-01-01 on the local calendar. */
  readonly dayNumber: number;
  /** Monday is 1, Sunday is 7. */
  readonly weekday: number;
  /** Whole minutes since local midnight as the clock shows them, 0..1439. */
  readonly minute: number;
  /** 0..59 */
  readonly second: number;
  /** Microseconds of the second, 0..999999. */
  readonly us: number;
}

const US_PER_S = 1_000_000;
const US_PER_MIN = 60_000_000;
const US_PER_DAY = 86_400_000_000;
const MIN_PER_DAY = 1_440;

/** The release of the IANA zone data that all zone arithmetic uses, `2026f`; its changes are listed up to 2037. */
export const zoneDataVersion: string = zoneData.version;

const packedByName: ReadonlyMap<string, string> = packedZones();
const unpacked = new Map<string, ZoneHistory>();

/** Every zone name that the pinned data knows, links included, and those of unsettled places, in the order of their code units. */
export const zoneNames: readonly string[] = [...packedByName.keys(), ...Object.keys(UNSETTLED_ZONES)].sort();

export function isZoneName(zone: string): boolean {
  return packedByName.has(zone) || Object.hasOwn(UNSETTLED_ZONES, zone);
}

/**
 * Minutes that a zone's clocks are ahead of UTC at an instant (microseconds since 1970-01-01T00:00Z): -420 for Vancouver
 * in summer. Whole from 1972 on.
 */
export function utcOffsetMin(zone: string, epoch_us: number): number {
  return offset_us(historyOf(zone), epoch_us) / US_PER_MIN;
}

export function localTime(zone: string, epoch_us: number): LocalTime {
  const wall_us = epoch_us + offset_us(historyOf(zone), epoch_us);
  const dayNumber = Math.floor(wall_us / US_PER_DAY);
  const ofDay_us = wall_us - dayNumber * US_PER_DAY;
  const minute = Math.floor(ofDay_us / US_PER_MIN);
  const second = Math.floor(ofDay_us / US_PER_S) - minute * 60;
  const us = ofDay_us % US_PER_S;
  return { ...civilOf(dayNumber), dayNumber, weekday: isoWeekdayOf(dayNumber), minute, second, us };
}

/**
 * The instant at which a zone's clocks show a date and a minute of it; minutes beyond 0..1439 lie on the days around.
 * Where clocks go back and show a time twice, the first of the two; where they go forward and never show it, the instant at
 * which they would have shown it had they not been changed (02:30 becomes 03:30), as calendars commonly do.
 */
export function epochOf(zone: string, date: CivilDate, minute = 0): number {
  return epochOfDay(zone, dayNumberOf(date), minute);
}

/** The local day of an instant, counted from 1970-01-01. */
export function dayNumberAt(zone: string, epoch_us: number): number {
  return Math.floor((epoch_us + offset_us(historyOf(zone), epoch_us)) / US_PER_DAY);
}

/** `epochOf` for a day counted from 1970-01-01. */
export function epochOfDay(zone: string, dayNumber: number, minute = 0): number {
  const history = historyOf(zone);
  const wall_us = (dayNumber * MIN_PER_DAY + minute) * US_PER_MIN;
  const before_us = offset_us(history, wall_us - US_PER_DAY);
  const first_us = wall_us - before_us;
  const second_us = wall_us - offset_us(history, wall_us + US_PER_DAY);
  if (first_us === second_us) return first_us;
  const shown = [first_us, second_us].filter((epoch_us) => epoch_us + offset_us(history, epoch_us) === wall_us);
  return shown.length > 0 ? Math.min(...shown) : first_us;
}

function packedZones(): ReadonlyMap<string, string> {
  const zones = new Map<string, string>(zoneData.zones.map((packed) => [packed.slice(0, packed.indexOf('|')), packed]));
  for (const link of zoneData.links) {
    const [name = '', alias = ''] = link.split('|');
    const packed = zones.get(name);
    if (packed !== undefined) zones.set(alias, packed);
  }
  return zones;
}

function historyOf(zone: string): ZoneHistory {
  const known = unpacked.get(zone);
  if (known) return known;
  const unsettled = Object.hasOwn(UNSETTLED_ZONES, zone) ? UNSETTLED_ZONES[zone] : undefined;
  if (unsettled) {
    const history = endedAt(historyOf(unsettled.like), unsettled.untilEpoch_us);
    unpacked.set(zone, history);
    return history;
  }
  const packed = packedByName.get(zone);
  if (packed === undefined) throw new RangeError(`there is no time zone ${zone} in zone data ${zoneDataVersion}`);
  const history = unpackZone(packed);
  unpacked.set(zone, history);
  return history;
}

/** A history whose clocks are not changed any more after an instant. */
function endedAt({ untils_us, offsets_us }: ZoneHistory, epoch_us: number | null): ZoneHistory {
  if (epoch_us === null) return { untils_us, offsets_us };
  const changes = untils_us.filter((until_us) => until_us <= epoch_us);
  return { untils_us: changes, offsets_us: offsets_us.slice(0, changes.length + 1) };
}

/** By halves: the first change after the instant says which offset holds. */
function offset_us({ untils_us, offsets_us }: ZoneHistory, epoch_us: number): number {
  let low = 0;
  let high = untils_us.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((untils_us[middle] as number) > epoch_us) high = middle;
    else low = middle + 1;
  }
  return offsets_us[low] as number;
}
