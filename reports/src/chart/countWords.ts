import { counted } from '@dosetwin/scenarios';
import type { ChartTable } from '@dosetwin/twin';

/** How large a chart is; neither the chart as a whole nor the way into it is counted. */
export interface ChartCounts {
  readonly states: number;
  readonly transitions: number;
  readonly counters: number;
  readonly timers: number;
}

export function countsOf({ states, transitions, counters, timers }: ChartTable): ChartCounts {
  return {
    states: states.length - 1,
    transitions: transitions.length - 1,
    counters: counters.length,
    timers: timers.length,
  };
}

/** `41 states, 57 transitions, 2 counters, 14 timers`; what it has none of is left out. */
export function countWords({ states, transitions, counters, timers }: ChartCounts): string {
  return [
    counted(states, 'state'),
    counted(transitions, 'transition'),
    ...(counters > 0 ? [counted(counters, 'counter')] : []),
    ...(timers > 0 ? [counted(timers, 'timer')] : []),
  ].join(', ');
}
