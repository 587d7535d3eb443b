/**
 * A region to be planned for, as its file says it: checked, in plain units, without anything drawn or computed. Every number
 * that is not known exactly is an `Estimate`; what a region file leaves out comes from `regionParameters.ts` with its source.
 */
export interface Region {
  /** The name of its file. */
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Shown wherever the region is: nothing of it exists, is planned or is wanted. */
  readonly isHypothetical: boolean;
  /** Who must be named wherever its places are shown, with their licences. */
  readonly credits: readonly string[];
  /** Length of a simulated future, in whole days from 1 January of `year`. */
  readonly days: number;
  readonly year: number;
  readonly places: readonly Place[];
  readonly links: readonly Link[];
  readonly candidates: readonly Candidate[];
  readonly travel: TravelRules;
  readonly demand: DemandRules;
  readonly machine: MachineRules;
  readonly support: SupportRules;
  readonly services: ServiceRules;
  readonly targets: Targets;
  readonly budget: Budget;
}

/** What is believed of a number: least, most likely, most. Drawn triangular in a future; equal bounds are a fixed number. */
export interface Estimate {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  /** Where it is from: a short name of a source, or `assumption`. */
  readonly source: string;
}

export interface Place {
  readonly id: string;
  readonly name: string;
  /** Degrees, WGS 84. */
  readonly lat: number;
  readonly lon: number;
  readonly zone: string;
  readonly population: number;
  /** People who would come to a machine at their door, already assessed and eligible: whole people, 0 and more. */
  readonly people: Estimate;
  /**
   * Cases a year per 100,000, where people are worked out from them: population × rate × `demand.peopleEach`. Each of the two is
   * drawn by itself, and `people` is what they come to at the least, likely and most.
   */
  readonly rate?: Estimate;
  readonly source: string;
}

export type TravelMode = 'road' | 'winter-road' | 'air' | 'rail' | 'ferry';

/** A way between two places, both directions alike. */
export interface Link {
  readonly a: string;
  readonly b: string;
  readonly mode: TravelMode;
  readonly km: number;
  /** Hours for it where known; otherwise by the speed of its mode. */
  readonly hours?: number;
  /** Days of the year on which it is open, first to last, 1 to 366, over the turn of the year if `to` is less; always if absent. */
  readonly season?: { readonly from: number; readonly to: number };
  readonly source: string;
}

export type Setting = 'housing' | 'community' | 'pharmacy' | 'health';

/** Where a machine may stand. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly setting: Setting;
  /** Minutes of the local day in which its door is open, Monday first; `[0, 1440]` is day and night, an empty list a closed day. */
  readonly week: readonly (readonly (readonly [number, number])[])[];
  /** Chance that it opens at all, 0 to 1 (S13). */
  readonly opens: Estimate;
  /** Chance that somebody on site has a key, 0 to 1. */
  readonly keyOnSite: Estimate;
  /** Canadian dollars a year, machine included. */
  readonly costPerYear: Estimate;
  /** Machines for which there is room, 1 and more. */
  readonly room: number;
  readonly source: string;
}

export interface TravelRules {
  /** Roads that no link gives are great circle times this, 1 and more; absent means: places without links are not reached. */
  readonly roadFactor?: number;
  readonly roadKmPerHour: number;
  readonly winterKmPerHour: number;
  /** Willingness to come on a due day falls as exp(-km / this). */
  readonly willingKm: Estimate;
  /** Nobody comes from farther away. */
  readonly furthestKm: number;
}

export interface DemandRules {
  /** People for each case that a place's rate counts, 0 and more; there where a place has a rate. */
  readonly peopleEach?: Estimate;
  /** Chance that somebody who lives beside a machine comes on a due day, 0 to 1. */
  readonly comes: Estimate;
  /** Windows a day, 1 to 4. */
  readonly dosesPerDay: number;
  /** Share of visits outside of 8 to 20 h where a site is open then, 0 to 1. */
  readonly outOfHours: Estimate;
  /** Share of people whose prescription holds at every machine, 0 to 1. */
  readonly anyMachine: Estimate;
}

export interface MachineRules {
  /** People for whom one machine has cartridges. */
  readonly people: number;
  readonly packages: number;
  /** Chance of a jam at each vend, 0 to 1. */
  readonly jam: Estimate;
  /** Share of jams that stop the whole machine and not one cartridge, 0 to 1. */
  readonly jamStopsMachine: Estimate;
  /** Days between failures that are no jams. */
  readonly failureEveryDays: Estimate;
  /** Share of failures that wait for a part, 0 to 1, and the days until it comes. */
  readonly partNeeded: Estimate;
  readonly partDays: Estimate;
  /** Chance that a palm is not matched within all attempts of a visit, 0 to 1. */
  readonly palmRefused: Estimate;
}

export interface SupportRules {
  /** The desk's zone, and its minutes of the local day, Monday first. */
  readonly deskZone: string;
  readonly deskWeek: readonly (readonly (readonly [number, number])[])[];
  /** Chance that the desk clears a fault from afar, 0 to 1, and its minutes. */
  readonly remoteFix: Estimate;
  readonly remoteMinutes: Estimate;
  /** Until somebody notices, in minutes of the site's open hours. */
  readonly noticeMinutes: Estimate;
  /** Somebody with a key on site clears it in this many minutes. */
  readonly clearMinutes: Estimate;
  /** Shared by all machines of the region: each travels from where they are based, by the same links. */
  readonly technicians: readonly { readonly id: string; readonly place: string; readonly week: Candidate['week'] }[];
}

export interface ServiceRules {
  /** Days between rounds of restocking, and the chance that a round fails, 0 to 1. */
  readonly restockEveryDays: number;
  readonly roundFails: Estimate;
  /** People whom the pharmacies of the region can prepare for, and whom its prescribers can see; absent: no limit. */
  readonly pharmacyPeople?: Estimate;
  readonly prescriberPeople?: Estimate;
  /** Minutes of staff for each dose, each fault and each round of restocking. */
  readonly minutesPerDose: Estimate;
  readonly minutesPerFault: Estimate;
  readonly minutesPerRound: Estimate;
}

export interface Targets {
  /** Least share of due doses that people come for and get, among people who live within reach, 0 to 1. */
  readonly served: number;
  /** Least share of all the region's people who live within reach of an open machine, 0 to 1. */
  readonly reached: number;
  /** Most kilometres that those who come travel on average. */
  readonly meanKm?: number;
  /** Share of futures in which the targets shall hold, 0 to 1. */
  readonly confidence: number;
}

export interface Budget {
  readonly machines?: number;
  /** Canadian dollars a year. */
  readonly costPerYear?: number;
}
