import { type ChartTable, type Disagreement, EventNumbers, type WayStep } from '@dosetwin/twin';
import type { ChartMarks } from './chartDrawing.js';
import { graphOf, pathOf } from './graphOf.js';

/** What of a disagreement stands out on its chart, and which of its steps took which transition. */
export interface WayMarks extends ChartMarks {
  /** By edge: the numbers of the steps that took it, from 1. */
  readonly steps: ReadonlyMap<string, readonly number[]>;
}

/**
 * States that were passed; where the two engines stand apart, where the reference stands (`expected`) and where the other
 * stands (`strange`); where they stand together and yet disagree, `strange expected`.
 */
export function wayMarks({ table, way, answers }: Disagreement): WayMarks {
  const [expected, said] = answers.map(({ active }) => new Set(active)) as [Set<string>, Set<string>];
  const states = new Map<string, string>();
  for (const { before, after } of way) for (const id of [...before, ...after]) states.set(id, 'passed');
  const apart = [...expected, ...said].some((id) => !expected.has(id) || !said.has(id));
  for (const id of expected) if (!apart || !said.has(id)) states.set(id, apart ? 'expected' : 'strange expected');
  for (const id of said) if (!expected.has(id)) states.set(id, 'strange');

  const steps = new Map<string, number[]>();
  for (const [i, step] of way.entries()) {
    for (const edge of edgesOf(table, step)) steps.set(edge, [...(steps.get(edge) ?? []), i + 1]);
  }
  return { states, edges: new Map([...steps.keys()].map((edge) => [edge, 'taken'])), steps };
}

/** Edges that a step may have taken: from what was active, by its event, to what was active afterwards. */
function edgesOf(table: ChartTable, { event, before, after }: WayStep): string[] {
  if (event === null) return [];
  const number = new EventNumbers(table.events).numberOf(event);
  const active = table.states.flatMap((_, state) => (holds(pathOf(table, state), before) ? [state] : []));
  const asked = active.flatMap((state) => table.states[state]?.on.find((one) => one.event === number)?.transitions ?? []);
  const leading = asked.filter((transition) => table.transitions[transition]?.targets.length !== 0);
  const arrived = leading.filter((transition) =>
    table.transitions[transition]?.targets.some((target) => holds(pathOf(table, target), after)),
  );
  const taken = new Set((arrived.length > 0 ? arrived : leading).map(String));
  return graphOf(table).edges.flatMap(({ id }) => (taken.has(id.split('/')[2] ?? '') ? [id] : []));
}

/** Whether one of the leaves lies at this path or inside it. */
function holds(path: string, leaves: readonly string[]): boolean {
  return leaves.some((leaf) => path === '' || leaf === path || leaf.startsWith(`${path}.`));
}
