import type { Session } from 'node:inspector/promises';

/** What a function belongs to, by the folder of its file. */
const GROUPS: readonly (readonly [string, RegExp])[] = [
  ['queue and luck', /\/twin\/src\/kernel\/|stdlib|noble/],
  ['charts', /\/twin\/src\/(engine|charts)\//],
  ['parts', /\/twin\/src\//],
  ['measures', /\/scenarios\/src\/measures\//],
];

/** Runs something under the sampling profiler and says which share of its time each part of the house took itself. */
export async function sharesOf(session: Session, run: () => Promise<unknown>): Promise<string> {
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  await run();
  const { profile } = await session.post('Profiler.stop');
  const nodes = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
  const spent = new Map<string, number>();
  let all = 0;
  for (const [place, id] of (profile.samples ?? []).entries()) {
    const frame = nodes.get(id);
    const us = profile.timeDeltas?.[place] ?? 0;
    const group = groupOf(frame?.url ?? '', frame?.functionName ?? '');
    if (group === null) continue;
    all += us;
    spent.set(group, (spent.get(group) ?? 0) + us);
  }
  return [...spent]
    .sort(([, a], [, b]) => b - a)
    .map(([group, us]) => `${group} ${Math.round((100 * us) / all)} %`)
    .join(', ');
}

function groupOf(url: string, name: string): string | null {
  if (name === '(idle)' || name === '(program)') return null;
  if (name === '(garbage collector)') return 'memory';
  return GROUPS.find(([, pattern]) => pattern.test(url))?.[0] ?? 'other';
}
