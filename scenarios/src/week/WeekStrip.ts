import type { Spell } from '@dosetwin/twin';

/** What a helper can do in a stretch: come with a key, help from afar, be on duty and not come, or stand by without a key. */
export type Help = 'comes' | 'from-afar' | 'busy' | 'no-key';

/** A stretch of a helper's day. Half-open, microseconds since the scenario's start, negative before it. */
export interface HelperSpell extends Spell {
  readonly helper: string;
  readonly is: Help;
  /** What keeps them busy; '' otherwise. */
  readonly reason: string;
}

/** One local day of a site, midnight to midnight: 23, 24 or 25 hours. Instants as above. */
export interface WeekDay {
  readonly date: { readonly year: number; readonly month: number; readonly day: number; readonly weekday: number };
  readonly from_us: number;
  readonly to_us: number;
  /** The name of the site's public holiday; '' for an ordinary day. */
  readonly holiday: string;
  readonly spells: readonly HelperSpell[];
  /** When nobody can help, from near or from afar. */
  readonly nobody: readonly Spell[];
  /** When a desk answers, and nobody on duty can come with a key. */
  readonly fromAfarOnly: readonly Spell[];
  /** Instants at which doses fall due, those of one window spread evenly over it: nobody's timetable. */
  readonly due_us: readonly number[];
  readonly nobody_us: number;
  readonly dueWithNobody: number;
}

/** A site's week, Monday to Sunday by its own clocks: who could help when, and when nobody could. */
export interface WeekStrip {
  readonly site: string;
  readonly zone: string;
  /** The site's contacts in the order in which they are asked. */
  readonly helpers: readonly { readonly id: string; readonly role: string; readonly hasKey: boolean }[];
  /**
   * What the clocks of other zones show on Monday at 0, 3, 6… 24 hours after the site's midnight, in minutes of their day:
   * those of desks that are not in the site's zone.
   */
  readonly deskClocks: readonly { readonly zone: string; readonly minutes: readonly number[] }[];
  /** It is planned, and in some runs it never opens; the week is what it would be if it opens. */
  readonly mayNotOpen: boolean;
  readonly days: readonly WeekDay[];
  readonly length_us: number;
  readonly nobody_us: number;
  /** Time in which nobody on duty can come with a key, a desk or none. */
  readonly nobodyWithKey_us: number;
  readonly due: number;
  readonly dueWithNobody: number;
}
