/** Where a chart stands, but for its counters, in numbers of its table. Plain data; what an interpreter reads and leaves behind. */
export interface Configuration {
  /**
   * Active states without children. In document order, unless the chart has eventless transitions in more than one region:
   * then in the order in which they were entered, which is the order in which XState asks them.
   */
  readonly leaves: readonly number[];
  /** By history state, in document order: what it remembers, or nothing. */
  readonly remembered: readonly (readonly number[])[];
  /** A final state of the root was reached. As in XState, one more event makes one microstep, and everything leaves again. */
  readonly done: boolean;
}
