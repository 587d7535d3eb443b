import type { TraceEntry } from '@dosetwin/twin';
import { durationInWords } from '../phrase/durationInWords.js';
import { nameInSentence } from '../phrase/nameInSentence.js';
import { actorOf } from './actorOf.js';
import type { ExpectationResult, ShowsExpectation } from './Expectation.js';
import type { ExpectationContext } from './ExpectationContext.js';
import { EVENT_PHRASES } from './eventPhrases.js';
import { isEvent } from './events.js';
import { isAt } from './isAt.js';
import { isBy } from './isBy.js';
import type { OneExpectation } from './OneExpectation.js';

interface Seen {
  readonly t_us: number;
  readonly who: string;
  /** `null` for the start, which is no entry. */
  readonly index: number | null;
}

/** Counted from the first `after`, the first `see` behind it must come within the time, the last instant included. */
export class ShowsFold implements OneExpectation {
  readonly #expectation: ShowsExpectation;
  readonly #context: ExpectationContext;
  #after: Seen | null;
  #see: Seen | null = null;
  /** The first thing of this kind that somebody else did: worth a word when nobody else comes. */
  #byAnother: Seen | null = null;

  constructor(expectation: ShowsExpectation, context: ExpectationContext) {
    this.#expectation = expectation;
    this.#context = context;
    this.#after = expectation.after === 'start' ? { t_us: 0, who: '', index: null } : null;
  }

  add(entry: TraceEntry, index: number): void {
    const { after, at, see, by } = this.#expectation;
    if (this.#see) return;
    const word = this.#after ? see : after;
    if (!isEvent(word, entry, this.#context) || !isAt(at, entry, this.#context)) return;
    const seen = { t_us: entry.t_us, who: actorOf(entry), index };
    if (!this.#after) this.#after = seen;
    else if (isBy(by, entry, this.#context)) this.#see = seen;
    else this.#byAnother ??= seen;
  }

  result(end_us: number): ExpectationResult {
    const after = this.#after;
    const see = this.#see;
    const held = after !== null && see !== null && see.t_us - after.t_us <= this.#expectation.within_us;
    return {
      expectation: this.#expectation,
      verdict: held ? 'held' : 'failed',
      says: this.#says(),
      found: this.#found(end_us),
      evidence: [after, see ?? this.#byAnother].flatMap((seen) => (seen === null || seen.index === null ? [] : [seen.index])),
      share: null,
    };
  }

  #says(): string {
    const { after, at, within_us, see, by } = this.#expectation;
    const first = after === 'start' ? 'the start' : EVENT_PHRASES[after].after.replace(/^the /, 'the first ');
    const where = at === null ? '' : ` at ${at}`;
    const who = by === null ? '' : ` by ${nameInSentence(by)}`;
    return `Within ${durationInWords(within_us)} of ${first}${where}: ${EVENT_PHRASES[see].seen}${who}`;
  }

  #found(end_us: number): string {
    const { after, at, within_us, see, by } = this.#expectation;
    const where = at === null ? '' : ` at ${at}`;
    const phrase = EVENT_PHRASES[see].seen;
    const from = EVENT_PHRASES[after].after;
    const toldOf = ({ who }: Seen) => EVENT_PHRASES[see].told(who === '' ? 'somebody' : nameInSentence(who));
    if (!this.#after) return `nothing to count from, since this did not happen${where}: ${EVENT_PHRASES[after].seen}`;
    const since = (t_us: number) => `${durationInWords(t_us - (this.#after?.t_us ?? 0))} after ${from}`;
    if (this.#see) {
      const told = `${toldOf(this.#see)} ${since(this.#see.t_us)}`;
      const isLate = this.#see.t_us - this.#after.t_us > within_us;
      return isLate ? `${told}, later than the ${durationInWords(within_us)} expected` : told;
    }
    const wanted = by === null ? phrase : `${phrase} by ${nameInSentence(by)}`;
    const another = this.#byAnother ? `; ${toldOf(this.#byAnother)} ${since(this.#byAnother.t_us)}` : '';
    const isOver = end_us - this.#after.t_us >= within_us;
    const until = isOver ? `within ${durationInWords(within_us)} of ${from}` : `until the run ended, ${since(end_us)}`;
    return `not seen: ${wanted}, ${until}${another}`;
  }
}
