import type { Region } from '../region/Region.js';
import type { Fidelity } from '../simulate/simulate.js';
import type { Design } from './Design.js';
import { judge, worthOf } from './Judgement.js';
import { kimNelson } from './kimNelson.js';
import type { Simulations } from './Simulations.js';
import type { Sited } from './Study.js';

/** Differences of worth below half a hundredth are none. */
const INDIFFERENCE = 0.005;
const ALPHA = 0.05;
const FIRST = 16;
const STEP = 16;
const LIMIT = 96;

/** Chooses among the designs for a number of machines by what they come to in the same futures (Z13). */
export async function select(
  region: Region,
  simulations: Simulations,
  fidelity: Fidelity,
  machines: number,
  designs: readonly Design[],
): Promise<Sited> {
  const observe = async (left: readonly number[], from: number, count: number) => {
    const wanted = left.map((i) => ({ plan: (designs[i] as Design).plan, fidelity, from, count }));
    return (await simulations.totals(wanted)).map((row) => row.map((totals) => worthOf(judge(region, totals))));
  };
  const choice = await kimNelson({
    designs: designs.length,
    observe,
    indifference: INDIFFERENCE,
    alpha: ALPHA,
    first: FIRST,
    step: STEP,
    limit: LIMIT,
  });
  return {
    machines,
    designs: designs.map((design, i) => {
      return { ...design, meanWorth: choice.means[i] as number, futures: choice.futuresBy[i] as number };
    }),
    chosen: choice.best,
    futures: choice.futures,
    isSure: choice.isSure,
  };
}
