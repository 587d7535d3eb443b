import type { LocalClock } from './LocalClock.js';
import { spaced } from './nameWords.js';

/** What somebody who was asked has answered, as the trace and the measures both have it. */
export interface Answer {
  readonly answer: string;
  readonly reason: string;
  /** `null` or 0 when unknown. */
  readonly until_us: number | null;
}

/** An answer in a few words: `busy until 18:00`, `on outreach, free at 16:30`, `closed, opens Wed 04:30`. */
export function answerWords({ answer, reason, until_us }: Answer, clock: LocalClock): string {
  const until = until_us === null || until_us <= 0 ? null : clock.time(until_us);
  // Closed for its hours is what closed means, and free who comes or helps; only a holiday is worth a word.
  const because = reason === answer || reason === 'hours' || reason === 'free' ? '' : busyWords(reason);
  switch (answer) {
    case 'coming':
      return 'coming now';
    case 'comes-when-free':
      return joined(because || 'busy', until === null ? 'comes when free' : `free at ${until}`);
    case 'busy':
      return joined(until === null ? 'busy' : `busy until ${until}`, because === 'busy' ? '' : because);
    case 'closed':
      return joined(
        because === 'closed' || because === '' ? 'closed' : `closed, ${because}`,
        until === null ? '' : `opens ${until}`,
      );
    case 'cannot-travel':
      return joined('cannot travel', because);
    case 'helping-remotely':
      return joined('helping from afar', because);
    case 'offline':
      return joined('cannot reach the machine', because || 'its link is down');
    default:
      return joined(spaced(answer), because);
  }
}

/** What keeps somebody busy, as their answer has it: `on outreach`; other words stand as the scenario has them. */
export function busyWords(reason: string): string {
  return reason === 'outreach' ? 'on outreach' : spaced(reason);
}

function joined(first: string, second: string): string {
  return second === '' ? first : `${first}, ${second}`;
}
