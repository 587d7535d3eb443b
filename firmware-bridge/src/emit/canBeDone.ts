import { type ChartTable, NONE } from '@dosetwin/twin';

/** Whether some final state can end the whole chart: one below the root, with nothing but parallel states between. */
export function canBeDone({ states }: ChartTable): boolean {
  const parentOf = (state: number): number => states[state]?.parent ?? NONE;
  return states.some(({ kind, parent }) => {
    if (kind !== 'final') return false;
    let above = states[parent]?.kind === 'compound' ? parentOf(parent) : parent;
    while (above !== NONE && states[above]?.kind === 'parallel') above = parentOf(above);
    return above === NONE;
  });
}
