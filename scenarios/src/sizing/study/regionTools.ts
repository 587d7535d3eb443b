import type { Highs } from 'highs';
import type { Region } from '../region/Region.js';
import { agreement } from '../simulate/agreement.js';
import { planKey } from './Block.js';
import type { Design } from './Design.js';
import { exactDesigns } from './exactDesigns.js';
import { kmOf } from './kmOf.js';
import { oneByOneDesign } from './oneByOneDesign.js';
import type { StudyTools } from './StudyTools.js';

/** Futures in which the fidelities are held against each other. */
const AGREEMENT_FUTURES = 24;

/** The tools of a region's study but for who simulates: the same in a terminal and in a page. Without HiGHS plans are sited one by one. */
export function regionTools(region: Region, seed: number, highs: Highs | null = null): Omit<StudyTools, 'run' | 'onStep'> {
  const km = kmOf(region);
  const exact = highs === null ? null : exactDesigns({ highs, region, km, seed });
  return {
    km,
    sites: (machines) => {
      const quick = oneByOneDesign(region, km, machines);
      return Promise.resolve(quick === null ? [] : distinct([...(exact?.(machines) ?? []), quick]));
    },
    agree: (plan) => Promise.resolve(agreement(region, plan, seed, AGREEMENT_FUTURES)),
  };
}

/** The first of each plan: two methods may come to the same. */
function distinct(designs: readonly Design[]): readonly Design[] {
  const keys = designs.map(({ plan }) => planKey(plan));
  return designs.filter((_, i) => keys.indexOf(keys[i] as string) === i);
}
