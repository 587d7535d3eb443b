import type { Candidate, Estimate, Region } from '../src/sizing/region/Region.js';

export const ALWAYS: Candidate['week'] = Array.from({ length: 7 }, () => [[0, 1_440]] as const);
export const WEEKDAYS_9_TO_17: Candidate['week'] = Array.from({ length: 7 }, (_, day) =>
  day < 5 ? [[540, 1_020] as const] : [],
);

export function fixed(value: number): Estimate {
  return { low: value, likely: value, high: value, source: 'assumption' };
}

export function between(low: number, likely: number, high: number): Estimate {
  return { low, likely, high, source: 'assumption' };
}

/** What a small region is to be: places along a line, a candidate site in each, everything known exactly unless changed. */
export interface SmallRegion {
  readonly places: number;
  readonly peopleEach: number;
  readonly days: number;
  readonly change?: (region: Region) => Region;
}

/** Places some 14 km of road apart from west to east, each with a site that is open day and night, people and a technician at the first. */
export function smallRegion({ places, peopleEach, days, change = (region) => region }: SmallRegion): Region {
  const ids = Array.from({ length: places }, (_, i) => `p${i}`);
  return change({
    id: 'small',
    title: 'Small',
    about: 'For tests.',
    credits: [],
    isHypothetical: true,
    days,
    year: 2026,
    places: ids.map((id, i) => ({
      ...{ id, name: id, lat: 48, lon: -81 + i / 7, zone: 'America/Toronto', population: 10_000, source: 'assumption' },
      people: fixed(peopleEach),
    })),
    links: [],
    candidates: ids.map((id) => ({
      ...{ id: `s${id.slice(1)}`, name: id, place: id, setting: 'housing' as const, week: ALWAYS, room: 3, source: 'assumption' },
      ...{ opens: fixed(1), keyOnSite: fixed(0.2), costPerYear: fixed(35_000) },
    })),
    travel: { roadFactor: 1.3, roadKmPerHour: 80, winterKmPerHour: 65, willingKm: fixed(2), furthestKm: 60 },
    demand: { comes: fixed(0.85), dosesPerDay: 1, outOfHours: fixed(0.5), anyMachine: fixed(0) },
    machine: {
      ...{ people: 48, packages: 14, jam: fixed(0.0024), jamStopsMachine: fixed(0.1), failureEveryDays: fixed(29) },
      ...{ partNeeded: fixed(0.15), partDays: fixed(5), palmRefused: fixed(0.002) },
    },
    support: {
      ...{ deskZone: 'America/Halifax', deskWeek: Array.from({ length: 7 }, (_, day) => (day < 5 ? [[510, 990] as const] : [])) },
      ...{ remoteFix: fixed(0.35), remoteMinutes: fixed(20), noticeMinutes: fixed(60), clearMinutes: fixed(15) },
      technicians: [{ id: 'technician', place: 'p0', week: WEEKDAYS_9_TO_17 }],
    },
    services: {
      ...{ restockEveryDays: 7, roundFails: fixed(0.02) },
      ...{ minutesPerDose: fixed(2), minutesPerFault: fixed(30), minutesPerRound: fixed(45) },
    },
    targets: { served: 0.7, reached: 0.7, confidence: 0.9 },
    budget: {},
  });
}

/** One machine at each of the first sites. */
export function oneEach(sites: number) {
  return { sites: Array.from({ length: sites }, (_, i) => ({ candidate: `s${i}`, machines: 1 })) };
}
