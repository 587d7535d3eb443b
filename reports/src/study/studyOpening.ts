import { inHundred, type Region, type Study } from '@dosetwin/scenarios';
import { type Markup, markup } from '../markup/Markup.js';

/** The answer first: the number, how sure it is, and what it rests on. */
export function studyOpening(study: Study, region: Region): Markup {
  const { answer, seed } = study;
  const { targets, budget } = region;
  const meta = [
    `${region.places.length} places, ${region.candidates.length} possible sites`,
    `targets: ${inHundred(targets.reached)} of 100 people within reach, ${inHundred(targets.served)} of 100 due doses got${targets.meanKm === undefined ? '' : `, ${targets.meanKm} km on average`}, in ${inHundred(targets.confidence)} of 100 futures`,
    ...(budget.machines === undefined && budget.costPerYear === undefined ? [] : [`budget: ${budgetWords(budget)}`]),
    `seed ${seed}`,
  ];
  return markup`<section class="opening"><h1>${region.title}</h1>
<div class="headline">${headline(study)}</div>
<div class="meta">${meta.map((line) => markup`${line}<br>`)}</div>
<div><p class="lead">${capitalised(answer.sentence)}</p>${answer.because.slice(0, 1).map((line) => markup`<p class="closing">${capitalised(line)}</p>`)}${answer.isLimited && markup`<p class="unfinished">The limit of simulated futures was reached before the interval was as narrow as asked for.</p>`}</div></section>
`;
}

function headline({ answer, plans }: Study): Markup {
  if (answer.machines === null) {
    return markup`<div class="figure long">None</div><p>No number of machines up to ${plans.at(-1)?.machines ?? 0} holds the targets. What is nearest is in the answer.</p>`;
  }
  const plan = plans.find(({ machines }) => machines === answer.machines);
  const [low, high] = answer.interval;
  const interval =
    high === null ? `${Math.min(low, answer.machines)} or more` : low === high ? 'no other number likely' : `${low} to ${high}`;
  return markup`<div class="figure">${answer.machines}<small>machine${answer.machines === 1 ? '' : 's'}</small></div><p>95 % interval: ${interval}. All targets hold in ${inHundred(plan?.share ?? 0)} of 100 simulated futures (${inHundred(plan?.interval[0] ?? 0)} to ${inHundred(plan?.interval[1] ?? 1)}).</p>`;
}

function budgetWords({ machines, costPerYear }: Region['budget']): string {
  const words = [
    ...(machines === undefined ? [] : [`${machines} machines`]),
    ...(costPerYear === undefined ? [] : [`${Math.round(costPerYear / 1000)} thousand dollars a year`]),
  ];
  return words.join(', ');
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
