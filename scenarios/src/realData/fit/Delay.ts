import { PARAMETERS, type Parameter } from '@dosetwin/twin';
import type { TicketRow, TicketTime, WayOfClearing } from '../TicketRow.js';

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

/** Minutes of one delay, a ticket each, and how many began and had not ended when the log did. */
export function minutesOf(
  { from, to, cleared }: Delay,
  tickets: readonly TicketRow[],
): { readonly minutes: readonly number[]; readonly open: number } {
  const minutes: number[] = [];
  let open = 0;
  for (const { at_us, how } of tickets) {
    const [begin_us, end_us] = [at_us[from], at_us[to]];
    if (begin_us === undefined || (cleared !== null && !cleared.includes(how))) continue;
    if (end_us !== undefined) minutes.push((end_us - begin_us) / 60_000_000);
    else if (at_us.cleared === undefined) open += 1;
  }
  return { minutes, open };
}
