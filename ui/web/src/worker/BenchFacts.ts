import type { ChartGraph } from '@dosetwin/reports';
import type { WeekStrip } from '@dosetwin/scenarios';

/** All that the page needs to know of a scenario besides its trace, as plain data. */
export interface BenchFacts {
  readonly name: string;
  readonly variant: string | null;
  readonly title: string;
  readonly about: string;
  readonly variants: readonly { readonly name: string; readonly title: string }[];
  readonly seed: number;
  /** Microseconds since 1970-01-01T00:00Z at the scenario's start. */
  readonly epoch_us: number;
  readonly length_us: number;
  readonly sites: readonly SiteFacts[];
  readonly machines: readonly MachineFacts[];
  /** Roads between sites, as far as the scenario gives them. */
  readonly roads: readonly RoadFacts[];
  readonly people: readonly PersonFacts[];
  readonly contacts: readonly ContactFacts[];
  /** The week in which the run begins at each site that has somebody to ask, from calendars alone. */
  readonly weeks: readonly WeekStrip[];
  /** For each zone named above: its offsets from UTC through the run. */
  readonly offsets: Readonly<Record<string, readonly ZoneOffset[]>>;
  readonly expectations: readonly ExpectationFacts[];
  /** The charts by name, and which of them draws an address. */
  readonly charts: Readonly<Record<string, ChartGraph>>;
  readonly parameters: readonly ParameterFacts[];
}

export interface SiteFacts {
  readonly id: string;
  readonly zone: string;
  readonly chain: readonly string[];
  /** Degrees; `null`: nobody said where it is. */
  readonly place: { readonly latitude: number; readonly longitude: number } | null;
}

export interface RoadFacts {
  readonly between: readonly [string, string];
  readonly km: number;
}

export interface MachineFacts {
  readonly id: string;
  readonly site: string;
  /** Packages loaded at the start; index 0 is cartridge 1. */
  readonly loaded: readonly number[];
}

export interface PersonFacts {
  readonly id: string;
  readonly machine: string;
  readonly cartridge: number;
}

/** Somebody who may help, with what their calendar says through the whole run, known in advance. */
export interface ContactFacts {
  readonly id: string;
  readonly role: string;
  readonly zone: string;
  readonly hasKey: boolean;
  /** The site from which they drive, if there is one. */
  readonly base: string | null;
  /** Minutes on the way, the likeliest, where no roads say it; `null`: they drive by the roads, or never travel. */
  readonly likelyMin: number | null;
  readonly spans: readonly CalendarSpan[];
}

/** `free`: there and free; `busy`: there, and busy for a reason; `closed`: outside the hours. */
export interface CalendarSpan {
  readonly from_us: number;
  readonly to_us: number;
  readonly is: 'free' | 'busy' | 'closed';
  readonly reason: string;
}

/** From `from_us` (since the scenario's start) on, local time is UTC plus so many minutes. */
export interface ZoneOffset {
  readonly from_us: number;
  readonly offsetMin: number;
}

/** An expectation in time; `after` names the entry kind that starts its clock, for those that have one. */
export interface ExpectationFacts {
  readonly kind: 'never' | 'shows' | 'target';
  /** As the scenario writes it. */
  readonly says: string;
  readonly after: string | null;
  readonly see: string | null;
  readonly within_us: number | null;
  /** A machine, site, person or contact that it speaks of, or `null`: anywhere. */
  readonly at: string | null;
  /** Who is to do it, or `null`: anybody. */
  readonly by: string | null;
}

/** What came of an expectation, once its run has finished in the worker. */
export interface VerdictFacts {
  readonly says: string;
  readonly found: string;
  /** `held`, `failed` for what decides the outcome; `met`, `missed` for a goal. */
  readonly verdict: 'held' | 'failed' | 'met' | 'missed';
  /** Known from this instant on. */
  readonly t_us: number;
}

export interface ParameterFacts {
  /** `cartridge.homeWindowMs` */
  readonly name: string;
  readonly says: string;
  readonly value: number;
  readonly unit: string;
  readonly source: string;
  readonly assumption: boolean;
  /** The scenario sets it to another value than the default. */
  readonly set: boolean;
}
