import {
  countedMachines,
  type FactorEffect,
  factorValueWords,
  factorWords,
  inHundred,
  type Region,
  type Robustness,
  type Study,
} from '@dosetwin/scenarios';
import { pageSection } from '../incident/pageSection.js';
import { type Markup, markup } from '../markup/Markup.js';
import { siteName } from './siteName.js';

const SHOWN_FIRST = 6;
const WIDTH = 220;

/** Beside the map: the assumptions that move the share of futures most. */
export function moversSection({ robustness, answer }: Study): Markup | null {
  if (robustness === null) return null;
  const shown = moving(robustness).slice(0, SHOWN_FIRST);
  const turning = robustness.factors.filter(({ turnsAt }) => turnsAt !== null);
  return markup`<section class="movers"><h2>What moves the answer most</h2>
<p class="quiet">Futures in which ${robustness.machines} machines hold all targets, of 100, with one assumption at its least and at its most. The mark is the plan as it was judged: ${shareWords(robustness)}.</p>
${shown.length === 0 && markup`<p>No single assumption does.</p>`}<ul>${shown.map(
    (
      effect,
    ) => markup`<li><div><b>${factorWords(effect.factor).says}</b><span class="number">${inHundred(Math.min(effect.low.share, effect.high.share))} to ${inHundred(Math.max(effect.low.share, effect.high.share))}</span></div>
${bar(effect, robustness.share)}<div class="quiet ends"><span>${leftEnd(effect)}</span><span>${rightEnd(effect)}</span></div></li>
`,
  )}</ul>${answer.machines !== null && turning.length > 0 && turningWords(turning)}</section>`;
}

/** Assumptions that alone would change the answer, those with the same outcome together. */
function turningWords(turning: readonly FactorEffect[]): Markup {
  const outcomes = [...new Set(turning.map(outcomeOf))];
  const causes = (outcome: string) =>
    turning
      .filter((effect) => outcomeOf(effect) === outcome)
      .map((effect) => `${lowered(factorWords(effect.factor).says)} ${sideOf(effect)}`);
  return markup`<p class="turning"><b>What would change the answer</b></p>${outcomes.map((outcome) => markup`<p class="turn">To ${outcome}: ${causes(outcome).join('; ')}.</p>`)}`;
}

/** `88 (75 to 94) of 100`. */
function shareWords({ share, interval: [low, high] }: Robustness): string {
  return `${inHundred(share)} (${inHundred(low)} to ${inHundred(high)}) of 100`;
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Those at all whose two ends differ. */
function moving({ factors }: Robustness): readonly FactorEffect[] {
  return factors.filter(isMoving);
}

function isMoving({ low, high }: FactorEffect): boolean {
  return low.share !== high.share;
}

function leftEnd({ factor, low, high }: FactorEffect): string {
  return factorValueWords(factor, low.share <= high.share ? low.value : high.value);
}

function rightEnd({ factor, low, high }: FactorEffect): string {
  return factorValueWords(factor, low.share <= high.share ? high.value : low.value);
}

function bar({ low, high }: FactorEffect, share: number): Markup {
  const at = (value: number) => (value * WIDTH).toFixed(1);
  const [from, to] = [Math.min(low.share, high.share), Math.max(low.share, high.share)];
  return markup`<svg class="mover" viewBox="0 0 ${WIDTH} 12" preserveAspectRatio="none" aria-hidden="true"><line class="rule" x1="0" x2="${WIDTH}" y1="6" y2="6"/><rect class="moved" x="${at(from)}" y="2" width="${Math.max(1.5, (to - from) * WIDTH).toFixed(1)}" height="8"/><line class="now" x1="${at(share)}" x2="${at(share)}" y1="0" y2="12"/></svg>`;
}

/** Which assumption would change the answer and at what value, what they do together, and sites that fall through. */
export function driversSection(study: Study, region: Region): Markup | null {
  const { robustness } = study;
  if (robustness === null) return null;
  const shown = robustness.factors.filter((effect) => isMoving(effect) || effect.turnsAt !== null);
  const still = robustness.factors.filter((effect) => !shown.includes(effect));
  return pageSection(
    'What drives the result',
    markup`Each assumption alone at its least and its most, everything else drawn as ever: the share of futures that the plan was judged to hold in, and what the assumption changes of it in ${robustness.futures} futures, the same with it and without. The plans stay as they are. “Together” is Morris’ mean effect of an assumption over its whole range while all others vary, the strongest being 100; * says that it depends much on the others.`,
    markup`<div class="wide"><table class="drivers"><thead><tr><th scope="col">assumption</th><th scope="col" class="number">least</th><th scope="col" class="number">most</th><th scope="col" class="number">futures held</th><th scope="col">the answer would change</th><th scope="col">together</th></tr></thead><tbody>${shown.map((effect) => driverRow(effect, robustness))}</tbody></table></div>
${still.length > 0 && markup`<p class="quiet still">Alone, none of these moves it: ${still.map(({ factor }) => lowered(factorWords(factor).says)).join(', ')}.</p>`}
${fallsThrough(study, robustness, region)}`,
  );
}

function driverRow(effect: FactorEffect, { morris }: Robustness): Markup {
  const { factor, low, high } = effect;
  const most = Math.max(...morris.map(({ meanAbsolute }) => meanAbsolute), 1e-9);
  const together = morris.find((one) => one.factor === factor);
  return markup`<tr class="${effect.turnsAt !== null && 'strong'}"><th scope="row">${factorWords(factor).says}</th><td class="number">${factorValueWords(factor, low.value)}</td><td class="number">${factorValueWords(factor, high.value)}</td><td class="number">${inHundred(low.share)} to ${inHundred(high.share)}</td><td>${turnWords(effect)}</td><td class="together">${together && strength(together.meanAbsolute / most, together.deviation > together.meanAbsolute)}</td></tr>
`;
}

/** Sites without which the targets hold less often; those without which they hold as often are named together. */
function fallsThrough({ answer }: Study, { sites, share, futures }: Robustness, region: Region): Markup {
  const worse = sites.filter((site) => site.share < share);
  const same = sites.length - worse.length;
  return markup`<h3>If a site falls through</h3><p class="quiet">Futures in which the targets hold without it, of 100; with all of them ${inHundred(share)}${answer.machines !== null && ` (${inHundred(region.targets.confidence)} were asked for)`}, each tried in ${futures} futures.${same > 0 && ` Without any one of the other ${same}, they hold as often.`}</p>
<ul class="falls">${worse.map((site) => markup`<li><span>${siteName(region, site.candidate)}</span><span class="number">${inHundred(site.share)}</span></li>`)}</ul>`;
}

function turnWords(effect: FactorEffect): string {
  return effect.turnsAt === null ? '' : `${sideOf(effect)}: ${outcomeOf(effect)}`;
}

/** `below 65 %`. */
function sideOf({ factor, turnsAt }: FactorEffect): string {
  return turnsAt === null ? '' : `${turnsAt.towards === 'low' ? 'below' : 'above'} ${factorValueWords(factor, turnsAt.value)}`;
}

function outcomeOf({ turnsAt }: FactorEffect): string {
  return turnsAt?.machines == null ? 'more machines than were looked at' : countedMachines(turnsAt.machines);
}

function strength(share: number, dependsOnOthers: boolean): Markup {
  return markup`<svg class="strength" viewBox="0 0 60 10" aria-hidden="true"><rect class="moved" x="0" y="1" width="${Math.max(0.5, share * 60).toFixed(1)}" height="8"/></svg><span class="quiet">${Math.round(share * 100)}${dependsOnOthers && ' *'}</span>`;
}
