import type { TableBounds } from '../ChartTable.js';
import { successorsOf } from './cycleOf.js';
import { type Draft, enteredBy, leftBy, raisedBy } from './reach.js';

/** What an interpreter must hold ready, counted generously: guards are not asked. The draft has no cycles. */
export function boundsOf(draft: Draft): TableBounds {
  const leaves = leavesBelow(draft, 0, () => 1);
  const next = successorsOf(draft);
  const raised = draft.transitions.map((transition) => raisedBy(draft, transition).length);
  const steps = longest(next, leaves);
  const alwaysStates = draft.states.filter(({ always }) => always.length > 0).length;
  const raises = Math.max(0, ...raised);
  const chain = alwaysStates === 0 && raises === 0 ? 1 : (leaves + alwaysStates) * Math.max(...steps) + 1;
  const events = Math.min(raises * chain * leaves, 0xffff);
  const microsteps = Math.min(chain + events, 0xffff);
  const yielded = Math.max(...draft.transitions.map((_, index) => yieldOf(draft, index)));
  const all = leavesBelow(
    draft,
    0,
    () => 0,
    (state) => countYields(draft, draft.states[state]?.exit ?? []),
  );
  return { leaves, raised: events, ops: Math.min(microsteps * leaves * yielded + all, 0xffff), microsteps };
}

/** The most that states below `state` can add up to at one time: each leaf counts `ofLeaf`, each state `ofState`. */
function leavesBelow(draft: Draft, state: number, ofLeaf: () => number, ofState: (state: number) => number = () => 0): number {
  const { kind, children } = draft.states[state] as Draft['states'][number];
  const inside = children.map((child) => leavesBelow(draft, child, ofLeaf, ofState));
  const below = kind === 'parallel' ? inside.reduce((a, b) => a + b, 0) : kind === 'compound' ? Math.max(...inside) : ofLeaf();
  return below + ofState(state);
}

/** The longest chain that starts with each transition, where each may set off as many as there are leaves. */
function longest(next: readonly (readonly number[])[], leaves: number): number[] {
  const known = new Map<number, number>();
  const of = (at: number): number => {
    const before = known.get(at);
    if (before !== undefined) return before;
    const most = 1 + leaves * Math.max(0, ...(next[at] ?? []).map(of));
    known.set(at, Math.min(most, 0xffff));
    return known.get(at) as number;
  };
  return next.map((_, index) => of(index));
}

/** Operations that one transition yields at most, in one microstep. */
function yieldOf(draft: Draft, index: number): number {
  const transition = draft.transitions[index] as Draft['transitions'][number];
  const left = leftBy(draft, transition);
  const entered = enteredBy(draft, transition);
  const exits = leavesBelow(
    draft,
    0,
    () => 0,
    (state) => (left.has(state) ? countYields(draft, draft.states[state]?.exit ?? []) : 0),
  );
  const entries = leavesBelow(
    draft,
    0,
    () => 0,
    (state) =>
      entered.has(state)
        ? countYields(draft, [...(draft.states[state]?.entry ?? []), ...(draft.states[state]?.initialOps ?? [])])
        : 0,
  );
  return exits + countYields(draft, transition.ops) + entries;
}

function countYields(draft: Draft, ops: readonly number[]): number {
  return ops.filter((index) => /^(effect|set-timer|cancel-timer)$/.test(draft.ops[index]?.op ?? '')).length;
}
