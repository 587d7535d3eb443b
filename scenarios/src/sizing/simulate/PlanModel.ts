import type { Plan } from '../Plan.js';
import type { Region } from '../region/Region.js';
import type { LeftOut } from '../siting/assignPeople.js';
import type { DailyWays } from './dailyWays.js';
import type { Future } from './future.js';
import type { RegionTables } from './RegionTables.js';

/**
 * A plan in a future, as arrays of numbers: what every fidelity runs on. People are those who have a place at an open machine, machine
 * by machine and in the order of their numbers; machines are those whose site opened.
 */
export interface PlanModel {
  readonly region: Region;
  readonly plan: Plan;
  readonly future: Future;
  readonly ways: DailyWays;
  readonly tables: RegionTables;
  readonly days: number;
  readonly dosesPerDay: number;
  /** People of the region in this future, whether reached or not. */
  readonly people: number;
  /** Why those who are not reached are not. */
  readonly leftOut: LeftOut;
  readonly machines: number;
  /** By machine: which candidate of the region it stands at. */
  readonly siteOf: Int32Array;
  /** By machine, one more than there are: its first person. */
  readonly firstPerson: Int32Array;
  /** By machine: keys of its draws, and the first day on which a round may restock it. */
  readonly machineKey0: Int32Array;
  readonly machineKey1: Int32Array;
  readonly firstRound: Int32Array;
  /** By candidate: chance that somebody on site has a key. */
  readonly keyOnSite: Float64Array;
  /** By candidate: Canadian dollars a year for each of its machines. */
  readonly costPerYear: Float64Array;
  /** By person: keys of their draws, their place and machine as a group, and whether their prescription holds at any machine. */
  readonly key0: Int32Array;
  readonly key1: Int32Array;
  readonly groupOf: Int32Array;
  readonly anyMachine: Uint8Array;
  /** By group: its place and its machine. */
  readonly placeOf: Int32Array;
  readonly groups: number;
  /**
   * By season × groups + group, for one word of 32 bits a visit: below the first the palm is refused, below the second the vend jams,
   * below the third somebody comes and nothing is amiss, from there on nobody comes.
   */
  readonly palmBelow: Float64Array;
  readonly jamBelow: Float64Array;
  readonly comesBelow: Float64Array;
  /** Metres from the place to the machine; 0 where there is no way. */
  readonly metres: Float64Array;
  /** The same of a visit to another machine than one's own, where coming is already decided. */
  readonly guestPalmBelow: number;
  readonly guestJamBelow: number;
  readonly chances: Chances;
}

/** What a future says of machines and help, in minutes, days and chances from 0 to 1. */
export interface Chances {
  readonly jam: number;
  readonly jamStops: number;
  readonly palmRefused: number;
  readonly failureMinutes: number;
  readonly partNeeded: number;
  readonly partMinutes: number;
  readonly remoteFix: number;
  readonly remoteMinutes: number;
  readonly noticeMinutes: number;
  readonly clearMinutes: number;
  readonly roundFails: number;
  readonly outOfHours: number;
}
