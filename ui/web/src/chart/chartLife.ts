import type { ChartGraph } from '@dosetwin/reports';
import type { BenchEntry } from '../trace/BenchEntry.js';
import type { TraceIndex } from '../trace/TraceIndex.js';

/** What has become of a chart by an instant: where it stands, and what it has passed through since the scenario's start. */
export interface ChartLife {
  /** Paths of the active states with all their parents. */
  readonly active: ReadonlySet<string>;
  readonly passed: ReadonlySet<string>;
  /** Ids of transitions that were taken. */
  readonly taken: ReadonlySet<string>;
  /** The transition taken last. */
  readonly last: string | null;
  /** `null`: a board's status does not tell of them. */
  readonly counters: Readonly<Record<string, number>> | null;
}

export function chartLife(trace: TraceIndex, source: string, graph: ChartGraph, t_us: number): ChartLife {
  const entries = trace.between(0, t_us, source, 'state');
  const passed = new Set<string>();
  const taken = new Set<string>();
  let last: string | null = null;
  let before = new Set<string>();
  for (const entry of entries) {
    const now = withParents(String(entry.payload.is));
    for (const path of now) passed.add(path);
    for (const id of takenBy(graph, before, now, String(entry.payload.on ?? ''), passed)) {
      taken.add(id);
      last = id;
    }
    before = now;
  }
  return { active: before, passed, taken, last, counters: countersOf(entries.at(-1)) };
}

/** `a.b,c` stands in a, a.b and c. */
export function withParents(is: string): Set<string> {
  const paths = new Set<string>();
  for (const leaf of is.split(',')) {
    const parts = leaf.split('.');
    parts.forEach((_, place) => {
      paths.add(parts.slice(0, place + 1).join('.'));
    });
  }
  return paths;
}

/** The drawn transitions that led from one configuration to the next: the one of its event, then those taken at once. */
function takenBy(
  graph: ChartGraph,
  before: ReadonlySet<string>,
  now: ReadonlySet<string>,
  on: string,
  passed: Set<string>,
): string[] {
  const first = graph.edges.filter((edge) => before.has(edge.from) && edge.on === on);
  const straight = first.find((edge) => now.has(edge.to));
  if (straight !== undefined) return [straight.id];
  for (const edge of first) {
    const next = graph.edges.find((one) => one.on === '' && isWithin(edge.to, one.from) && now.has(one.to));
    if (next !== undefined) {
      for (const path of withParents(edge.to)) passed.add(path);
      return [edge.id, next.id];
    }
  }
  return [];
}

function isWithin(path: string, group: string): boolean {
  return path === group || path.startsWith(`${group}.`);
}

function countersOf(entry: BenchEntry | undefined): Record<string, number> | null {
  if (entry?.payload.on === 'read') return null;
  const counters: Record<string, number> = {};
  for (const [key, value] of Object.entries(entry?.payload ?? {})) {
    if (key.startsWith('counter.')) counters[key.slice('counter.'.length)] = Number(value);
  }
  return counters;
}
