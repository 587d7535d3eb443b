import type { DayInterval } from '@dosetwin/twin';
import type { LocalDateTime } from '../format/units/readLocalTime.js';
import type { ROLES_OF_SHIFTS } from './COLUMNS.js';
import type { TicketRow } from './TicketRow.js';

export type RoleOfShift = (typeof ROLES_OF_SHIFTS)[number];

/** People who share a machine and windows. Their ids are not kept. */
export interface PersonRow {
  readonly machine: string;
  readonly windows: readonly DayInterval[];
  /** 0..1, or `null` where the list does not say. */
  readonly attendance: number | null;
}

/** One shift; the id of who works is kept until they have a number, and no longer. */
export interface ShiftRow {
  readonly who: string;
  readonly role: RoleOfShift;
  readonly site: string | null;
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
  readonly key: boolean;
  readonly zone: string | null;
  /** Minutes, or `null`. */
  readonly travelMin: number | null;
  readonly asked: number | null;
}

export interface SiteRow {
  readonly site: string;
  readonly machine: string;
  readonly zone: string;
  readonly province: string;
  readonly setting: 'housing' | 'community' | 'pharmacy';
  /** `always`, or windows of every day. */
  readonly hours: 'always' | readonly DayInterval[];
  /** Packages in each cartridge, 0..14. */
  readonly loaded: number;
}

/** The lists of one week of a site, read and held against each other. Never written: `weekScenario` makes a scenario of it. */
export interface RealWeek {
  readonly people: readonly PersonRow[];
  readonly shifts: readonly ShiftRow[];
  readonly sites: readonly SiteRow[];
  readonly tickets: readonly TicketRow[];
  /** Midnight before the first shift. */
  readonly start: LocalDateTime;
}
