import type { TicketRow, TicketTime, WayOfClearing } from '../TicketRow.js';

/** A delay that a log of tickets can show. */
export interface Delay {
  readonly name: 'noticing' | 'answer' | 'travel' | 'visit' | 'remote work';
  readonly from: TicketTime;
  readonly to: TicketTime;
  /** Only of tickets that were cleared so; `null`: of all. */
  readonly cleared: readonly WayOfClearing[] | null;
}

export const DELAYS: readonly Delay[] = [
  { name: 'noticing', from: 'began', to: 'noticed', cleared: null },
  { name: 'answer', from: 'noticed', to: 'answered', cleared: null },
  { name: 'travel', from: 'set off', to: 'arrived', cleared: null },
  { name: 'visit', from: 'arrived', to: 'cleared', cleared: ['by-hand', 'by-hand-after-remote'] },
  { name: 'remote work', from: 'answered', to: 'cleared', cleared: ['remotely'] },
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
