import type { TraceEntry } from '@dosetwin/twin';
import { flagOf, textOf } from '../measures/fieldsOf.js';
import { counted } from '../phrase/counted.js';
import { durationInWords } from '../phrase/durationInWords.js';
import { listed } from '../phrase/listed.js';
import { percent } from '../phrase/percent.js';
import type { ExpectationResult, TargetExpectation } from './Expectation.js';
import type { ExpectationContext } from './ExpectationContext.js';
import { EVENT_PHRASES } from './eventPhrases.js';
import { isEvent } from './events.js';
import type { OneExpectation } from './OneExpectation.js';

const MOST_EVIDENCE = 20;

/** One of those who are counted, and when what was hoped for came. */
interface Hope {
  readonly person: string;
  readonly from_us: number;
  readonly index: number;
  reached: boolean;
}

/** A share of windows or visits that were followed, for the same person, by a dose in time. */
export class TargetFold implements OneExpectation {
  readonly #expectation: TargetExpectation;
  readonly #context: ExpectationContext;
  readonly #hopes: Hope[] = [];
  /** Not reached yet, by person. */
  readonly #open = new Map<string, Hope[]>();

  constructor(expectation: TargetExpectation, context: ExpectationContext) {
    this.#expectation = expectation;
    this.#context = context;
  }

  add(entry: TraceEntry, index: number): void {
    const { of, see, within_us } = this.#expectation;
    if (isCounted(of, entry, this.#context)) {
      const hope = { person: entry.source, from_us: entry.t_us, index, reached: false };
      this.#hopes.push(hope);
      this.#open.set(hope.person, [...(this.#open.get(hope.person) ?? []), hope]);
    } else if (isEvent(see, entry, this.#context)) {
      const person = textOf(entry, 'person');
      for (const hope of this.#open.get(person) ?? []) hope.reached = entry.t_us - hope.from_us <= within_us;
      // One that came too late is as final as one in time.
      this.#open.delete(person);
    }
  }

  result(end_us: number): ExpectationResult {
    const { within_us, atLeast_millionths } = this.#expectation;
    const undecided = new Set([...this.#open.values()].flat().filter((hope) => end_us - hope.from_us < within_us));
    const judged = this.#hopes.filter((hope) => !undecided.has(hope));
    const missed = judged.filter((hope) => !hope.reached);
    const reached = judged.length - missed.length;
    return {
      expectation: this.#expectation,
      verdict: reached * 1_000_000 >= atLeast_millionths * judged.length ? 'met' : 'missed',
      says: this.#says(),
      found: this.#found(reached, judged.length, missed, undecided.size),
      evidence: missed.slice(0, MOST_EVIDENCE).map(({ index }) => index),
      share: { reached, of: judged.length, undecided: undecided.size },
    };
  }

  #says(): string {
    const { of, see, within_us, atLeast_millionths } = this.#expectation;
    const share = percent(atLeast_millionths, 1_000_000);
    return `At least ${share} of ${POPULATIONS[of].says}: ${EVENT_PHRASES[see].seen} within ${durationInWords(within_us)}`;
  }

  #found(reached: number, of: number, missed: readonly Hope[], undecided: number): string {
    const { one, many, none } = POPULATIONS[this.#expectation.of];
    const open = undecided === 0 ? '' : `; ${undecided} not over when the run ended, and not counted`;
    if (of === 0) return `${none}${open}`;
    const names = [...new Set(missed.map(({ person }) => person))];
    const who = names.length === 0 ? '' : `; not ${listed(names, 5)}`;
    return `${reached} of ${counted(of, one, many)} (${percent(reached, of)})${who}${open}`;
  }
}

const POPULATIONS = {
  due: { says: 'windows that opened', one: 'window', many: 'windows', none: 'no window opened' },
  came: { says: 'visits', one: 'visit', many: 'visits', none: 'nobody came' },
  'came-in-window': {
    says: 'visits inside a window',
    one: 'visit inside a window',
    many: 'visits inside a window',
    none: 'nobody came inside a window',
  },
} as const;

function isCounted(of: TargetExpectation['of'], entry: TraceEntry, context: ExpectationContext): boolean {
  if (of === 'due') return isEvent('due', entry, context);
  return isEvent('came', entry, context) && (of === 'came' || flagOf(entry, 'in_window'));
}
