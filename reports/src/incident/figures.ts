import type { CountMeasures, PalmMeasures, StateMeasures, WaitingQuantiles } from '@dosetwin/scenarios';
import { type Markup, markup } from '../markup/Markup.js';
import { durationWords } from '../words/durationWords.js';
import { spaced } from '../words/nameWords.js';
import { type Incident, jammedCartridges } from './Incident.js';
import { pageSection } from './pageSection.js';

/** A list of names and figures under a heading. */
export function figureList(
  title: string,
  rows: readonly (readonly [name: string, figure: string | number, strong?: boolean])[],
): Markup {
  return markup`<section class="figures"><h2>${title}</h2><dl>${rows.map(
    ([name, figure, strong]) =>
      markup`<div${strong === true && markup` class="strong"`}><dt>${name}</dt><dd class="mono">${figure}</dd></div>`,
  )}</dl></section>`;
}

/** The balance of the cartridge that jammed; when none did, what happened at the reader. */
export function firstFigures(incident: Incident): Markup {
  const { measures, jam } = incident;
  const count = jam && measures.counts.find(({ machine, cartridge }) => machine === jam.machine && cartridge === jam.cartridge);
  return count ? figureList(`Cartridge ${count.cartridge}, balanced`, countRows(count)) : palmFigures(measures.palm);
}

function countRows({ loaded, dispensed, rejected, remaining, unknown }: CountMeasures): [string, number, boolean?][] {
  return [
    ['Loaded', loaded, true],
    ['Dispensed', dispensed],
    ['Rejected', rejected],
    ['Remaining', remaining],
    ['Unknown', unknown],
  ];
}

function palmFigures(palm: PalmMeasures): Markup {
  return figureList('At the reader', [
    ['Attempts', palm.attempts, true],
    ['Recognised', palm.matched],
    ['Not recognised', palm.notMatched],
    ['No usable picture', palm.failedToAcquire],
    ['Locked out', palm.lockedOut],
    ['Two people vouched', palm.overrides],
  ]);
}

/** Every counted cartridge as a line of one table. */
export function balances(incident: Incident): Markup | null {
  const counts = incident.measures.counts ?? [];
  if (counts.length === 0) return null;
  const jammed = new Set(jammedCartridges(incident).map(({ machine, cartridge }) => `${machine}/${cartridge}`));
  const several = new Set(counts.map(({ machine }) => machine)).size > 1;
  const heads = ['loaded', 'dispensed', 'rejected', 'remaining', 'unknown'];
  return pageSection(
    'Cartridges, balanced',
    'Loaded = dispensed + rejected + remaining + unknown, always. A package whose fall was not seen is unknown until two people have counted.',
    markup`<table class="counts"><thead><tr><th scope="col">cartridge</th>${heads.map((head) => markup`<th scope="col" class="number">${head}</th>`)}</tr></thead><tbody>${counts.map(
      (
        count,
      ) => markup`<tr${jammed.has(`${count.machine}/${count.cartridge}`) && markup` class="strong"`}><th scope="row">${several && `${count.machine}, `}${count.cartridge}</th>${[
        count.loaded,
        count.dispensed,
        count.rejected,
        count.remaining,
        count.unknown,
      ].map((value) => markup`<td class="number mono">${value}</td>`)}</tr>
`,
    )}</tbody></table>`,
  );
}

/** How long people waited, with and without the dose at the end. */
export function waitingSection({ measures }: Incident): Markup {
  const rows: [string, WaitingQuantiles][] = [
    ['Served', measures.waiting.served],
    ['Left without', measures.waiting.leftWithout],
  ];
  const cell = (ms: number | null) => markup`<td class="number mono">${ms === null ? '–' : durationWords(ms * 1000)}</td>`;
  return pageSection(
    'Waiting',
    'From coming to going. These are the values themselves, by nearest rank: of one run, so without an interval.',
    markup`<table><thead><tr><th scope="col"></th><th scope="col" class="number">visits</th><th scope="col" class="number">median</th><th scope="col" class="number">95 of 100 within</th><th scope="col" class="number">longest</th></tr></thead><tbody>${rows.map(
      ([name, { count, medianMs, p95Ms, longestMs }]) =>
        markup`<tr><th scope="row">${name}</th><td class="number mono">${count}</td>${cell(medianMs)}${cell(p95Ms)}${cell(longestMs)}</tr>`,
    )}</tbody></table>`,
  );
}

/** Time in each state, component by component, with how often it was entered. */
export function stateSection({ measures }: Incident): Markup | null {
  if (measures.states.length === 0) return null;
  return pageSection(
    'Time in each state',
    'Sessions, links and tickets; of the cartridges those that moved. A bar is the component’s own time, from its first entry to the end of the run.',
    markup`<div class="states">${measures.states.map(stateBlock)}</div>`,
  );
}

function stateBlock({ address, times }: StateMeasures): Markup {
  const whole = times.reduce((sum, { ms }) => sum + ms, 0);
  return markup`<section><h3>${address}</h3><dl>${times.map(
    ({ state, ms, entered }) =>
      markup`<div><dt>${spaced(state)}</dt><dd class="share"><svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width="${whole > 0 ? Math.round((ms / whole) * 1000) / 10 : 0}" height="4"/></svg></dd><dd class="mono">${durationWords(ms * 1000)}</dd><dd class="mono quiet">${entered}×</dd></div>`,
  )}</dl></section>
`;
}
