import type { ComparedMeasure } from '@dosetwin/scenarios';

/** What every reader asks for first, whether it differs or not. */
const ALWAYS = new Set(['due', 'did-not-come', 'served', 'left-without']);

/** The measures worth a row: those that every reader asks for, and whatever differs. */
export function shownMeasures(measures: readonly ComparedMeasure[]): readonly ComparedMeasure[] {
  return measures.filter(({ name, differs }) => differs || ALWAYS.has(name));
}
