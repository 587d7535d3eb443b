import type { ExpectationResult } from '@dosetwin/scenarios';
import { type Markup, markup } from '../markup/Markup.js';
import { evidenceSentence } from '../words/sentenceOf.js';
import { entryNumber } from './chronology.js';
import { hatch } from './doseSquares.js';
import type { Incident } from './Incident.js';

const MAX_EVIDENCE = 3;

/** What was expected, what was found, and the entries of the trace that show it. */
export function expectationTable(incident: Incident): Markup {
  const results = incident.record.end?.expectations ?? [];
  if (results.length === 0) {
    const why =
      incident.record.end === null ? 'The record is unfinished, so nothing was judged.' : 'The scenario expects nothing.';
    return markup`<section><h2>What was expected</h2><p class="quiet">${why}</p></section>`;
  }
  return markup`<section><table class="expectations"><thead><tr><th scope="col"><h2>What was expected</h2></th><th scope="col">what happened</th><th scope="col" class="number">entry</th></tr></thead>
<tbody>${results.map((result, index) => row(result, index, incident))}</tbody></table></section>`;
}

function row(result: ExpectationResult, index: number, incident: Incident): Markup {
  const { verdict, says, found, evidence } = result;
  const good = verdict === 'held' || verdict === 'met';
  const deciding = evidence.at(-1);
  return markup`<tr class="${good ? 'good' : 'bad'}"><th scope="row">${icon(good, index)}<span>${says}<span class="verdict"> ${verdict}</span></span></th>
<td><span>${found}</span>${evidenceLines(result, incident)}</td><td class="number mono">${deciding === undefined ? 'all' : entryNumber(deciding)}</td></tr>
`;
}

/** The evidence in words; that of `shows` begins with the event from which it counts, which needs no line when more follow. */
function evidenceLines({ expectation, evidence }: ExpectationResult, { record, clock }: Incident): Markup | null {
  const telling = expectation.kind === 'shows' && evidence.length > 1 ? evidence.slice(1) : evidence;
  const lines = telling.slice(0, MAX_EVIDENCE).flatMap((index) => {
    const entry = record.entries[index];
    if (entry === undefined) return [];
    return [
      markup`<li>Entry ${entryNumber(index)}, ${clock.timeWithSeconds(entry.t_us)}: ${evidenceSentence(entry, clock)}</li>`,
    ];
  });
  if (lines.length === 0) return null;
  const rest = telling.length - lines.length;
  return markup`<ul class="evidence">${lines}${rest > 0 && markup`<li>and ${rest} more</li>`}</ul>`;
}

function icon(good: boolean, index: number): Markup {
  if (good)
    return markup`<svg class="icon" viewBox="0 0 14 14" aria-hidden="true"><path class="check" d="M1.5 7.6 5 11 12.5 2.8"/></svg>`;
  return markup`<svg class="icon" viewBox="0 0 14 14" aria-hidden="true">${hatch(`icon-${index}`)}<rect class="without" fill="url(#hatch-icon-${index})" x="0.7" y="0.7" width="12.6" height="12.6" rx="2"/></svg>`;
}
