import type { ChartTable } from '@dosetwin/twin';
import { CannotEmit } from './CannotEmit.js';

/** No table can ask for more: indices in the ring of raised events are bytes. */
const MOST_RAISED = 255;

/**
 * `chart_limits.h`: the most that any table of a program needs, so that the interpreter holds as much ready and no more.
 * `mostRaised` caps the queue of raised events, whose bound is generous; a step that needed more would be a `CHART_FAULT`.
 */
export function emitLimits(tables: readonly ChartTable[], mostRaised = MOST_RAISED): string {
  const most = (of: (table: ChartTable) => number) => Math.max(1, ...tables.map(of));
  const raised = most(({ bounds }) => bounds.raised);
  // In an array of one, gcc takes the loop that turns a list of transitions round for a mistake.
  const leaves = Math.max(
    2,
    most(({ bounds }) => bounds.leaves),
  );
  const widest = tables.find(({ bounds }) => bounds.raised > mostRaised);
  if (widest && mostRaised === MOST_RAISED) {
    throw new CannotEmit(widest.chart, `one step may raise ${widest.bounds.raised} events, at most ${MOST_RAISED}`);
  }
  return `${[
    `/* The most that the charts ${tables.map(({ chart }) => chart).join(', ')} need, written by firmware-bridge/src/emit. */`,
    '#ifndef CHART_LIMITS_H',
    '#define CHART_LIMITS_H',
    '',
    `#define CHART_MAX_STATES ${most(({ states }) => states.length)}u`,
    `#define CHART_MAX_LEAVES ${leaves}u`,
    `#define CHART_MAX_RAISED ${Math.min(raised, mostRaised)}u`,
    '',
    '#endif',
  ].join('\n')}\n`;
}
