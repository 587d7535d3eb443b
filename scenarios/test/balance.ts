import type { TraceEntry } from '@dosetwin/twin';
import type { Run } from '../src/run/Run.js';

interface Count {
  readonly loaded: number;
  readonly dispensed: number;
  readonly rejected: number;
  readonly remaining: number;
  readonly unknown: number;
}

/** Longer than the idle poll grid of one second (SPEC H4). */
const US_FOR_POLL = 2_000_000;

/** What a run did that it must never do, in words: an empty list is a run that keeps SPEC H6 and H7. */
export function brokenPromises(run: Run): string[] {
  return [...ordersBegunTwice(run.entries), ...run.spec.machines.flatMap(({ id }) => imbalances(run, id))];
}

function ordersBegunTwice(entries: readonly TraceEntry[]): string[] {
  const begun = new Set<string>();
  const twice: string[] = [];
  for (const { source, kind, payload, t_us } of entries) {
    if (kind !== 'phase' || payload.phase !== 'moving') continue;
    const order = `${source} order ${payload.order}`;
    if (begun.has(order)) twice.push(`${order} began again at ${t_us} µs`);
    begun.add(order);
  }
  return twice;
}

/**
 * Holds the host's last count of each cartridge against the mechanism's truth: what the host believes to have left the coil
 * and what truly left it differ by no more than what it says is unknown, and what the beam missed or made up.
 */
function imbalances(run: Run, machine: string): string[] {
  const problems: string[] = [];
  const lies = liesOfTheBeam(run.entries, machine);
  const moving = lanesInMotion(run.entries, machine, run.now_us);
  for (const [cartridge, count] of latestCounts(run.entries, machine)) {
    if (moving.has(cartridge)) continue;
    const { loaded, dispensed, rejected, remaining, unknown } = count;
    const truth = run.world.body(machine).truth(cartridge);
    const say = (what: string) => problems.push(`${machine} ${cartridge}: ${what}: ${JSON.stringify({ count, truth, lies })}`);
    if (loaded !== dispensed + rejected + remaining + unknown) say('the count does not add up');
    if (Math.min(loaded, dispensed, rejected, remaining, unknown) < 0) say('a negative count');
    if (truth.loaded !== truth.onCoil + truth.falling + truth.inBox + truth.taken + truth.rejected)
      say('the truth does not add up');
    if (truth.loaded !== loaded) say('loaded differs');
    const left = truth.loaded - truth.onCoil;
    const most = dispensed + rejected + unknown + lies.missed;
    if (left > most) say(`${left} left the coil, at most ${most} are accounted for`);
    const least = dispensed + rejected - lies.madeUp;
    if (left < least) say(`${left} left the coil, at least ${least} are said to have`);
  }
  return problems;
}

/**
 * Lanes whose truth the host cannot know yet: an order moves, its end lies within the host's poll grid, or somebody freed it
 * in a visit that has not come to the count (freeing can take one more package off the coil).
 */
function lanesInMotion(entries: readonly TraceEntry[], machine: string, now_us: number): Set<number> {
  const last = new Map<number, TraceEntry>();
  let isVisited = false;
  for (const entry of entries) {
    if (entry.source === `${machine}/ticket` && entry.kind === 'state') isVisited = String(entry.payload.is).startsWith('visit');
    if (entry.source === `${machine}/mailbox` && entry.kind === 'phase') last.set(entry.payload.cartridge as number, entry);
    if (entry.source === `${machine}/mechanism` && ['free', 'load', 'unload'].includes(entry.kind))
      last.set(entry.payload.cartridge as number, entry);
  }
  const settles = (entry: TraceEntry) =>
    entry.payload.phase === 'moving' || now_us - entry.t_us < US_FOR_POLL || (isVisited && entry.kind === 'free');
  return new Set([...last].filter(([, entry]) => settles(entry)).map(([cartridge]) => cartridge));
}

function latestCounts(entries: readonly TraceEntry[], machine: string): Map<number, Count> {
  const latest = new Map<number, Count>();
  for (const { source, kind, payload } of entries) {
    if (kind === 'count' && source === `${machine}/inventory`)
      latest.set(payload.cartridge as number, payload as unknown as Count);
  }
  return latest;
}

/** Packages that fell past an unbroken beam, and breaks of the beam when none fell past it. */
function liesOfTheBeam(entries: readonly TraceEntry[], machine: string): { readonly missed: number; readonly madeUp: number } {
  const mine = entries.filter(({ source }) => source === `${machine}/mechanism`);
  const passes = mine.filter(({ kind }) => kind === 'release').map(({ t_us, payload }) => t_us + (payload.fall_us as number));
  const breaks = mine.filter(({ kind, payload }) => kind === 'beam' && payload.broken === true).map(({ t_us }) => t_us);
  return {
    missed: passes.filter((t_us) => !breaks.includes(t_us)).length,
    madeUp: breaks.filter((t_us) => !passes.includes(t_us)).length,
  };
}
