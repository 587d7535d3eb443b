/**
 * What a world is made of, as plain data in the twin's own units. The scenario loader writes it; the world reads it.
 * Instants are integer microseconds since the scenario's start; durations carry their unit in the name; times of day are
 * minutes since local midnight (an interval that ends at or before its start ends on the next day).
 */

import type { Weekday, WeeklyHours } from '../calendar/WeeklyHours.js';
import type { ParameterOverrides } from '../charts/parameters.js';
import type {
  AdmissionSpec,
  Feeling,
  LookUpSpec,
  OpeningSpec,
  ParticipationSpec,
  PlaceSpec,
  PrescriberSpec,
  ProductShare,
  RoadSpec,
} from './ProgrammeSpec.js';

export { type DayInterval, WEEKDAYS, type Weekday, type WeeklyHours } from '../calendar/WeeklyHours.js';

export interface SiteSpec {
  readonly id: string;
  /** IANA zone, resolved with the pinned zone data. */
  readonly zone: string;
  /** Two-letter province code, for public holidays. */
  readonly province: string;
  readonly setting: 'housing' | 'community' | 'pharmacy';
  readonly hours: WeeklyHours;
  /** When somebody of the site's own staff is there to notice a fault and to countersign a count. */
  readonly staff: WeeklyHours;
  /** Ids of the contacts that staff ask when the machine needs a person, in this order. */
  readonly chain: readonly string[];
  /** Who may sign an override of a locked-out palm: `staff` (the site's own, while there) or contacts; two different ones must. */
  readonly overrideBy: readonly string[];
  /** Left out: whoever holds a key may open, alone, and openings are no entries of their own. */
  readonly access?: AccessSpec;
  /** Left out: nobody of the programme calls to ask how it goes. */
  readonly checkIn?: CheckInSpec;
  /** Whether staff have a concise manual at hand. */
  readonly manual?: boolean;
  /** Left out: staff know what to do, and nothing is looked up. */
  readonly looksUp?: LookUpSpec;
  /** Share of visitors who wish to talk to somebody on duty; left out: who is on duty when somebody comes is no entry. */
  readonly talkShare?: number;
  readonly place?: PlaceSpec;
  /** Left out: everybody, without a witness. */
  readonly admission?: AdmissionSpec;
  readonly feltAs?: readonly Feeling[];
  /** The contact who keeps a pharmacy's counter and restocks from it; left out: it has no counter, and nobody keeps its books. */
  readonly pharmacist?: string;
  /** Left out: it is open when the scenario begins. */
  readonly opening?: OpeningSpec;
}

export interface MachineSpec {
  readonly id: string;
  readonly site: string;
  /** Cartridges fitted, 1..48. */
  readonly cartridges: number;
  /** Packages loaded at the start, per cartridge, 0..14; index 0 is cartridge 1. */
  readonly loaded: readonly number[];
  /** The rules by which its clock changes; left out: `current`. `before-2026` never heard of what four provinces changed. */
  readonly clockRules?: 'current' | 'before-2026';
  /** Left out: no updates are offered. */
  readonly updates?: readonly UpdateSpec[];
  /** Left out: nothing but a machine that stands open stops it. */
  readonly guard?: GuardSpec;
  /** Left out: nobody brings packages. */
  readonly restock?: RestockSpec;
  /** How a person says who they are; left out: by the palm. */
  readonly identify?: 'palm' | 'card' | 'pin';
  /** Whether somebody whose palm cannot be registered gets a card all the same; left out: no. */
  readonly cardInstead?: boolean;
  /** Left out: every cartridge holds whatever is prescribed. */
  readonly products?: readonly ProductShare[];
  readonly parameters: ParameterOverrides;
}

/** A software update that is offered to one machine. */
export interface UpdateSpec {
  readonly name: string;
  readonly at_us: number;
  /** What becomes of it; `by-chance` uses `updates.successShare`. */
  readonly outcome: 'by-chance' | 'is-applied' | 'fails' | 'rolls-back' | 'never-reaches';
  /** `clock-rules`: the zone data that knows the changes of 2026. */
  readonly brings: 'nothing' | 'clock-rules';
}

/** Who may open the machines of a site, beside holding a key. */
export interface AccessSpec {
  /** Roles of the contacts who may; `null`: any. */
  readonly roles: readonly ContactSpec['role'][] | null;
  /** Whether a second person, of the site's staff, must be there. */
  readonly twoPerson: boolean;
}

/** Who brings packages to a machine, on which days and when by the site's clocks. */
export interface RestockSpec {
  readonly by: string;
  readonly days: readonly Weekday[];
  readonly atMin: number;
  /** Packages to which each lane of a person is filled. */
  readonly upTo: number;
  /** From when on nobody brings any more; `null`: to the end. */
  readonly ends_us: number | null;
  /** How long packages keep from their loading, the start's from the start; left out: for ever. */
  readonly keeps_us?: number;
}

/** On which days the programme calls a site, and when by the site's clocks. */
export interface CheckInSpec {
  readonly days: readonly Weekday[];
  readonly atMin: number;
}

/** A stay of a contact on rounds at a site, microseconds since the start. */
export interface RoundSpec {
  readonly site: string;
  readonly from_us: number;
  readonly to_us: number;
}

