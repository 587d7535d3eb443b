import { type ChartEngine, type ChartTable, EventNumbers, RandomStream, type Saved } from '@dosetwin/twin';
import type { Sequence } from './compareBoard.js';

/** Around zero, and around where counters saturate; limits with their neighbours come on top. */
const COUNTER_EDGES = [0, 1, 254, 255];

export interface SequencePlan {
  /** States (configuration, counters, memory) at which the closure gives up. */
  readonly maxStates: number;
  readonly walks: number;
  /** Events of each walk. */
  readonly walkSteps: number;
  readonly seed: number;
}

export interface PlannedSequences {
  /** One step from each reachable state for each event, also with counters that no run may ever reach. */
  readonly closure: readonly Sequence[];
  readonly states: number;
  /** Whether every reachable state was met. */
  readonly complete: boolean;
  /** Long random ones, from the start. */
  readonly walks: readonly Sequence[];
}

/** What a chart is asked on a board: everything that can happen anywhere, and long random lives. */
export function sequencesOf(
  engine: ChartEngine,
  table: ChartTable,
  limits: Readonly<Record<string, number>>,
  plan: SequencePlan,
): PlannedSequences {
  const met = reachable(engine, table, limits, plan.maxStates);
  const events = [...table.events.keys()];
  const standings = [...met.states.values()].flatMap((saved) => [saved, ...withEdges(saved, table, limits)]);
  const distinct = [...new Map(standings.map((saved) => [JSON.stringify(saved), saved])).values()];
  return {
    closure: distinct.flatMap((from) => events.map((event) => ({ from, events: [event] }))),
    states: met.states.size,
    complete: met.complete,
    walks: Array.from({ length: plan.walks }, (_, walk) => {
      const luck = new RandomStream(plan.seed, table.chart, `walk ${walk}`);
      const steps = Array.from({ length: plan.walkSteps }, () => luck.integer(0, events.length - 1));
      return { from: null, events: steps };
    }),
  };
}

/** Breadth first from the start, every event at every state. */
function reachable(
  engine: ChartEngine,
  { events }: ChartTable,
  limits: Readonly<Record<string, number>>,
  maxStates: number,
): { readonly states: ReadonlyMap<string, Saved>; readonly complete: boolean } {
  const numbers = new EventNumbers(events);
  const names = [...events.keys()].map((event) => numbers.exampleOf(event));
  const states = new Map<string, Saved>();
  const queue = [engine.start(limits).state];
  let complete = true;
  const enter = (state: (typeof queue)[number]): void => {
    const saved = engine.save(state);
    const key = JSON.stringify(saved);
    if (states.has(key)) return;
    if (states.size >= maxStates) {
      complete = false;
      return;
    }
    states.set(key, saved);
    queue.push(state);
  };
  enter(queue.shift() as (typeof queue)[number]);
  for (let at = 0; at < queue.length; at++) {
    for (const name of names) enter(engine.step(queue[at] as (typeof queue)[number], name).state);
  }
  return { states, complete };
}

/** The same place with each counter in turn around zero, its ceiling and every limit. */
function withEdges(saved: Saved, table: ChartTable, limits: Readonly<Record<string, number>>): Saved[] {
  const { counters } = saved as { readonly counters: Readonly<Record<string, number>> };
  const around = table.limits.flatMap(({ name }) => [-1, 0, 1].map((by) => (limits[name] ?? 0) + by));
  const values = [...new Set([...COUNTER_EDGES, ...around])].filter((value) => value >= 0 && value <= 255);
  return table.counters.flatMap(({ name }) =>
    values.map((value) => ({ ...(saved as object), counters: { ...counters, [name]: value } }) as Saved),
  );
}
