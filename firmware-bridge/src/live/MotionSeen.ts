/** When a beam broke, in ms after its motor started: after one, and not after the other. */
export interface Between {
  readonly after: number;
  readonly by: number;
}

/** What was seen of one order's motion, on the real side or in the model. Plain data; times are ticks of its own side. */
export interface MotionSeen {
  readonly started: number | null;
  /** Of its drop, as the signal says it. */
  readonly dropped: number | null;
  readonly beam: Between | null;
  /** Half turns beyond the first whole one. */
  readonly halfTurns: number;
  readonly isInHalfTurn: boolean;
  /** The last tick at which it was looked at. */
  readonly looked: number;
}

export const NOTHING_SEEN: MotionSeen = {
  started: null,
  dropped: null,
  beam: null,
  halfTurns: 0,
  isInHalfTurn: false,
  looked: 0,
};

/** Its lane's chart was seen to stand in these states at this tick. */
export function sawStates(seen: MotionSeen, states: string, tick: number): MotionSeen {
  const isInHalfTurn = states.includes('halfTurn');
  // Between two of them it waits for the drop.
  const isAnother = isInHalfTurn && !seen.isInHalfTurn;
  const isBroken = seen.beam === null && states.includes('finishing');
  return {
    ...seen,
    halfTurns: seen.halfTurns + (isAnother ? 1 : 0),
    isInHalfTurn,
    beam: isBroken ? { after: seen.looked, by: tick } : seen.beam,
    looked: tick,
  };
}
