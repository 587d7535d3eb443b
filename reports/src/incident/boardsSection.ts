import { driftEnvelope, driftName } from '@dosetwin/firmware-bridge';
import { counted, percent } from '@dosetwin/scenarios';
import type { TraceEntry } from '@dosetwin/twin';
import { type Markup, markup } from '../markup/Markup.js';
import { durationWords } from '../words/durationWords.js';
import type { Incident } from './Incident.js';
import { pageSection } from './pageSection.js';

const MODEL = 'model';

/**
 * Who stood below each hinge, what its people and its wire did, and where firmware was otherwise than the model beside it. `null` where the
 * model stood everywhere: there is nothing to be held against it.
 */
export function boardsSection(incident: Incident): Markup | null {
  const machines = Object.entries(incident.record.header.controllers);
  if (machines.every(([, controller]) => controller === MODEL)) return null;
  return pageSection(
    'Boards, and the model beside them',
    'While firmware runs, the model runs beside it on the same commands. A drift is a figure of a motion that ended well outside the model’s envelope: a change to be looked at before it becomes a jam, and no fault of anybody.',
    markup`${machines.map(([machine, controller]) => machineBlock(incident, machine, controller))}${driftTable(incident)}`,
  );
}

/** Whether a real board stood below any hinge: then not every machine was simulated. */
export function hasRealBoard({ record }: Incident): boolean {
  return record.entries.some(({ kind, source }) => kind === 'joined' && source.endsWith('/board'));
}

function machineBlock({ record, clock }: Incident, machine: string, controller: string): Markup {
  const said = record.entries.filter(({ source }) => source === `${machine}/board`);
  const of = (kind: string) => said.filter((entry) => entry.kind === kind);
  const rows: [string, string][] = [
    ['Below its hinge', controller],
    ...happenings(said).map(({ t_us, payload }): [string, string] => [
      `At ${clock.timeWithSeconds(t_us)}`,
      happeningWords(payload),
    ]),
    ...withheldRow(of('withheld')),
    ...leapsRow(of('leapt'), record.header.length_us),
  ];
  return markup`<section class="board"><h3>${machine}</h3><dl class="facts">${rows.map(
    ([name, fact]) => markup`<div><dt>${name}</dt><dd>${fact}</dd></div>
`,
  )}</dl></section>`;
}

/** What people and the wire did, in its order. */
function happenings(said: readonly TraceEntry[]): TraceEntry[] {
  return said.filter(({ kind }) => kind === 'armed' || kind === 'wire');
}

function happeningWords({ is, says }: TraceEntry['payload']): string {
  if (says !== undefined) return String(says);
  return is === true ? 'motors armed: inert packages only' : 'motors not armed any more';
}

function withheldRow(withheld: readonly TraceEntry[]): [string, string][] {
  return withheld.length === 0 ? [] : [['Withheld', `${counted(withheld.length, 'motion')}, since motors were not armed`]];
}

/** How much of the run a real board did not see, since nothing was at work at it. */
function leapsRow(leaps: readonly TraceEntry[], length_us: number): [string, string][] {
  if (leaps.length === 0) return [];
  const by_us = leaps.reduce((sum, { payload }) => sum + Number(payload.by_us), 0);
  return [['Leapt over', `${durationWords(by_us)} of ${durationWords(length_us)}, while nothing was at work at its board`]];
}

function driftTable({ record, clock }: Incident): Markup {
  const drifts = record.entries.filter(({ kind, source }) => kind === 'drift' && source.endsWith('/shadow'));
  const drops = dropsOf(record);
  if (drifts.length === 0) {
    const looked = drops === 0 ? 'No motion ended with a drop' : `${counted(drops, 'motion')} ended with a drop`;
    return markup`<p class="quiet">No drift. ${looked}${drops === 0 ? ', so nothing was compared.' : ', each within the model’s envelope.'}</p>`;
  }
  const several = Object.keys(record.header.controllers).length > 1;
  const orders = new Set(drifts.map(({ source, payload }) => `${source} ${payload.order}`)).size;
  const heads = ['time', 'cartridge', 'what was otherwise'];
  return markup`<table class="drifts"><thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}<th scope="col" class="number">seen</th><th scope="col" class="number">model</th><th scope="col">envelope</th></tr></thead><tbody>${drifts.map(
    ({
      t_us,
      source,
      payload,
    }) => markup`<tr><th scope="row" class="mono">${clock.timeWithSeconds(t_us)}</th><td>${several && `${source.slice(0, -'/shadow'.length)}, `}${String(payload.cartridge)}</td><td>${driftName(String(payload.what))}</td><td class="number"><span class="mono">${String(payload.is)}</span> ${figureUnit(payload)}</td><td class="number mono">${String(payload.model)}</td><td class="quiet">${driftEnvelope(String(payload.what))}</td></tr>
`,
  )}</tbody></table><p class="quiet">${counted(orders, 'motion')} of ${drops}${drops > 0 && ` (${percent(orders, drops)})`} drifted. The envelope’s figures are assumptions.</p>`;
}

/** How many motions of firmware were held against the model: those that ended with a drop. */
function dropsOf({ entries, header }: Incident['record']): number {
  const isFirmware = (source: string) =>
    source.endsWith('/hinge') && header.controllers[source.slice(0, -'/hinge'.length)] !== MODEL;
  return entries.filter(({ kind, source, payload }) => kind === 'signal' && payload.name === 'dropped' && isFirmware(source))
    .length;
}

function figureUnit({ is, unit }: TraceEntry['payload']): string {
  return is === 1 && unit === 'half turns' ? 'half turn' : String(unit);
}
