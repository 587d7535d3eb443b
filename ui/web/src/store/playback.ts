import type { BenchEntry } from '../trace/BenchEntry.js';
import type { TraceIndex } from '../trace/TraceIndex.js';
import { SPEEDS, type Speed } from './BenchState.js';
import { bench } from './bench.js';

const LOOP_US = 10_000_000;

/** Shows the instant `t_us`, as far as the run has come; what is shown has been lived. */
export function goTo(t_us: number): void {
  bench.setState(({ reached_us, horizon_us }) => {
    const playhead_us = Math.round(Math.min(Math.max(0, t_us), reached_us));
    return { playhead_us, horizon_us: Math.max(horizon_us, playhead_us) };
  });
}

/** A person takes the playhead: the tour and the playing end. What is not run yet is shown once it is. */
export function seek(t_us: number): void {
  bench.setState(({ reached_us, facts }) => {
    const isBeyond = facts !== null && t_us > reached_us && reached_us < facts.length_us;
    return { playing: false, tour: null, wanted_us: isBeyond ? Math.min(Math.round(t_us), facts.length_us) : null };
  });
  goTo(t_us);
}

export function play(): void {
  const { facts, playhead_us } = bench.getState();
  if (facts === null) return;
  if (playhead_us >= facts.length_us) goTo(0);
  bench.setState({ playing: true, wanted_us: null });
}

export function pause(): void {
  bench.setState({ playing: false, tour: null });
}

export function togglePlay(): void {
  if (bench.getState().playing) pause();
  else play();
}

/** To the event after the playhead, or before it: instants at which the host, a person or a chart says something. */
export function stepEvent(direction: 1 | -1): void {
  const { trace, playhead_us, region } = bench.getState();
  const { entries } = trace;
  const counts = (place: number) => {
    const entry = entries[place];
    if (entry === undefined || entry.t_us === playhead_us) return false;
    return region ? isNewsOfRegion(entry) : entry.kind !== 'cam' && entry.kind !== 'drive';
  };
  let place = direction === 1 ? trace.countAt(playhead_us) : trace.countAt(playhead_us - 1) - 1;
  while (place >= 0 && place < entries.length && !counts(place)) place += direction;
  const entry = entries[place];
  if (entry !== undefined) seek(entry.t_us);
}

export function stepBy(us: number): void {
  seek(bench.getState().playhead_us + us);
}

export function setSpeed(speed: Speed): void {
  bench.setState({ speed });
}

export function changeSpeed(by: 1 | -1): void {
  const place = SPEEDS.indexOf(bench.getState().speed) + by;
  const speed = SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, place))];
  if (speed !== undefined) setSpeed(speed);
}

export function toggleLoop(): void {
  bench.setState(({ loop, playhead_us }) => ({
    loop: loop === null ? { from_us: Math.max(0, playhead_us - LOOP_US), to_us: playhead_us } : null,
  }));
}

/** What changes the map of a region: a jam, a ticket, and whoever helps. */
function isNewsOfRegion({ level, source, kind }: BenchEntry): boolean {
  if (kind === 'jam' || kind.startsWith('round-')) return true;
  return level === 3 && kind === 'state' && (source.endsWith('/ticket') || (!source.includes('/') && isHelper(source)));
}

function isHelper(source: string): boolean {
  return bench.getState().facts?.contacts.some(({ id }) => id === source) ?? false;
}

/** To the first jam after the playhead, or the first of all: of the machine shown, or of the whole region. */
export function goToJam(): void {
  const { trace, machine, region, facts, playhead_us } = bench.getState();
  const machines = region ? (facts?.machines.map(({ id }) => id) ?? []) : [machine];
  const jam = firstJam(trace, machines, playhead_us) ?? firstJam(trace, machines, -1);
  if (jam === undefined) return;
  bench.setState({ machine: jam.source.split('/')[0] ?? machine });
  seek(jam.t_us);
}

/** The first jam of any of these machines after an instant. */
export function firstJam(trace: TraceIndex, machines: readonly string[], after_us: number): BenchEntry | undefined {
  const jams = machines.flatMap((machine) => trace.next(after_us, `${machine}/session`, 'jam') ?? []);
  return jams.sort((a, b) => a.t_us - b.t_us)[0];
}
