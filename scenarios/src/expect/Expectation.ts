import type { EventWord, NeverWord, TargetPopulation, TargetWord } from '../format/expectationWords.js';

/**
 * What a scenario expects, in time. `never` and `shows` decide the outcome, and with it the exit code; a `target` is a
 * service goal that is met or missed and decides nothing.
 */
export type Expectation = NeverExpectation | ShowsExpectation | TargetExpectation;

/** An invariant, looked at entry by entry: `order-begins-twice`. */
export interface NeverExpectation {
  readonly kind: 'never';
  readonly event: NeverWord;
}

/** What the scenario is there to show: counted from the first `after`, `see` is seen within the time. */
export interface ShowsExpectation {
  readonly kind: 'shows';
  readonly after: EventWord;
  /** A machine, a site, a person or a contact at which both events are looked for; `null`: anywhere. */
  readonly at: string | null;
  readonly within_us: number;
  readonly see: EventWord;
  /** Who does what is seen: `key-holder`, a role, or an id; `null`: anybody. */
  readonly by: string | null;
}

/** At least this share of all `of` events is followed, for the same person or machine, by `see` within the time. */
export interface TargetExpectation {
  readonly kind: 'target';
  readonly of: TargetPopulation;
  readonly see: TargetWord;
  readonly within_us: number;
  /** 0 to 1,000,000. */
  readonly atLeast_millionths: number;
}

/** `held`, `failed` for `never` and `shows`; `met`, `missed` for a target. */
export type Verdict = 'held' | 'failed' | 'met' | 'missed';

/** `held` when no `never` and no `shows` failed. Targets do not count. */
export type Outcome = 'held' | 'failed';

export interface ExpectationResult {
  readonly expectation: Expectation;
  readonly verdict: Verdict;
  /** The expectation as a sentence: 'Within 3 h of the first jam at harbour-house-1: door opened by a key holder'. */
  readonly says: string;
  /** What was seen, as a sentence: 'door opened by nurse 2 h 45 min after the jam'. */
  readonly found: string;
  /** Indices into the trace, from 0, in their order, at most 20; entry n stands on line n + 2 of the record. */
  readonly evidence: readonly number[];
  /** Targets only: how many of how many, not counting those whose time was not over when the run ended. */
  readonly share: { readonly reached: number; readonly of: number; readonly undecided: number } | null;
}
