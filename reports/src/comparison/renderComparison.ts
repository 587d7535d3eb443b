import { type ComparedMeasure, type ComparisonStudy, type Contrast, counted } from '@dosetwin/scenarios';
import { isAssumption, PARAMETERS } from '@dosetwin/twin';
import { pageSection } from '../incident/pageSection.js';
import type { ReportFonts } from '../incident/ReportFonts.js';
import { reportPage } from '../incident/reportPage.js';
import { type Markup, markup } from '../markup/Markup.js';
import { meanIn, outcomeName, savedWords, scaleOf, signedIn } from './amountWords.js';
import { comparisonStyle } from './comparisonStyle.js';
import { differencePlot } from './differencePlot.js';
import { isFromLists } from './isFromLists.js';
import { sensitivitySection } from './sensitivitySection.js';
import { shownMeasures } from './shownMeasures.js';

/** A comparison as one HTML file that needs nothing else. A pure function: the same study gives the same bytes. */
export function renderComparison(study: ComparisonStudy, fonts: ReportFonts | null): string {
  const title = titleOf(study);
  const main = markup`<header class="running"><span><b>dosetwin</b>comparison</span><span>${isFromLists(study) ? 'from a site’s own lists: keep it there' : 'fictional sites'}, simulated machines, inert packages</span><span>digest <span class="mono">${study.digest.slice(0, 4)} ${study.digest.slice(4, 8)}</span></span></header>
${opening(study, title)}
${study.contrasts.map((contrast) => contrastSection(study, contrast))}${sensitivitySection(study)}${whatWasCompared(study)}${limits(study)}${provenance(study)}`;
  return reportPage({ title, kind: 'comparison', fonts, style: { name: 'comparison', css: comparisonStyle }, main });
}

function titleOf({ sides }: ComparisonStudy): string {
  const [first, ...others] = sides.map(({ title }) => title);
  return others.length === 1
    ? `${first ?? ''} against ${(others[0] ?? '').toLowerCase()}`
    : `${first ?? ''}, compared ${others.length} ways`;
}

function opening(study: ComparisonStudy, title: string): Markup {
  const { seeds } = study;
  const lead = study.contrasts.map((contrast) => leadSentence(study, contrast));
  return markup`<section class="opening"><h1>${title}</h1>
<div class="headline"><div class="figure">${seeds.done}<small>seeds</small></div><p>${seeds.done < seeds.asked ? `Stopped: ${seeds.asked} were asked for. ` : ''}Every design met the same people, the same palms and the same chance jams, seed by seed.</p></div>
<div class="meta">${study.sides.map(({ name }, place) => markup`${place === 0 ? 'A' : 'B'} ${name}<br>`)}seeds ${seeds.first} to ${seeds.first + Math.max(0, seeds.done - 1)}</div>
<p class="lead">${lead.join(' ')}</p></section>
`;
}

function leadSentence(study: ComparisonStudy, { side, measures, leading }: Contrast): string {
  const measure = measures.find(({ name }) => name === leading);
  const title = study.sides[side]?.title ?? '';
  const isImported = isFromLists(study);
  if (!measure) return `${title}: nothing could be measured.`;
  const { name, meanA, meanB, difference, interval, differs } = measure;
  const scale = scaleOf(name, [meanA, meanB, difference]);
  const between = interval === null ? '' : ` (${signedIn(scale, interval[0])} to ${signedIn(scale, interval[1])})`;
  const verdict = differs ? '' : '; the interval holds 0, so no difference was seen';
  return `${title}: ${outcomeName(name)}, ${signedIn(scale, difference)} ${scale.unit} a run${between}, from ${meanIn(scale, meanA, isImported)} to ${meanIn(scale, meanB, isImported)}${verdict}.`;
}

function contrastSection(study: ComparisonStudy, { side, measures }: Contrast): Markup {
  const b = study.sides[side];
  const shown = shownMeasures(measures);
  const isImported = isFromLists(study);
  const rest = measures.filter((measure) => !shown.includes(measure));
  return pageSection(
    b?.title ?? '',
    markup`B <span class="mono">${b?.name ?? ''}</span> less A <span class="mono">${study.sides[0]?.name ?? ''}</span>, the mean of a run, with its 95 % interval by the paired t. Filled dots: the interval leaves out 0.${(b?.changes ?? []).map(({ path, value }) => markup`<br><span class="mono">${path} = ${String(value)}</span>`)}`,
    markup`<div class="wide">${measureTable(shown, isImported)}</div>${rest.length > 0 && markup`<h3>Did not differ, or did not happen</h3><div class="wide">${measureTable(rest, isImported)}</div>`}`,
  );
}

