import { countedMachines, inHundred, isSmall, type JudgedPlan, type Plan, type Region, type Study } from '@dosetwin/scenarios';
import { pageSection } from '../incident/pageSection.js';
import { type Markup, markup } from '../markup/Markup.js';
import { MEASURE_WORDS, measuresTold, shownMeasure } from './measureWords.js';
import { siteName } from './siteName.js';

const LEFT_OUT = 'servedOfAll';

/** Every plan that was judged, and the sites of the one that answers. */
export function plansSection(study: Study, region: Region): Markup {
  const chosen = study.answer.machines ?? study.answer.impossible?.machines;
  const measures = measuresTold(study).filter((measure) => measure !== LEFT_OUT);
  return pageSection(
    'Plans compared',
    markup`All in the same futures, other than those in which they were chosen. A mean, below it the range of 95 of 100 futures. “Optimal” is said of siting by distance and chance, where its bound and its value meet.`,
    markup`<div class="wide"><table class="plans"><thead><tr><th scope="col">machines</th><th scope="col" class="number">futures held</th>${measures.map((measure) => markup`<th scope="col" class="number">${MEASURE_WORDS[measure].says}, ${MEASURE_WORDS[measure].unit}</th>`)}<th scope="col">how it was sited</th><th scope="col" class="number">futures</th></tr></thead><tbody>${study.plans.map((plan) => planRow(plan, measures, plan.machines === chosen))}</tbody></table></div>
${planSites(study, region)}`,
  );
}

function planRow(plan: JudgedPlan, measures: ReturnType<typeof measuresTold>, isChosen: boolean): Markup {
  return markup`<tr class="${isChosen && 'strong'}"><th scope="row">${plan.machines}</th><td class="number">${inHundred(plan.share)}<span class="set">${inHundred(plan.interval[0])} to ${inHundred(plan.interval[1])}</span></td>${measures.map(
    (measure) =>
      markup`<td class="number">${shownMeasure(measure, plan.bands[measure].mean)}<span class="set">${shownMeasure(measure, plan.bands[measure].low95)} to ${shownMeasure(measure, plan.bands[measure].high95)}</span></td>`,
  )}<td class="how">${plan.method}${plan.isOptimal && ', optimal'}</td><td class="number quiet">${plan.futures}</td></tr>
`;
}

function planSites({ answer, plans, reach, notes }: Study, region: Region): Markup | null {
  const plan = plans.find(({ machines }) => machines === (answer.machines ?? answer.impossible?.machines));
  if (plan === undefined) return null;
  const peopleAt = new Map(reach.sites.map(({ candidate, people }) => [candidate, people]));
  return markup`<h3>The sites of ${countedMachines(plan.machines)}</h3><div class="wide"><table class="sites"><thead><tr><th scope="col">site</th><th scope="col">kind</th><th scope="col" class="number">machines</th><th scope="col" class="number">people, likely</th><th scope="col" class="number">opens, likely</th><th scope="col">where the site is from</th></tr></thead><tbody>${(
    plan.plan as Plan
  ).sites.map(({ candidate, machines }) => {
    const site = region.candidates.find(({ id }) => id === candidate);
    return markup`<tr><th scope="row">${siteName(region, candidate)}</th><td>${site?.setting}</td><td class="number">${machines}</td><td class="number">${peopleWords(peopleAt.get(candidate) ?? 0)}</td><td class="number">${Math.round((site?.opens.likely ?? 0) * 100)} %</td><td class="quiet">${site?.source}</td></tr>
`;
  })}</tbody></table></div>${notes.length > 0 && markup`<h3>To know beforehand</h3><ul class="notes">${notes.map((note) => markup`<li>${note}</li>`)}</ul>`}`;
}

/** Whole people; counts below 5 are hidden. */
export function peopleWords(people: number): string {
  const whole = Math.round(people);
  return isSmall(whole) ? 'under 5' : String(whole);
}
