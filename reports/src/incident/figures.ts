import { type CountMeasures, counted, type StateMeasures, type WaitingQuantiles } from '@dosetwin/scenarios';
import { cartridgeAddress } from '@dosetwin/twin';
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
  return count ? figureList(`Cartridge ${count.cartridge}, balanced`, countRows(count, incident)) : palmFigures(incident);
}

function countRows(count: CountMeasures, incident: Incident): [string, string | number, boolean?][] {
  const { loaded, dispensed, rejected, remaining, unknown } = shownCounts(count, incident);
  return [
    ['Loaded', loaded, true],
    ['Dispensed', dispensed],
    ['Rejected', rejected],
    ['Remaining', remaining],
    ['Unknown', unknown],
  ];
}

/** A cartridge is one person's: where few were dispensed, what remains is not told either, since the balance would tell it. */
function shownCounts(count: CountMeasures, { shown, isHidden }: Incident): Record<(typeof COUNTS)[number], string | number> {
  const { loaded, dispensed, rejected, remaining, unknown } = count;
  return { loaded, dispensed: shown(dispensed), rejected, remaining: isHidden(dispensed) ? '–' : remaining, unknown };
}

const COUNTS = ['loaded', 'dispensed', 'rejected', 'remaining', 'unknown'] as const;

function palmFigures({ measures, shown }: Incident): Markup {
  const { palm } = measures;
  return figureList('At the reader', [
    ['Attempts', shown(palm.attempts), true],
    ['Recognised', shown(palm.matched)],
    ['Not recognised', shown(palm.notMatched)],
    ['No usable picture', shown(palm.failedToAcquire)],
    ['Locked out', shown(palm.lockedOut)],
    ['Let through by two people', shown(palm.overrides)],
  ]);
}

/** Every cartridge from which something was dispensed, rejected or lost sight of, as a line of one table. */
export function balances(incident: Incident): Markup | null {
  const all = incident.measures.counts;
  const counts = all.filter(({ dispensed, rejected, unknown }) => dispensed + rejected + unknown > 0);
  if (all.length === 0) return null;
  const untouched = all.length - counts.length;
  const jammed = new Set(jammedCartridges(incident).map(({ machine, cartridge }) => `${machine}/${cartridge}`));
  const several = new Set(counts.map(({ machine }) => machine)).size > 1;
  return pageSection(
    'Cartridges, balanced',
    'Loaded = dispensed + rejected + remaining + unknown, always. A package whose fall was not seen is unknown until two people have counted.',
    markup`<table class="counts"><thead><tr><th scope="col">cartridge</th>${COUNTS.map((head) => markup`<th scope="col" class="number">${head}</th>`)}</tr></thead><tbody>${counts.map(
      (
        count,
      ) => markup`<tr${jammed.has(`${count.machine}/${count.cartridge}`) && markup` class="strong"`}><th scope="row">${several && `${count.machine}, `}${count.cartridge}</th>${Object.values(shownCounts(count, incident)).map((value) => markup`<td class="number mono">${value}</td>`)}</tr>
`,
    )}</tbody></table>${untouched > 0 && markup`<p class="quiet">Of ${counted(untouched, 'other cartridge')} every package remains.</p>`}`,
  );
}

/** `moving.coil.halfTurn,moving.current.normal` is `moving: coil half turn, current normal`; `open.nobodyFree.waitingForKey` `open: nobody free, waiting for key`. */
export function stateWords(state: string): string {
  const words = (path: readonly string[]) =>
    path.map((step) => spaced(step.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))).join(between);
  const paths = state.split(',').map((path) => path.split('.'));
  // Of states side by side the first word names the side; of one alone each tells more than the one before.
  const between = paths.length > 1 ? ' ' : ', ';
  const inner = paths.map((path) => words(path.slice(1))).filter((name) => name !== '');
  const outer = words((paths[0] ?? []).slice(0, 1));
  return inner.length === 0 ? outer : `${outer}: ${inner.join(', ')}`;
}

/** How long people waited, with and without the dose at the end. */
export function waitingSection({ measures, shown, isHidden }: Incident): Markup {
  const rows: [string, WaitingQuantiles][] = [
    ['Served', measures.waiting.served],
    ['Left without', measures.waiting.leftWithout],
  ];
  const cell = (ms: number | null, count: number) =>
    markup`<td class="number mono">${ms === null || isHidden(count) ? '–' : durationWords(ms * 1000)}</td>`;
  return pageSection(
    'Waiting',
    'From arriving to leaving. These are the values themselves, by nearest rank: of one run, so without an interval.',
    markup`<table class="waiting"><thead><tr><td></td><th scope="col" class="number">visits</th><th scope="col" class="number">median</th><th scope="col" class="number">95 of 100 within</th><th scope="col" class="number">longest</th></tr></thead><tbody>${rows.map(
      ([name, { count, medianMs, p95Ms, longestMs }]) =>
        markup`<tr><th scope="row">${name}</th><td class="number mono">${shown(count)}</td>${cell(medianMs, count)}${cell(p95Ms, count)}${cell(longestMs, count)}</tr>`,
    )}</tbody></table>`,
  );
}

/** How long those waited who had the dose in the end, for a run in which nobody had to be asked. */
export function waitedFigures({ measures, shown, isHidden }: Incident): Markup | null {
  const { count, medianMs, p95Ms, longestMs } = measures.waiting.served;
  if (count === 0) return null;
  const words = (ms: number | null) => (ms === null || isHidden(count) ? '–' : durationWords(ms * 1000));
  return figureList('From arriving to leaving, served', [
    ['Visits', shown(count), true],
    ['Median', words(medianMs)],
    ['95 of 100 within', words(p95Ms)],
    ['Longest', words(longestMs)],
  ]);
}

/** Time in each state, component by component, with how often it was entered. */
export function stateSection(incident: Incident): Markup | null {
  const jammed = new Set(jammedCartridges(incident).map(({ machine, cartridge }) => cartridgeAddress(machine, cartridge)));
  const told = incident.measures.states.filter(({ address }) => !/\/cartridge-\d+$/.test(address) || jammed.has(address));
  if (told.length === 0) return null;
  return pageSection(
    'Time in each state',
    'A bar is the component’s own time, from its first entry to the end of the run. Of the cartridges, those that jammed; the others are in the record. States that took no time are left out.',
    markup`<div class="states">${told.map(stateBlock)}</div>`,
  );
}

function stateBlock({ address, times }: StateMeasures): Markup {
  const whole = times.reduce((sum, { ms }) => sum + ms, 0);
  const lasting = times.filter(({ ms }) => ms > 0);
  return markup`<section><h3>${address}</h3><dl>${lasting.map(
    ({ state, ms, entered }) =>
      markup`<div><dt>${stateWords(state)}</dt><dd class="share"><svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width="${whole > 0 ? Math.round((ms / whole) * 1000) / 10 : 0}" height="4"/></svg></dd><dd class="mono">${durationWords(ms * 1000)}</dd><dd class="mono quiet">${entered}×</dd></div>`,
  )}</dl></section>
`;
}
