import {
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
export function moversSection({ robustness }: Study): Markup | null {
  if (robustness === null) return null;
  const shown = moving(robustness).slice(0, SHOWN_FIRST);
  return markup`<section class="movers"><h2>What moves the answer most</h2>
<p class="quiet">Futures in which ${robustness.machines} machines hold all targets, of 100, with one assumption at its least and at its most.</p>
${shown.length === 0 && markup`<p>No single assumption does.</p>`}<ul>${shown.map(
    (
      effect,
    ) => markup`<li><div><b>${factorWords(effect.factor).says}</b><span class="number">${inHundred(Math.min(effect.low.share, effect.high.share))} to ${inHundred(Math.max(effect.low.share, effect.high.share))}</span></div>
${bar(effect, robustness.share)}<div class="quiet ends"><span>${leftEnd(effect)}</span><span>${rightEnd(effect)}</span></div></li>
`,
  )}</ul></section>`;
}

/** Those at all whose two ends differ. */
function moving({ factors }: Robustness): readonly FactorEffect[] {
  return factors.filter(({ low, high }) => low.share !== high.share);
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
export function driversSection({ robustness, answer }: Study, region: Region): Markup | null {
  if (robustness === null) return null;
  const most = Math.max(...robustness.morris.map(({ meanAbsolute }) => meanAbsolute), 1e-9);
  const effectOf = new Map(robustness.morris.map((effect) => [effect.factor, effect]));
  return pageSection(
    'What drives the result',
    markup`Each assumption alone at its least and its most, everything else drawn as ever: the share of futures that the plan was judged to hold in, and what the assumption changes of it in ${robustness.futures} futures, the same with it and without. The plans stay as they are. The last column is Morris’ mean effect of an assumption over its whole range while all others vary, against the strongest; a mark says that it depends much on the others.`,
    markup`<div class="wide"><table class="drivers"><thead><tr><th scope="col">assumption</th><th scope="col" class="number">least</th><th scope="col" class="number">most</th><th scope="col" class="number">futures held</th><th scope="col">the answer would change</th><th scope="col">together</th></tr></thead><tbody>${robustness.factors.map(
      (effect) => {
        const { factor, low, high } = effect;
        const morris = effectOf.get(factor);
        return markup`<tr class="${effect.turnsAt !== null && 'strong'}"><th scope="row">${factorWords(factor).says}</th><td class="number">${factorValueWords(factor, low.value)}</td><td class="number">${factorValueWords(factor, high.value)}</td><td class="number">${inHundred(low.share)} to ${inHundred(high.share)}</td><td>${turnWords(effect)}</td><td class="together">${morris && strength(morris.meanAbsolute / most, morris.deviation > morris.meanAbsolute)}</td></tr>
`;
      },
    )}</tbody></table></div>
<h3>If a site falls through</h3><p class="quiet">Futures in which the targets hold without it, of 100; with all of them ${inHundred(robustness.share)}${answer.machines === null ? '' : ` (${inHundred(region.targets.confidence)} were asked for)`}.</p>
<ul class="falls">${robustness.sites.map(({ candidate, share }) => markup`<li><span>${siteName(region, candidate)}</span><span class="number">${inHundred(share)}</span></li>`)}</ul>`,
  );
}

function turnWords({ factor, turnsAt }: FactorEffect): string {
  if (turnsAt === null) return '';
  const to = turnsAt.machines === null ? 'more than were looked at' : `${turnsAt.machines} machines`;
  return `${turnsAt.towards === 'low' ? 'below' : 'above'} ${factorValueWords(factor, turnsAt.value)}: ${to}`;
}

function strength(share: number, dependsOnOthers: boolean): Markup {
  return markup`<svg class="strength" viewBox="0 0 60 10" aria-hidden="true"><rect class="moved" x="0" y="1" width="${Math.max(0.5, share * 60).toFixed(1)}" height="8"/></svg><span class="quiet">${Math.round(share * 100)}${dependsOnOthers && ' *'}</span>`;
}