function measureTable(measures: readonly ComparedMeasure[], isImported: boolean): Markup {
  return markup`<table><thead><tr><th scope="col">measure</th><th scope="col" class="number">A</th><th scope="col" class="number">B</th><th scope="col" class="number">B − A</th><th scope="col" class="number">95 % interval</th><th scope="col">unit</th><th scope="col"><span class="quiet">scale of its own</span></th><th scope="col" class="number">pairs</th><th scope="col" class="number">variance saved</th></tr></thead><tbody>${measures.map((measure) => measureRow(measure, isImported))}</tbody></table>`;
}

function measureRow(measure: ComparedMeasure, isImported: boolean): Markup {
  const { name, meanA, meanB, difference, interval, saved, differs, pairs } = measure;
  const scale = scaleOf(name, [meanA, meanB, difference]);
  return markup`<tr class="${name.includes(':') && 'part'}${differs && ' differs'}"><th scope="row">${outcomeName(name)}</th><td class="number">${meanIn(scale, meanA, isImported)}</td><td class="number">${meanIn(scale, meanB, isImported)}</td><td class="number">${signedIn(scale, difference)}</td><td class="number">${interval && `${signedIn(scale, interval[0])} to ${signedIn(scale, interval[1])}`}</td><td>${scale.unit}</td><td>${differencePlot(measure)}</td><td class="number quiet">${pairs}</td><td class="number quiet">${savedWords(saved)}</td></tr>
`;
}

function whatWasCompared({ sides }: ComparisonStudy): Markup {
  return pageSection(
    'What was compared',
    '',
    sides.map(
      (
        { name, title, about, study },
        place,
      ) => markup`<h3>${place === 0 ? 'A' : 'B'}: ${title}</h3><p class="about">${about.replace(/\s+/g, ' ')}</p><p class="quiet"><span class="mono">${name}</span>${study.length > 0 && `, after ${study.join(', ')} of the study`}</p>
`,
    ),
  );
}

/** What may be concluded, what was assumed, and what the study cannot say. */
function limits(study: ComparisonStudy): Markup {
  const figures = Object.values(PARAMETERS).flatMap((block) => Object.values(block));
  const assumed = figures.filter(isAssumption).length;
  const set = study.sides.flatMap(({ name, parameters }) =>
    parameters.map(
      ({ machine, block, name: figure, value }) =>
        `${block}.${figure} = ${value}${machine === null ? '' : ` at ${machine}`} (${name})`,
    ),
  );
  return pageSection(
    'What this can tell',
    'Printed with every comparison.',
    markup`<div class="columns"><section><h3>Follows from the mechanism</h3>
<p>Which way a difference points, as far as it points the same way whatever the assumptions: who could be asked, who held a key, what the machine refuses while something is in doubt. Both designs met the same chance, so what differs between them comes from what was changed.</p></section>
<section><h3>Was assumed</h3>
<p>How large a difference is. ${counted(assumed, 'figure')} of the model ${assumed === 1 ? 'was' : 'were'} found in no source, among them every delay, how long people wait, and how often something sticks; a run’s report lists them all. Who comes, when, and how far helpers have to travel stands in the scenario and is assumed as well. ${set.length > 0 && `Set for these runs: ${set.join('; ')}.`}</p></section>
<section><h3>The interval</h3>
<p>It says how well the simulated mean is known from ${counted(study.seeds.done, 'seed')}, and nothing of how well the model fits any place. With many measures some will differ by chance: about one in twenty that do not.</p></section>
<section><h3>The study’s limits</h3>
<p>Most sites were not yet open. The people interviewed worked with the programme. People who use drugs were not interviewed. It gives no counts: how often any of this happens is not known.</p></section>
<section><h3>What this must not be used for</h3>
<p>The bench is for inert packages, is no medical device, and is never for watching people: no monitoring, no discipline, no policing. Who did not come did nothing wrong, and nobody is blamed by this report.</p></section></div>`,
  );
}

function provenance({ seeds, digest, versions }: ComparisonStudy): Markup {
  const facts: readonly (readonly [string, string])[] = [
    ...Object.entries(versions).map(([part, version]) => [part, String(version)] as const),
    ['Seeds', `${seeds.first} to ${seeds.first + Math.max(0, seeds.done - 1)}`],
    ['Digest of the outcomes', digest],
  ];
  return pageSection(
    'Provenance',
    'The same sides, seeds and versions give the same digest on every machine, with any number of workers.',
    markup`<dl class="facts">${facts.map(([name, fact]) => markup`<div><dt>${name}</dt><dd>${fact}</dd></div>`)}</dl>`,
  );
}
