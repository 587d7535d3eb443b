import { counted } from '@dosetwin/scenarios';
import { type Markup, markup } from '../markup/Markup.js';
import { durationWords } from '../words/durationWords.js';
import type { Incident } from './Incident.js';
import { pageSection } from './pageSection.js';

const STUDY = 'Mansoor and others, Harm Reduction Journal 2023, doi 10.1186/s12954-023-00789-8';

const BOARD = '/board';

const UNREAD =
  'The text of the scenario could not be read from this record, so the calendars of those who were asked are missing.';

/** What was asked of the bench: the scenario in its own words, and what stood in it. */
export function whatWasAsked(incident: Incident): Markup {
  const { record, surroundings, clock } = incident;
  const { header } = record;
  const scenario = surroundings.scenario;
  const world = scenario?.world;
  const facts: [string, string][] = [
    ['Scenario', header.scenario],
    ['Variant', header.variant ?? 'none'],
    ['Starts', `${clock.date(0)}, ${clock.hoursAndMinutes(0)}, ${clock.zone}`],
    ['Lasts', durationWords(header.length_us)],
    ['Seed', String(header.seed)],
    [
      'Sites',
      Object.entries(header.zones)
        .map(([site, zone]) => `${site} (${zone})`)
        .join(', '),
    ],
  ];
  if (world) {
    facts.push([
      'In it',
      [
        counted(world.machines.length, 'machine'),
        counted(world.people.length, 'person', 'people'),
        counted(world.contacts.length, 'contact'),
      ].join(', '),
    ]);
  }
  return pageSection(
    'What was asked',
    scenario && scenario.study.length > 0
      ? `After ${scenario.study.length === 1 ? 'report' : 'reports'} ${scenario.study.join(', ')} of the study: ${STUDY}.`
      : '',
    markup`${paragraphs(scenario?.about ?? UNREAD).map((text) => markup`<p class="about">${text}</p>`)}${factList(facts)}`,
  );
}

/** A text of the file, where a line's end is a space and an empty line begins a paragraph. */
function paragraphs(text: string): string[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' '));
}

/** What may be concluded, what was assumed, and what the study cannot say. */
export function limitsSection({ jam, record }: Incident): Markup {
  return pageSection(
    'What this can tell',
    'Printed with every report.',
    markup`<div class="columns"><section><h3>Follows from the mechanism</h3>
<p>The order of events: what the machine did after each motion, who was on the list to be asked, who was open, busy or away at that hour, and who held a key. ${
      jam === null
        ? 'The counts follow too: every package is dispensed, rejected, remaining or unknown.'
        : 'A package whose fall nobody saw stays unknown, and its cartridge locked, until the door has been opened or a recovery has freed it.'
    }</p></section>
${notPromised(record.entries)}<section><h3>Was assumed</h3>
<p>Every duration and every share in the table of assumptions: how long a journey takes, how soon somebody notices, how often recovery from afar works, who comes and when. This is one run with one seed; its minutes are an example, not an estimate.</p></section>
<section><h3>The study’s limits</h3>
<p>Most sites were not yet open. The people interviewed worked with the programme. People who use drugs were not interviewed. It gives no counts: how often any of this happens is not known.</p></section>
<section><h3>What this must not be used for</h3>
<p>The bench is for inert packages, is no medical device, and is never for watching people: no monitoring, no discipline, no policing. People here are pseudonyms in a fictional place. Who did not come did nothing wrong, and nobody is blamed by this report.</p></section></div>`,
  );
}

/** What is needed to have the same run again. */
export function provenance({ record }: Incident): Markup {
  const { header, end } = record;
  const { dosetwin, zoneData, ...others } = header.versions;
  const facts: [string, string, boolean?][] = [
    ['dosetwin', dosetwin],
    ['Zone data', zoneData],
    ...Object.entries(others).map(([part, version]): [string, string] => [part, version]),
    ['Record', `${header.format} ${header.version}`],
    ['Seed', String(header.seed)],
    ['Entries', end === null ? `${record.entries.length}, unfinished` : String(end.entries)],
    ['Digest', end?.digest ?? 'none: the record is unfinished', true],
    ['Controllers’ digest', end?.controllerDigest ?? 'none: the record is unfinished', true],
    ...Object.entries(header.controllers).map(([machine, controller]): [string, string] => [
      `Below the hinge of ${machine}`,
      controller,
    ]),
    ['Parameters set', parametersSet(header.parameters)],
  ];
  return pageSection(
    'Provenance',
    markup`The same scenario, parameters, controllers, seed and inputs give the same digest on every machine. <span class="mono">dosetwin replay</span> checks it.`,
    factList(facts),
  );
}

/** What boards of another make cannot promise, as the run said it when it joined them. */
function notPromised(entries: Incident['record']['entries']): Markup[] {
  const said = entries.filter(({ kind, source }) => kind === 'promise' && source.endsWith(BOARD));
  return [...new Set(said.map(({ source }) => source))].map(
    (board) => markup`<section><h3>Not promised by the board of ${board.slice(0, -BOARD.length)}</h3>
${said.filter(({ source }) => source === board).map(({ payload }) => markup`<p>${String(payload.says)}</p>`)}</section>
`,
  );
}

function parametersSet(set: Incident['record']['header']['parameters']): string {
  if (set.length === 0) return 'none: every figure has its default';
  return set
    .map(({ machine, block, name, value }) => `${block}.${name} = ${value}${machine === null ? '' : ` at ${machine}`}`)
    .join('; ');
}

function factList(facts: readonly (readonly [name: string, fact: string, mono?: boolean])[]): Markup {
  return markup`<dl class="facts">${facts.map(
    ([name, fact, mono]) => markup`<div><dt>${name}</dt><dd${mono === true && markup` class="mono digest"`}>${fact}</dd></div>
`,
  )}</dl>`;
}
