import { type ChartTable, NONE, type TableTransition } from '../ChartTable.js';

/** A table before its bounds are known. */
export type Draft = Omit<ChartTable, 'bounds'>;

/** The state, and all that is entered below it by default. */
function withDefaults(draft: Draft, state: number, into: Set<number>): void {
  into.add(state);
  const { kind, initial, children } = draft.states[state] as Draft['states'][number];
  if (kind === 'compound') withDefaults(draft, initial, into);
  else if (kind === 'parallel') for (const child of children) withDefaults(draft, child, into);
}

/** Every state that a transition may enter, whatever is remembered: never too few. */
export function enteredBy(draft: Draft, { targets, domain }: TableTransition): Set<number> {
  const entered = new Set<number>();
  const { states } = draft;
  for (const target of targets) {
    const { kind, parent, last } = states[target] as Draft['states'][number];
    const isHistory = kind === 'deep-history' || kind === 'shallow-history';
    if (isHistory) for (let state = parent; state <= (states[parent]?.last ?? last); state++) entered.add(state);
    else withDefaults(draft, target, entered);
    for (let above = isHistory ? parent : (states[target]?.parent ?? NONE); above !== NONE; ) {
      const ancestor = states[above] as Draft['states'][number];
      if (ancestor.kind === 'parallel') for (const child of ancestor.children) withDefaults(draft, child, entered);
      if (above === domain) break;
      entered.add(above);
      above = ancestor.parent;
    }
  }
  return entered;
}

/** Every state that a transition may leave: never too few. */
export function leftBy(draft: Draft, { targets, domain }: TableTransition): Set<number> {
  const left = new Set<number>();
  if (targets.length === 0) return left;
  const to = domain === NONE ? draft.states.length - 1 : (draft.states[domain]?.last ?? NONE);
  for (let state = domain + 1; state <= to; state++) left.add(state);
  return left;
}

/** Operations that a transition may run, with those of the states that it leaves and enters. */
export function opsOf(draft: Draft, transition: TableTransition): number[] {
  const { states } = draft;
  return [
    ...[...leftBy(draft, transition)].flatMap((state) => states[state]?.exit ?? []),
    ...transition.ops,
    ...[...enteredBy(draft, transition)].flatMap((state) => [
      ...(states[state]?.entry ?? []),
      ...(states[state]?.initialOps ?? []),
    ]),
  ];
}

/** Every event that a transition may raise, once for each time: by its operations, and because states are done. */
export function raisedBy(draft: Draft, transition: TableTransition): number[] {
  const raised: number[] = [];
  for (const index of opsOf(draft, transition)) {
    const op = draft.ops[index];
    if (op?.op === 'raise') raised.push(op.event);
  }
  const done = new Set<number>();
  for (const state of enteredBy(draft, transition)) {
    const { kind, parent } = draft.states[state] as Draft['states'][number];
    if (kind !== 'final') continue;
    for (let above = parent; above !== NONE; above = draft.states[above]?.parent ?? NONE) {
      if (above === parent || draft.states[above]?.kind === 'parallel') done.add(above);
    }
  }
  for (const state of done) raised.push(draft.states[state]?.done ?? NONE);
  return raised;
}