/** What stops a machine until a person confirms that it may go on. */
export interface GuardSpec {
  readonly stopsOn: readonly ('tamper' | 'video')[];
  /** Who may confirm, the first asked first: contacts, or `staff` for the site's own. */
  readonly confirmBy: readonly string[];
}

export interface DoseWindow {
  readonly fromMin: number;
  readonly toMin: number;
}

/** How a person comes: by chance within each window, or at given instants (microseconds since the start). */
export type ArrivalHabit =
  | { readonly kind: 'habit'; readonly attendance: number }
  | { readonly kind: 'instants'; readonly at_us: readonly number[] };

export interface PersonSpec {
  /** A pseudonym, `P07`. */
  readonly id: string;
  readonly machine: string;
  /** 1..48; 0: given by the programme, at the start or as the person is enrolled. */
  readonly cartridge: number;
  readonly windows: readonly DoseWindow[];
  readonly minIntervalMin: number;
  /** Packages a day. */
  readonly dailyCap: number;
  readonly arrival: ArrivalHabit;
  /** Condition of the hand that the reader sees; each multiplies the false non-match rate by a parameter. */
  readonly hands: { readonly cold: boolean; readonly lotionOrDust: boolean };
  /** This person's own false non-match rate per attempt, or `null` to draw it from the population. */
  readonly falseNonMatchRate: number | null;
  /** The pharmacy at whose counter they collect, instead of at the machine; left out: at the machine. */
  readonly counter?: string;
  /** Further machines that the person may go to, after the first, in this order. */
  readonly also?: readonly string[];
  /** Left out: on the programme from the start, and nothing changes. */
  readonly participation?: ParticipationSpec;
}

export interface BusySpell {
  readonly from_us: number;
  readonly to_us: number;
  /** `busy`, `outreach`, `travelling`: the word that the record uses. */
  readonly reason: string;
}

/** Somebody who may hold a key, or a desk that helps from afar. */
export interface ContactSpec {
  readonly id: string;
  readonly role: 'site-staff' | 'pharmacist' | 'nurse' | 'manager' | 'technician' | 'desk';
  readonly zone: string;
  readonly province: string;
  readonly hours: WeeklyHours;
  readonly busy: readonly BusySpell[];
  readonly hasKey: boolean;
  /** What a busy contact does when asked: come when free, or decline. */
  readonly whenBusy: 'comes-when-free' | 'declines';
  /** Minutes from setting off to standing at the machine: triangular (least, likely, most). `null`: never travels, or by road. */
  readonly travelMin: readonly [number, number, number] | null;
  /** The site from which they drive to any machine, by the roads; left out: as `travelMin` says. */
  readonly base?: string;
  /** Where they are on rounds, and when; left out: nowhere. Busy spells say so to whoever asks meanwhile. */
  readonly rounds?: readonly RoundSpec[];
  /** Desk only: may it recover a jam remotely, and does that free it? `by-chance` uses the parameter `support.remoteFixShare`. */
  readonly remote: 'none' | 'by-chance' | 'frees' | 'cannot-free';
}

/** Causes that the mechanism knows. The first seven are the six jam modes of S2, stall having two ways to show. */
export const FAULT_CAUSES = [
  'stall-by-current',
  'stall-by-cam',
  'hang-up',
  'misalignment',
  'double-feed',
  'blind-beam',
  'blocked-chute-door',
] as const;
export type FaultCause = (typeof FAULT_CAUSES)[number];

export type FaultSpec =
  /** Takes hold at the cartridge's next motion (a blind beam or blocked chute door: at once, for the whole machine). */
  | {
      readonly kind: 'mechanism';
      readonly at_us: number;
      readonly machine: string;
      readonly cartridge: number;
      readonly cause: FaultCause;
    }
  /** The link to the outside; the mains; something that only the maker opens stands open; the link by which it is watched. */
  | {
      readonly kind: 'network' | 'power' | 'tamper' | 'video';
      readonly at_us: number;
      readonly machine: string;
      readonly forMin: number | null;
    }
  | { readonly kind: 'controller-reset'; readonly at_us: number; readonly machine: string }
  | { readonly kind: 'cold-hands'; readonly at_us: number; readonly person: string; readonly forMin: number | null };

export interface WorldSpec {
  /** Microseconds since 1970-01-01T00:00Z at which the scenario starts. */
  readonly epoch_us: number;
  readonly length_us: number;
  readonly sites: readonly SiteSpec[];
  readonly machines: readonly MachineSpec[];
  readonly people: readonly PersonSpec[];
  readonly contacts: readonly ContactSpec[];
  readonly faults: readonly FaultSpec[];
  readonly prescribers?: readonly PrescriberSpec[];
  /** Roads between sites, where the scenario gives them. */
  readonly roads?: readonly RoadSpec[];
  readonly parameters: ParameterOverrides;
}

/** The site of a machine; both must be there, as the loader sees to. */
export function siteOf(spec: WorldSpec, machine: string): SiteSpec {
  const site = spec.machines.find(({ id }) => id === machine)?.site;
  const found = spec.sites.find(({ id }) => id === site);
  if (!found) throw new Error(`machine ${machine} stands at no site`);
  return found;
}
