import { RandomStream } from '@dosetwin/twin';
import type { Plan } from '../../Plan.js';
import type { Region } from '../../region/Region.js';
import { future } from '../../simulate/future.js';
import type { Totals } from '../../simulate/Totals.js';
import { type Block, blockKey, FUTURES_A_BLOCK, type RunBlocks } from '../Block.js';
import type { Design } from '../Design.js';
import type { StudyTools } from '../StudyTools.js';

/**
 * A model whose truth is known: whoever finds a cartridge at an open machine is reached, comes with the future's chance, and is
 * served but for jams. So the targets hold where enough machines open: a binomial.
 */
export function tinyRun(region: Region, seed: number): RunBlocks {
  return (blocks) => Promise.resolve(blocks.map((block) => totalsOf(region, seed, block)));
}

function totalsOf(region: Region, seed: number, { plan, overrides, from }: Block): readonly Totals[] {
  return Array.from({ length: FUTURES_A_BLOCK }, (_, i) => oneFuture(region, seed, from + i, plan, overrides));
}

function oneFuture(region: Region, seed: number, index: number, plan: Plan, overrides: Block['overrides']): Totals {
  const { values, open } = future(region, seed, index, overrides);
  const machines = plan.sites.reduce((sum, site) => sum + (open.has(site.candidate) ? site.machines : 0), 0);
  const people = region.places.reduce((sum, { id }) => sum + (values.get(`place.${id}.people`) as number), 0);
  const reached = Math.min(people, machines * region.machine.people);
  const due = reached * region.days * region.demand.dosesPerDay;
  const noise = new RandomStream(seed, 'tiny', 'luck').uniformAt(index);
  const came = Math.round(due * Math.min(1, (values.get('demand.comes') as number) * (0.99 + 0.02 * noise)));
  const jammed = Math.round(came * (values.get('machine.jam') as number));
  return {
    people,
    reached,
    ...{ tooFar: 0, notOpened: 0, full: people - reached, limited: 0 },
    machines,
    due,
    stayedAway: due - came,
    came,
    served: came - jammed,
    lostToDown: 0,
    lostToJam: jammed,
    lostToEmpty: 0,
    lostToPalm: 0,
    lostToClosed: 0,
    servedElsewhere: 0,
    travelled_m: came * 1000,
    faults: 0,
    down_min: 0,
    clearing_min: 0,
    waiting_min: 0,
    staff_min: came,
    technician_km: 0,
    cost: Math.round((machines * 10_000 * region.days) / 365),
  };
}

/** The first sites in the order of their ids, and the last: equally good. */
function sitesOf(region: Region, machines: number): Promise<readonly Design[]> {
  const ids = region.candidates.map(({ id }) => id);
  if (machines > ids.length) return Promise.resolve([]);
  const plan = (some: readonly string[]): Plan => ({ sites: some.map((id) => ({ candidate: id, machines: 1 })) });
  const design = { value: machines, bound: machines, isOptimal: true };
  const designs = [{ ...design, method: 'first', plan: plan(ids.slice(0, machines)) }];
  if (machines < ids.length) designs.push({ ...design, method: 'last', plan: plan(ids.slice(-machines)) });
  return Promise.resolve(designs);
}

export function tinyTools(region: Region, seed: number, run: RunBlocks = tinyRun(region, seed)): StudyTools {
  return { run, sites: (machines) => sitesOf(region, machines), km: () => 5, agree: () => Promise.resolve(AGREED) };
}

const AGREED = [
  { of: 'machines', against: 'visits', agrees: true, says: 'the same in every future' },
  { of: 'failures', against: 'machines', agrees: true, says: 'the same in every future' },
] as const;

/** Runs blocks in another order and one by one, counting them: what threads do. */
export function shuffledRun(run: RunBlocks, counts: Map<string, number>): RunBlocks {
  return async (blocks) => {
    const found = new Map<string, readonly Totals[]>();
    for (const block of [...blocks].reverse()) {
      counts.set(blockKey(block), (counts.get(blockKey(block)) ?? 0) + 1);
      const [totals = []] = await run([block]);
      found.set(blockKey(block), totals);
    }
    return blocks.map((block) => found.get(blockKey(block)) ?? []);
  };
}
