import type { ChartEffect, TimerEffect } from '../ChartEngine.js';
import { type ChartTable, NONE, type TableState } from '../ChartTable.js';
import type { Configuration } from '../Configuration.js';

/** What one engine says of a step, in words for people. */
export interface EngineAnswer {
  readonly engine: string;
  /** Paths of the active leaves, as in the trace; empty where the engine failed. */
  readonly active: readonly string[];
  /** Where it stands, its counters, what it remembers, then its effects in order; one thing a line. */
  readonly lines: readonly string[];
}

export interface EngineSays {
  readonly engine: string;
  readonly table: ChartTable;
  readonly configuration: Configuration;
  readonly counters: Readonly<Record<string, number>>;
  readonly effects: readonly (ChartEffect | TimerEffect)[];
}

export function answerOf({ engine, table, configuration, counters, effects }: EngineSays): EngineAnswer {
  const active = configuration.leaves.map((leaf) => pathOf(table, leaf));
  const histories = table.states.flatMap(({ kind }, state) => (kind.endsWith('history') ? [state] : []));
  return {
    engine,
    active,
    lines: [
      ...active.map((path) => `in ${path}`),
      ...(configuration.done ? ['done'] : []),
      ...Object.entries(counters).map(([name, value]) => `${name} = ${value}`),
      ...histories.flatMap((history, slot) => {
        const states = configuration.remembered[slot] ?? [];
        const paths = states.map((state) => pathOf(table, state)).join(', ');
        return paths === '' ? [] : [`${pathOf(table, history)} remembers ${paths}`];
      }),
      ...(effects.length === 0 ? ['no effect'] : effects.map(effectLine)),
    ],
  };
}

/** Keys from the root downwards, without the root's. */
function pathOf({ states }: ChartTable, state: number): string {
  const path = (at: number): string[] => {
    const { parent, key } = states[at] as TableState;
    return parent === NONE ? [] : [...path(parent), key];
  };
  return path(state).join('.');
}

function effectLine(effect: ChartEffect | TimerEffect): string {
  if (effect.type === 'set-timer') return `set ${timerWords(effect.id)}`;
  if (effect.type === 'cancel-timer') return `cancel ${timerWords(effect.id)}`;
  const { with: slots, ...words } = effect.params;
  const along = Array.isArray(slots) && slots.length > 0 ? [`(${slots.join(', ')})`] : [];
  return [effect.type, ...Object.values(words).map(String), ...along].join(' ');
}

/** `xstate.after.lossNoticedMs.link.silent` is `lossNoticedMs of link.silent`. */
function timerWords(id: string): string {
  return id.replace(/^xstate\.after\.([^.]+)\./, '$1 of ');
}
