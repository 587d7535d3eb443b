import type { Candidate, Estimate, Region } from '../../region/Region.js';

export function fixed(value: number): Estimate {
  return { low: value, likely: value, high: value, source: 'assumption' };
}

const ALWAYS: Candidate['week'] = Array.from({ length: 7 }, () => [[0, 1440]] as const);

/** A region of one town with 6 machines' people and many sites, each open with a chance of 0.8: how many are needed is a binomial. */
export function tinyRegion(changes: Partial<Region> = {}): Region {
  return {
    id: 'tiny',
    title: 'Tiny',
    about: 'One town.',
    isHypothetical: true,
    credits: [],
    days: 100,
    year: 2026,
    places: [place('town', 120), place('village', 120)],
    links: [],
    candidates: Array.from({ length: 16 }, (_, i) => candidate(`site-${String.fromCharCode(97 + i)}`)),
    travel: { roadFactor: 1.3, roadKmPerHour: 80, winterKmPerHour: 40, willingKm: fixed(10), furthestKm: 50 },
    demand: {
      comes: { low: 0.8, likely: 0.9, high: 1, source: 'assumption' },
      dosesPerDay: 1,
      outOfHours: fixed(0),
      anyMachine: fixed(0),
    },
    machine: {
      people: 40,
      packages: 14,
      jam: { low: 0, likely: 0.01, high: 0.02, source: 'assumption' },
      jamStopsMachine: fixed(1),
      failureEveryDays: fixed(100),
      partNeeded: fixed(0),
      partDays: fixed(0),
      palmRefused: fixed(0),
    },
    support: {
      deskZone: 'America/Toronto',
      deskWeek: ALWAYS,
      remoteFix: fixed(0),
      remoteMinutes: fixed(0),
      noticeMinutes: fixed(1440),
      clearMinutes: fixed(1440),
      technicians: [],
    },
    services: {
      restockEveryDays: 14,
      roundFails: fixed(0),
      minutesPerDose: fixed(1),
      minutesPerFault: fixed(30),
      minutesPerRound: fixed(60),
    },
    targets: { served: 0.5, reached: 1, confidence: 0.85 },
    budget: {},
    ...changes,
  };
}

export function place(id: string, people: number): Region['places'][number] {
  return {
    id,
    name: id,
    lat: 50,
    lon: -90,
    zone: 'America/Toronto',
    population: 1000,
    people: fixed(people),
    source: 'assumption',
  };
}

export function candidate(id: string): Candidate {
  return {
    id,
    name: id,
    place: 'town',
    setting: 'community',
    week: ALWAYS,
    opens: fixed(0.8),
    keyOnSite: fixed(1),
    costPerYear: fixed(10_000),
    room: 1,
    source: 'assumption',
  };
}
