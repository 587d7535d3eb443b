import { NONE, type TableTransition } from '../ChartTable.js';
import { type Draft, enteredBy, leftBy, opsOf, raisedBy } from './reach.js';

/**
 * A way in which one event could keep a chart busy for ever: eventless transitions, or events that it raises itself, that
 * may lead to themselves again. Guards are not asked, so a chart whose guards would end it is refused too. `null`: none.
 */
export function cycleOf(draft: Draft): { readonly state: string; readonly reason: string } | null {
  const next = successorsOf(draft);
  const done = new Set<number>();
  const trail: number[] = [];
  const visit = (at: number): number[] | null => {
    const start = trail.indexOf(at);
    if (start >= 0) return [...trail.slice(start), at];
    if (done.has(at)) return null;
    trail.push(at);
    for (const to of next[at] ?? []) {
      const found = visit(to);
      if (found !== null) return found;
    }
    trail.pop();
    done.add(at);
    return null;
  };
  for (const at of draft.transitions.keys()) {
    const found = visit(at);
    if (found !== null) return told(draft, found);
  }
  return null;
}

/** By transition: those that XState may take after it in the same step, because of it. */
export function successorsOf(draft: Draft): number[][] {
  return draft.transitions.map((transition, index) => {
    const next = new Set<number>();
    for (const state of enteredBy(draft, transition)) for (const to of draft.states[state]?.always ?? []) next.add(to);
    for (const event of raisedBy(draft, transition)) {
      for (const { on } of draft.states) for (const to of on.find((one) => one.event === event)?.transitions ?? []) next.add(to);
    }
    if (staysEnabled(draft, transition)) next.add(index);
    return [...next];
  });
}

/** An eventless transition that does not leave its source is asked again, unless it changed nothing. */
function staysEnabled(draft: Draft, transition: TableTransition): boolean {
  if (transition.event !== NONE || leftBy(draft, transition).has(transition.source)) return false;
  const isAlways = draft.states[transition.source]?.always.some((index) => draft.transitions[index] === transition);
  if (isAlways !== true) return false;
  const changes = opsOf(draft, transition).some((index) => {
    const op = draft.ops[index]?.op;
    return op === 'increment' || op === 'reset' || op === 'set' || op === 'raise';
  });
  return transition.targets.length > 0 || changes;
}

function told(draft: Draft, cycle: readonly number[]): { readonly state: string; readonly reason: string } {
  const sources = cycle.map((index) => draft.states[draft.transitions[index]?.source ?? 0]?.id ?? '');
  const kinds = cycle.map((index) => draft.transitions[index]?.event === NONE);
  const what = kinds.every((is) => is) ? 'an always cycle' : 'a cycle of always and of events that it raises';
  return { state: sources[0] ?? '', reason: `${what}: ${sources.join(' → ')}` };
}
