/**
 * What a world may hold beyond people with a cartridge each: how they come to the programme and leave it, who prescribes,
 * what a site admits, and where things are. Plain data in the twin's units; all of it may be left out.
 */

import type { WeeklyHours } from '../calendar/WeeklyHours.js';

/** A point on the map, in degrees. */
export interface PlaceSpec {
  readonly latitude: number;
  readonly longitude: number;
}

/** Where somebody lives: at a site (its id), or at a point. */
export type HomeSpec = string | PlaceSpec;

/** A stretch of road between two sites. */
export interface RoadSpec {
  readonly between: readonly [string, string];
  readonly km: number;
}

/** How a site feels to those who might come: each may keep somebody away, with a share that is an assumption. */
export const FEELINGS = ['crowded', 'watched', 'policed', 'medical'] as const;
export type Feeling = (typeof FEELINGS)[number];

/** Whom a site takes on, and how doses are given there. */
export interface AdmissionSpec {
  /** Traits with which a person is turned away, in the order in which they are asked about. */
  readonly refuses: readonly string[];
  /** Traits that a person must have. */
  readonly requires: readonly string[];
  /** Only those who live at the site. */
  readonly tenantsOnly: boolean;
  /** Every dose is taken before somebody of the site's staff. */
  readonly witnessed: boolean;
  /** Days between screens without which a prescription lapses; `null`: none. */
  readonly screenEveryD: number | null;
  /** A hypothetical where `false`: nobody is assessed and nothing is prescribed. */
  readonly needsPrescription: boolean;
}

/** That somebody has to find out what to do: in a manual, where one is at hand, from a person whom they call, or alone. */
export interface LookUpSpec {
  /** Id of a contact; `null`: they have nobody to call. */
  readonly calls: string | null;
}

/** A site that was planned and may never open. */
export interface OpeningSpec {
  /** With what share it opens when nobody is consulted. */
  readonly share: number;
  /** Whether partners there were consulted beforehand, which makes it likelier: see the block `opening`. */
  readonly consulted: boolean;
}

/** Cartridges of a machine that are kept for one product, counted from the lowest on, product by product. */
export interface ProductShare {
  readonly id: string;
  readonly cartridges: number;
}

export interface PrescriptionSpec {
  /** Id of a prescriber; `null`: nobody in particular, and it does not lapse. */
  readonly prescriber: string | null;
  readonly lastsD: number;
  /** Valid at one machine, and written anew for another; otherwise at each machine of the person. */
  readonly oneMachine: boolean;
}

/** What the programme knows of one person. Their cartridges are given as they are enrolled. */
export interface ParticipationSpec {
  /** When they first ask for a place; `null`: on the programme from the start. */
  readonly joins_us: number | null;
  /** With what share each trait is theirs. */
  readonly traits: readonly { readonly id: string; readonly share: number }[];
  /** Whether repeated faults may make them leave for a pharmacy, and time bring them back. */
  readonly mayLeave: boolean;
  readonly home: HomeSpec | null;
  readonly evicted_us: number | null;
  readonly moves: { readonly at_us: number; readonly to: HomeSpec } | null;
  /** What they ask for; `null`: whatever there is. */
  readonly product: string | null;
  readonly prescription: PrescriptionSpec | null;
  /** Days between the days on which other prescriptions of theirs are ready at a pharmacy; `null`: they have none. */
  readonly othersEveryD: number | null;
}

/** Who assesses people, and writes and renews prescriptions. */
export interface PrescriberSpec {
  readonly id: string;
  readonly zone: string;
  readonly province: string;
  readonly hours: WeeklyHours;
  /** People on their list at most; `null`: no limit but their time. */
  readonly takesOn: number | null;
  /** Whether they have a concise manual at hand; left out: no. */
  readonly manual?: boolean;
  /** Left out: they know what to do, and nothing is looked up. */
  readonly looksUp?: LookUpSpec;
}
