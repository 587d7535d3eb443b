import type { Saved } from '../../kernel/Kernel.js';
import type { ChartStep } from '../ChartEngine.js';
import type { Contest, Move, Pair } from './Contest.js';
import type { Difference } from './Difference.js';

export interface Closure {
  /** Configurations with counters and what is remembered. */
  readonly states: number;
  /** The same, times the orders in which their timers may be pending. */
  readonly situations: number;
  /** Steps compared. */
  readonly steps: number;
  /** Whether every reachable situation was met, or the bound came first. */
  readonly complete: boolean;
  readonly difference: Difference | null;
  /** Every state met, as data. */
  readonly saved: readonly Saved[];
}

interface Met {
  readonly pair: Pair;
  readonly from: Met | null;
  readonly by: Move;
  readonly saved: Saved;
  /** By event: where it leads, and what it did; filled in when the state is examined. */
  next: readonly { readonly met: Met; readonly step: ChartStep }[] | null;
}

/**
 * Breadth first through every reachable (configuration, counters, memory, order of pending timers), each under every event
 * and every timer: whichever timer is pending may be the next to fire, and all may arrive unasked. Saving and restoring at
 * each place must change nothing. The first difference found stands at the end of a shortest way.
 */
export function examineClosure(contest: Contest, maxSituations: number): Closure {
  const states = new Map<string, Met>();
  let steps = 0;
  let difference: Difference | null = null;
  const compare = (pair: Pair, from: Met | null, ...moves: readonly Move[]): void => {
    steps += 1;
    const says = contest.difference(pair);
    if (says !== null) difference ??= { moves: [...wayTo(from), ...moves], says };
  };
  const reach = (pair: Pair, from: Met | null, by: Move): Met => {
    const saved = contest.save(pair);
    const key = JSON.stringify(saved);
    const met = states.get(key) ?? { pair, from, by, saved, next: null };
    states.set(key, met);
    return met;
  };
  const examine = (met: Met): NonNullable<Met['next']> => {
    const restore = { restore: met.saved };
    const again = contest.restore(met.saved);
    compare(again, met, restore);
    return contest.events.map((event) => {
      const pair = contest.step(met.pair, event);
      compare(pair, met, event);
      compare(contest.step(again, event), met, restore, event);
      return { met: reach(pair, met, event), step: pair.reference };
    });
  };

  const start = contest.start();
  compare(start, null);
  const situations = new Set<string>();
  const queue: { readonly met: Met; readonly pending: readonly string[] }[] = [];
  const enter = (met: Met, pending: readonly string[]): void => {
    const key = `${JSON.stringify(met.saved)}|${pending.join()}`;
    if (situations.has(key) || situations.size >= maxSituations) return;
    situations.add(key);
    queue.push({ met, pending });
  };
  enter(reach(start, null, 'start'), pendingAfter([], start.reference));
  for (let at = 0; at < queue.length && difference === null; at++) {
    const { met, pending } = queue[at] as (typeof queue)[number];
    met.next ??= examine(met);
    for (const [i, { met: to, step }] of met.next.entries()) {
      enter(
        to,
        pendingAfter(
          pending.filter((timer) => timer !== contest.events[i]),
          step,
        ),
      );
    }
  }
  const saved = [...states.values()].map((met) => met.saved);
  return {
    states: states.size,
    situations: situations.size,
    steps,
    complete: situations.size < maxSituations,
    difference,
    saved,
  };
}

/** Timers in the order in which they were set; one that is set again goes to the end. */
function pendingAfter(pending: readonly string[], { effects }: ChartStep): string[] {
  const timers = [...pending];
  for (const effect of effects) {
    if (effect.type !== 'set-timer' && effect.type !== 'cancel-timer') continue;
    const at = timers.indexOf(effect.id);
    if (at >= 0) timers.splice(at, 1);
    if (effect.type === 'set-timer') timers.push(effect.id);
  }
  return timers;
}

function wayTo(met: Met | null): Move[] {
  return met === null || met.from === null ? [] : [...wayTo(met.from), met.by];
}
