import { counted, type RunRecord } from '@dosetwin/scenarios';
import { limitsSection, provenance, whatWasAsked } from './incident/aboutSections.js';
import { askedSection } from './incident/askedSection.js';
import { assumptionCount, assumptions } from './incident/assumptions.js';
import { boardsSection, hasRealBoard } from './incident/boardsSection.js';
import { chronology, entryNumber } from './incident/chronology.js';
import { doseSquares } from './incident/doseSquares.js';
import { expectationTable } from './incident/expectationTable.js';
import { balances, firstFigures, stateSection, waitedFigures, waitingSection } from './incident/figures.js';
import { type Incident, readIncident } from './incident/Incident.js';
import { headlineOf, leadSentences } from './incident/lead.js';
import type { ReportFonts } from './incident/ReportFonts.js';
import type { ReportSurroundings } from './incident/ReportSurroundings.js';
import { reportPage } from './incident/reportPage.js';
import { surroundingsOf } from './incident/surroundingsOf.js';
import { timelineOf } from './incident/timelineOf.js';
import { weekSection } from './incident/weekSection.js';
import { type Markup, markup } from './markup/Markup.js';
import { renderTimeline } from './timeline/renderTimeline.js';
import { DAY_US } from './words/durationWords.js';

/**
 * One run as one HTML file that needs nothing else: no script, no network. `fonts` are carried inside; with `null` the
 * reader's own are used. A pure function: the same record gives the same bytes.
 */
export function renderIncidentReport(
  record: RunRecord,
  fonts: ReportFonts | null,
  surroundings: ReportSurroundings = surroundingsOf(record),
): string {
  const incident = readIncident(record, surroundings);
  const { title } = record.header;
  const main = markup`${firstPage(incident)}
${whatWasAsked(incident)}${chronology(incident)}${waitingSection(incident)}${weekSection(incident)}${stateSection(incident)}${balances(incident)}${boardsSection(incident)}${limitsSection(incident)}${assumptions(incident)}${provenance(incident)}`;
  return reportPage({ title, kind: 'incident report', fonts, main });
}

function firstPage(incident: Incident): Markup {
  const { record } = incident;
  const { header, end } = record;
  const headline = headlineOf(incident);
  const assumed = assumptionCount(incident);
  return markup`<header class="running"><span><b>dosetwin</b>incident report</span><span>${incident.surroundings.scenario?.isImported ? 'from a site’s own lists: keep it there' : 'fictional site'}, ${hasRealBoard(incident) ? 'real board' : 'simulated machine'}, inert packages</span><span>record <span class="mono">${end === null ? 'unfinished' : `${end.digest.slice(0, 4)} ${end.digest.slice(4, 8)}`}</span></span></header>
<section class="opening"><h1>${header.title}</h1>
<div class="headline"><div class="figure${headline.figure.length > 7 && ' long'}">${headline.figure}<small>${headline.unit}</small></div><p>${headline.note}</p></div>
<div class="meta">${meta(incident).map((line) => markup`${line}<br>`)}</div>
<p class="lead">${leadSentences(incident).join(' ')}</p></section>
${end === null && markup`<p class="unfinished">This record is unfinished: it ends at ${incident.clock.timeWithSeconds(incident.end_us)}, after ${counted(record.entries.length, 'entry', 'entries')}. Its run was stopped or is still under way, so there are no verdicts and no digest, and the figures count up to there.</p>`}
${record.altered.length > 0 && markup`<p class="unfinished">This record was altered after it was written: ${counted(record.altered.length, 'line')}, the first at entry ${entryNumber(record.altered[0] ?? 0)}.</p>`}
<div class="middle">${doseSquares(incident, header.length_us <= DAY_US ? 'Doses due that day' : 'Doses due')}${renderTimeline(timelineOf(incident))}</div>
<div class="below">${firstFigures(incident)}${expectationTable(incident)}${thirdColumn(incident)}</div>
<footer class="foot"><span>${sourceLine(incident)}</span><span class="mono">zone data ${header.versions.zoneData}${assumed > 0 && `, ${counted(assumed, 'assumption')} listed below`}</span></footer>
`;
}

function meta(incident: Incident): string[] {
  const { record, site, clock, surroundings } = incident;
  const { scenario, variant, seed } = record.header;
  return [
    variant === null ? scenario : `${scenario}, variant ${variant}`,
    site,
    clock.date(0),
    clock.zone,
    `seed ${seed}, one run`,
    ...(surroundings.scenario ? [] : ['scenario text not readable']),
  ].filter((line) => line !== '');
}

function thirdColumn(incident: Incident): Markup {
  return markup`<div>${askedSection(incident) ?? waitedFigures(incident)}<p class="closing">The delays are assumptions; the order of events follows from the mechanism. Nobody is blamed by this report.</p></div>`;
}

function sourceLine({ surroundings }: Incident): string {
  const study = surroundings.scenario?.study ?? [];
  const after =
    study.length === 0
      ? ''
      : `After ${study.length === 1 ? 'a report' : `${study.length} reports`} in Mansoor and others, 2023. `;
  return `${after}The study interviewed partners, not people who use the machine, and gives no counts.`;
}
