import type { ComparedMeasure, ComparisonStudy, Contrast, Sensitivity, SensitivityRow } from '@dosetwin/scenarios';
import { pageSection } from '../incident/pageSection.js';
import { type Markup, markup } from '../markup/Markup.js';
import { outcomeName, scaleOf, signedIn } from './amountWords.js';

const WIDTH = 320;
const ROW = 30;

/** How each contrast's leading difference moves with one assumption after the other: bars from its least to its most. */
export function sensitivitySection(study: ComparisonStudy): Markup {
  const { sensitivity } = study;
  if (sensitivity === null) {
    return pageSection(
      'Sensitivity',
      '',
      markup`<p class="quiet">Not asked for: <span class="mono">dosetwin compare … --sensitivity</span> varies one assumption at a time.</p>`,
    );
  }
  return pageSection(
    'Sensitivity',
    `One assumption at a time at its least and its most, ${sensitivity.runs} seeds each; everything else as it stands. The line is the difference as it stands.`,
    study.contrasts.map((contrast, place) => contrastBars(study, sensitivity, contrast, place)),
  );
}

function contrastBars(study: ComparisonStudy, { rows }: Sensitivity, contrast: Contrast, place: number): Markup | null {
  const base = contrast.measures.find(({ name }) => name === contrast.leading);
  if (!base || rows.length === 0) return null;
  const ends = (row: SensitivityRow) => row.effects[place] ?? { low: null, high: null };
  const all = [
    base.difference,
    0,
    ...rows.flatMap((row) => [ends(row).low, ends(row).high].map((end) => end?.difference ?? base.difference)),
  ];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const at = (value: number) =>
    Number((most === least ? WIDTH / 2 : 8 + ((value - least) / (most - least)) * (WIDTH - 16)).toFixed(1));
  const scale = scaleOf(base.name, all);
  return markup`<h3>${outcomeName(base.name)}: ${study.sides[contrast.side]?.title ?? ''} against ${study.sides[0]?.title ?? ''}, ${signedIn(scale, base.difference)} ${scale.unit}</h3>
<table class="sensitivity"><thead><tr><th scope="col">assumption</th><th scope="col" class="number">least</th><th scope="col" class="number">most</th><th scope="col"><span class="quiet">${scale.unit}, B − A</span></th></tr></thead><tbody>${rows.map(
    (row) => {
      const { low, high } = ends(row);
      const [x, y] = [at(low?.difference ?? base.difference), at(high?.difference ?? base.difference)];
      const words = (end: ComparedMeasure | null, value: unknown) =>
        markup`${String(value)}<span class="set">${end === null ? 'nothing to measure' : signedIn(scale, end.difference)}</span>`;
      return markup`<tr><th scope="row">${row.assumption.says}<span class="mono quiet"> ${row.assumption.set}</span></th><td class="number">${words(low, row.assumption.low)}</td><td class="number">${words(high, row.assumption.high)}</td><td><svg class="difference" viewBox="0 0 ${WIDTH} ${ROW}" aria-hidden="true"><line class="zero" x1="${at(base.difference)}" y1="0" x2="${at(base.difference)}" y2="${ROW}"/><rect class="moved" x="${Math.min(x, y)}" y="9" width="${Math.max(1.5, Math.abs(y - x)).toFixed(1)}" height="12"/></svg></td></tr>
`;
    },
  )}</tbody></table>`;
}
