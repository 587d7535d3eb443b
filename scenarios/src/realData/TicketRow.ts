import { MACHINE_CAUSES } from '../format/schema/eventSchemas.js';
import type { LocalDateTime } from '../format/units/readLocalTime.js';

/** Causes that a ticket may have: those of a scenario that befall a machine, and `other` for whatever else, which is only timed. */
export const CAUSES_OF_TICKETS = [...MACHINE_CAUSES, 'other'] as const;
export type CauseOfTicket = (typeof CAUSES_OF_TICKETS)[number];

export const WAYS_OF_CLEARING = ['by-hand', 'remotely', 'by-hand-after-remote'] as const;
export type WayOfClearing = (typeof WAYS_OF_CLEARING)[number];

/** The times of a ticket, in the order in which they come. */
export const TICKET_TIMES = ['began', 'noticed', 'answered', 'set off', 'arrived', 'cleared'] as const;
export type TicketTime = (typeof TICKET_TIMES)[number];

/** One fault of a site's log. Its id was only looked at for being there twice, and is not kept. */
export interface TicketRow {
  readonly machine: string;
  readonly cause: CauseOfTicket;
  /** 1..48, or `null`. */
  readonly cartridge: number | null;
  readonly times: Readonly<Partial<Record<TicketTime, LocalDateTime>>>;
  /** Microseconds since 1970 in the zone of the site, or as though in UTC where no zone is known. */
  readonly at_us: Readonly<Partial<Record<TicketTime, number>>>;
  readonly how: WayOfClearing;
}
