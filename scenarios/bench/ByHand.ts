/**
 * The sizing's model written out by hand, without charts: what a loop over typed arrays can reach at most. For sites that are open day
 * and night, one season and people who keep to their machine; the same draws, so that it comes to the same counts.
 */
export interface ByHand {
  readonly came: number;
  readonly served: number;
  readonly lostToDown: number;
  readonly lostToJam: number;
  readonly lostToEmpty: number;
  readonly lostToPalm: number;
}
