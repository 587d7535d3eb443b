import type { Region } from '../region/Region.js';
import { agreement } from '../simulate/agreement.js';
import { kmOf } from './kmOf.js';
import { oneByOneDesign } from './oneByOneDesign.js';
import type { StudyTools } from './StudyTools.js';

/** Futures in which the fidelities are held against each other. */
const AGREEMENT_FUTURES = 24;

/** The tools of a region's study but for who simulates: the same in a terminal and in a page. */
export function regionTools(region: Region, seed: number): Omit<StudyTools, 'run' | 'onStep'> {
  const km = kmOf(region);
  return {
    km,
    sites: (machines) => {
      const quick = oneByOneDesign(region, km, machines);
      return Promise.resolve(quick === null ? [] : [quick]);
    },
    agree: (plan) => Promise.resolve(agreement(region, plan, seed, AGREEMENT_FUTURES)),
  };
}
