import { PARAMETERS, type Parameter, US_PER_MIN } from '@dosetwin/twin';
import { TICKET_TIMES, type TicketRow, type TicketTime, type WayOfClearing } from '../TicketRow.js';
import type { LoggedDelay } from './LoggedDelay.js';

/** A delay that a log of tickets can show. */
export interface Delay {
  readonly name: 'noticing' | 'answer' | 'travel' | 'mending' | 'remote work';
  readonly from: TicketTime;
  readonly to: TicketTime;
  /** Only of tickets that were cleared so; `null`: of all. */
  readonly cleared: readonly WayOfClearing[] | null;
  /** Minutes that each of them has beside, and that the twin adds of itself. */
  readonly lessMin: number;
}

/** Minutes of a visit's steps from the open door to the signed count, which the twin times one by one. */
function visitStepsMin(): number {
  const ticket: Readonly<Record<string, Parameter>> = PARAMETERS.ticket ?? {};
  const steps = ['openDoorMs', 'freeMs', 'countMs', 'tidyMs', 'closeDoorMs', 'signOffMs'];
  return steps.reduce((sum, name) => sum + (ticket[name]?.value ?? 0), 0) / 60_000;
}

export const DELAYS: readonly Delay[] = [
  { name: 'noticing', from: 'began', to: 'noticed', cleared: null, lessMin: 0 },
  { name: 'answer', from: 'noticed', to: 'answered', cleared: null, lessMin: 0 },
  { name: 'travel', from: 'set off', to: 'arrived', cleared: null, lessMin: 0 },
  { name: 'mending', from: 'arrived', to: 'cleared', cleared: ['by-hand', 'by-hand-after-remote'], lessMin: visitStepsMin() },
  { name: 'remote work', from: 'answered', to: 'cleared', cleared: ['remotely'], lessMin: 0 },
];

/** One delay of each ticket in which it began. `until_us`: the log's end, up to which whatever had not ended was seen. */
export function delaysOf({ from, to, cleared }: Delay, tickets: readonly TicketRow[], until_us: number): readonly LoggedDelay[] {
  return tickets.flatMap(({ at_us, how }): LoggedDelay[] => {
    const begin_us = at_us[from];
    if (begin_us === undefined || (cleared !== null && !cleared.includes(how))) return [];
    const end_us = at_us[to];
    const seenMin = (until_us - begin_us) / US_PER_MIN;
    if (end_us !== undefined) return [{ minutes: (end_us - begin_us) / US_PER_MIN, hasEnded: true, seenMin }];
    // Where a later time is told, this one came as well, and nobody wrote when.
    const isPast = TICKET_TIMES.slice(TICKET_TIMES.indexOf(from) + 1).some((time) => at_us[time] !== undefined);
    return isPast ? [] : [{ minutes: seenMin, hasEnded: false, seenMin }];
  });
}

/** The latest instant that a log tells of: up to then it was kept. */
export function endOf(tickets: readonly TicketRow[]): number {
  return tickets.reduce((latest, { at_us }) => Math.max(latest, ...Object.values(at_us)), 0);
}
