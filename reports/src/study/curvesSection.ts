import type { JudgedPlan, Region, Study } from '@dosetwin/scenarios';
import { pageSection } from '../incident/pageSection.js';
import { type Markup, markup } from '../markup/Markup.js';
import { type CurvePoint, curve } from './curve.js';
import { MEASURE_WORDS, measuresTold } from './measureWords.js';

/** Machines against what they bring: first the share of futures that decides, then each measure by itself. */
export function curvesSection(study: Study, region: Region): Markup {
  const deciding = study.plans.map(({ machines, share, interval: [low, high] }): CurvePoint => {
    return { at: machines, value: share * 100, inner: [low * 100, high * 100], outer: null };
  });
  const { targets } = region;
  const chosen = study.answer.machines ?? study.answer.impossible?.machines ?? null;
  const goals: Partial<Record<keyof typeof MEASURE_WORDS, number>> = {
    served: targets.served * 100,
    reached: targets.reached * 100,
    ...(targets.meanKm !== undefined && { meanKm: targets.meanKm }),
    ...(region.budget.costPerYear !== undefined && { costPerYear: region.budget.costPerYear / 1000 }),
  };
  const main = (width: number, height: number) =>
    curve(deciding, {
      width,
      height,
      chosen,
      goal: targets.confidence * 100,
      goalSays: 'asked for',
      range: [0, 100],
      whiskers: true,
    });
  const small = measuresTold(study).map((measure) => {
    const { says, unit } = MEASURE_WORDS[measure];
    const goal = goals[measure] ?? null;
    const points = study.plans.map((plan) => pointOf(plan, measure));
    const drawing = curve(points, {
      width: 300,
      height: 170,
      chosen,
      goal,
      goalSays: goal === null ? '' : 'target',
      range: null,
      whiskers: false,
    });
    return markup`<figure><figcaption><h3>${says}</h3><span class="quiet">${unit}</span></figcaption><div class="drawing">${drawing}</div></figure>
`;
  });
  return pageSection(
    'Machines, and what they bring',
    markup`Each number of machines with the best plan found for it, in the same futures. Whiskers: the 95 % interval of the share. Bands hold 70 and 95 of 100 futures: they say how differently things may turn out, not how well the mean is known.`,
    markup`<figure class="deciding"><figcaption><h3>Futures in which all targets hold</h3><span class="quiet">of 100</span></figcaption>
<div class="drawing wide">${main(760, 260)}</div><div class="drawing narrow">${main(340, 230)}</div></figure>
<div class="curves">${small}</div>${remarks(study).map((remark) => markup`<p class="quiet remark">${remark}</p>`)}`,
  );
}

/** What a reader would stumble over. */
function remarks(study: Study): readonly string[] {
  const { plans, answer } = study;
  const chosen = plans.find(({ machines }) => machines === answer.machines);
  const worse = plans.filter(({ machines, interval }) => chosen && machines > chosen.machines && interval[1] < chosen.share);
  const more =
    'More machines may hold all targets less often: they bring more people within reach, of whom those who live far off or near a site with short hours get fewer of their doses. Only plans near the answer were improved on.';
  const near =
    'People live at the middle of their place and come from other places by road, winter road or ferry. Hardly anybody does here: the mean way is under 100 m, and is left out.';
  return [...(worse.length > 0 ? [more] : []), ...(measuresTold(study).includes('meanKm') ? [] : [near])];
}

function pointOf({ machines, bands }: JudgedPlan, measure: keyof typeof MEASURE_WORDS): CurvePoint {
  const { mean, low95, low70, high70, high95 } = bands[measure];
  const { scale } = MEASURE_WORDS[measure];
  return { at: machines, value: mean * scale, inner: [low70 * scale, high70 * scale], outer: [low95 * scale, high95 * scale] };
}
