import type { Region } from '../region/Region.js';
import type { Fidelity } from '../simulate/simulate.js';
import { answerInWords } from './answerInWords.js';
import { Judging } from './Judging.js';
import { notesOf } from './notesOf.js';
import { firstNumbers, gapsBelow, nextNumber, rangeOf } from './numbersOf.js';
import { reachOf } from './reachOf.js';
import { robustnessOf } from './robustnessOf.js';
import { Simulations } from './Simulations.js';
import type { Agreement, Fidelities, JudgedPlan, Study } from './Study.js';
import type { StudyOptions, StudyTools } from './StudyTools.js';
import { type Screened, screen } from './screen.js';
import { standingOf } from './standingOf.js';

/**
 * Studies a region in the steps of Z11. A pure function of region, seed, options and what the tools compute: the same digits with
 * any number of workers, begun anew or gone on with. Throws what the tools throw, and a RangeError where there is nowhere to site.
 */
export async function runStudy(region: Region, tools: StudyTools, options: StudyOptions): Promise<Study> {
  const simulations = new Simulations(tools.run);
  tools.onStep?.('screen');
  const [least, most] = options.machines ?? rangeOf(region);
  const screened = screen(
    region,
    tools.km,
    Array.from({ length: most - least + 1 }, (_, i) => least + i),
  );
  const fidelities = await fidelitiesOf(region, tools, screened);
  tools.onFidelities?.(fidelities);
  const judging = new Judging({ region, tools, simulations, fidelities, precision: options.precision });
  await judgeAll(region, judging, screened, tools);
  const plans = judging.plans();
  const answer = answerInWords(region, screened, plans, judging.isLimited);
  const place = plans.findIndex(({ machines }) => machines === (answer.machines ?? answer.impossible?.machines));
  const reach = reachOf(region, (plans[place] as JudgedPlan).plan);
  tools.onStep?.('robust');
  const robustness = await robustnessOf({
    region,
    seed: options.seed,
    simulations,
    fidelity: fidelities.screening,
    plans,
    place,
  });
  return {
    region: region.id,
    seed: options.seed,
    precision: options.precision,
    answer,
    digest: simulations.digest(),
    futures: simulations.futures,
    fidelities,
    screened,
    sited: judging.sited(),
    improved: judging.improved(),
    plans,
    reach,
    notes: notesOf(region, reach),
    robustness,
  };
}

/** Judges numbers until none is left between which the answer may lie, and the deciding ones are as sure as asked for. */
async function judgeAll(region: Region, judging: Judging, screened: readonly Screened[], tools: StudyTools): Promise<void> {
  const standing = () => standingOf(judging.plans(), region.targets.confidence);
  const most = screened.at(-1)?.machines ?? 0;
  await judging.look(firstNumbers(region, screened));
  for (;;) {
    tools.onPlans?.(judging.plans());
    const { machines, interval } = standing();
    const [low, high] = interval;
    const up = () => nextNumber(judging.numbers(), most);
    const next = machines === null ? up() : null;
    const gaps = next === null ? gapsBelow(judging.numbers(), [low, machines]) : [next];
    if (gaps.length > 0) {
      await judging.look(gaps);
      continue;
    }
    const worthImproving = judging.unimproved(standing(), most);
    if (worthImproving.length > 0) {
      tools.onStep?.('improve');
      await judging.improve(worthImproving);
      continue;
    }
    tools.onStep?.('judge');
    if (await judging.sharpen(standing())) continue;
    // As sure as was asked for; where none is surely enough yet, one farther up may be.
    const farther = high === null ? up() : null;
    const rest = farther === null ? gapsBelow(judging.numbers(), [high]) : [farther];
    if (rest.length === 0) return;
    await judging.look(rest);
  }
}

/** The fastest fidelity that agrees with all above it screens; plans are judged machine by machine where that agrees (Z10). */
async function fidelitiesOf(region: Region, tools: StudyTools, screened: readonly Screened[]): Promise<Fidelities> {
  tools.onStep?.('agree');
  const { targets } = region;
  const likely =
    screened.find(({ reached, served }) => reached >= targets.reached && served >= targets.served) ?? screened.at(-1);
  const [design] = await tools.sites(likely?.machines ?? 1);
  if (design === undefined) throw new RangeError(`the region ${region.id} has no site for a machine`);
  const agreements = await tools.agree(design.plan);
  const isGood = (one: Fidelity) => agreements.some(({ of, agrees }: Agreement) => of === one && agrees);
  const judging = isGood('machines') ? 'machines' : 'visits';
  return { judging, screening: isGood('machines') && isGood('failures') ? 'failures' : judging, agreements };
}
