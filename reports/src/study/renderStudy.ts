import type { Region, Study } from '@dosetwin/scenarios';
import { pageSection } from '../incident/pageSection.js';
import type { ReportFonts } from '../incident/ReportFonts.js';
import { reportPage } from '../incident/reportPage.js';
import { type Markup, markup } from '../markup/Markup.js';
import { assumptionsSection } from './assumptionsSection.js';
import { curvesSection } from './curvesSection.js';
import { driversSection, moversSection } from './driversSection.js';
import { limitsSection } from './limitsSection.js';
import { mapSection } from './map/mapSection.js';
import { grouped } from './measureWords.js';
import { plansSection } from './plansSection.js';
import { stepsSection } from './stepsSection.js';
import { studyOpening } from './studyOpening.js';
import { studyStyle } from './studyStyle.js';

/** A study of a region as one HTML file that needs nothing else. A pure function: the same study gives the same bytes. */
export function renderStudy(study: Study, region: Region, fonts: ReportFonts | null): string {
  const kind = region.isHypothetical
    ? 'hypothetical: nothing here exists, is planned or is wanted'
    : 'from a planner’s own figures';
  const main = markup`<header class="running"><span><b>dosetwin</b>planning study</span><span>${kind}</span><span>digest <span class="mono">${study.digest.slice(0, 4)} ${study.digest.slice(4, 8)}</span></span></header>
${studyOpening(study, region)}
<div class="sight">${mapSection(study, region)}${moversSection(study)}</div>
${curvesSection(study, region)}${driversSection(study, region)}${plansSection(study, region)}${stepsSection(study, region)}${assumptionsSection(region)}${limitsSection(region)}${provenance(study)}`;
  return reportPage({ title: region.title, kind: 'planning study', fonts, style: { name: 'study', css: studyStyle }, main });
}

function provenance({ seed, digest, futures, precision }: Study): Markup {
  const facts: readonly (readonly [string, string])[] = [
    ['Seed', String(seed)],
    ['Futures simulated', grouped(String(futures))],
    ['Precision asked for', `± ${Math.round(precision * 1000) / 10} of 100 futures`],
    ['Digest of the totals', digest],
  ];
  return pageSection(
    'Provenance',
    'The same region, seed and version give the same digest on every machine, with any number of workers.',
    markup`<dl class="facts">${facts.map(([name, fact]) => markup`<div><dt>${name}</dt><dd class="${name.startsWith('Digest') && 'mono digest'}">${fact}</dd></div>`)}</dl>`,
  );
}
