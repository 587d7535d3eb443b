/** A delay as a log tells it, in minutes. */
export interface LoggedDelay {
  /** How long it was; of one that had not ended when the log did, how long it had lasted by then. */
  readonly minutes: number;
  readonly hasEnded: boolean;
  /** How long it could have lasted and still be seen to end: from its beginning to the log's end. */
  readonly seenMin: number;
}

/** Delays to fit a curve to, each above 0: some ended, and of some it is only known that they were longer. */
export interface DelaySample {
  readonly ended: readonly number[];
  readonly longerThan: readonly number[];
}
