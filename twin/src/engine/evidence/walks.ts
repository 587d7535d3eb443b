import { RandomStream } from '../../kernel/random.js';
import type { Contest, Move } from './Contest.js';
import type { Difference } from './Difference.js';

export interface Walks {
  readonly seed: number;
  readonly steps: number;
  readonly difference: Difference | null;
}

/** How often a step is followed by saving and restoring. */
const RESTORE_SHARE = 0.1;

/** Long random sequences, seeded; where two engines differ the sequence is shortened as far as it goes. */
export function examineWalks(contest: Contest, seed: number, walks: number, length: number): Walks {
  let steps = 0;
  for (let walk = 0; walk < walks; walk++) {
    const luck = new RandomStream(seed, contest.definition.name, `walk ${walk}`);
    const moves: Move[] = [];
    let pair = contest.start();
    for (let i = 0; i < length; i++) {
      const event = contest.events[luck.integer(0, contest.events.length - 1)] as string;
      moves.push(event);
      pair = contest.step(pair, event);
      steps += 1;
      if (contest.difference(pair) !== null) return { seed, steps, difference: shortened(contest, moves) };
      if (!luck.chance(RESTORE_SHARE)) continue;
      const restore = contest.save(pair);
      moves.push({ restore });
      pair = contest.restore(restore);
      if (contest.difference(pair) !== null) return { seed, steps, difference: shortened(contest, moves) };
    }
  }
  return { seed, steps, difference: null };
}

/** Leaves out whatever is not needed for the two to differ, larger pieces first. */
export function shortened(contest: Contest, moves: readonly Move[]): Difference {
  let best = differenceAt(contest, moves) as Difference;
  for (let size = Math.ceil(best.moves.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from + size <= best.moves.length; ) {
      const shorter = differenceAt(contest, [...best.moves.slice(0, from), ...best.moves.slice(from + size)]);
      if (shorter) best = shorter;
      else from += 1;
    }
  }
  return best;
}

/** The first difference that some moves lead to, with the moves up to there. */
export function differenceAt(contest: Contest, moves: readonly Move[]): Difference | null {
  let pair = contest.start();
  let says = contest.difference(pair);
  if (says !== null) return { moves: [], says };
  for (const [i, move] of moves.entries()) {
    pair = typeof move === 'string' ? contest.step(pair, move) : contest.restore(move.restore);
    says = contest.difference(pair);
    if (says !== null) return { moves: moves.slice(0, i + 1), says };
  }
  return null;
}
