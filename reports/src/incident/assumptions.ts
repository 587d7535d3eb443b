import { counted } from '@dosetwin/scenarios';
import { isAssumption, type Parameter } from '@dosetwin/twin';
import { type Markup, markup } from '../markup/Markup.js';
import { spaced } from '../words/nameWords.js';
import { grouped } from './chronology.js';
import type { Incident } from './Incident.js';
import { pageSection } from './pageSection.js';

interface Figure {
  readonly block: string;
  readonly name: string;
  readonly parameter: Parameter;
  /** Values that the scenario set, each for a machine or for all. */
  readonly set: readonly { readonly machine: string | null; readonly value: number }[];
}

/** How many figures of the model are assumptions. */
export function assumptionCount(incident: Incident): number {
  return figuresOf(incident).filter(({ parameter }) => isAssumption(parameter)).length;
}

/** Every figure of the model that was not found in a source, and below those, the figures that were or that were set. */
export function assumptions(incident: Incident): Markup {
  const figures = figuresOf(incident);
  const assumed = figures.filter(({ parameter }) => isAssumption(parameter));
  const others = figures.filter(({ parameter }) => !isAssumption(parameter));
  if (figures.length === 0)
    return pageSection(
      'Assumptions',
      '',
      markup`<p class="quiet">The model’s figures were not at hand when this report was written.</p>`,
    );
  return markup`${pageSection(
    'Assumptions',
    `${counted(assumed.length, 'figure')} of the model ${assumed.length === 1 ? 'was' : 'were'} not found in any source. Each can be set in a scenario; the range says what makes sense.`,
    figureTable(assumed),
  )}${others.length > 0 && pageSection('Figures with a source', `${counted(others.length, 'figure')} of the model, and where ${others.length === 1 ? 'it comes' : 'they come'} from.`, figureTable(others))}`;
}

function figuresOf({ surroundings, record }: Incident): Figure[] {
  return Object.entries(surroundings.parameterBlocks).flatMap(([block, parameters]) =>
    Object.entries(parameters).map(([name, parameter]) => ({
      block,
      name,
      parameter,
      set: record.header.parameters.filter((set) => set.block === block && set.name === name),
    })),
  );
}

function figureTable(figures: readonly Figure[]): Markup {
  return markup`<table class="parameters"><thead><tr><th scope="col">figure</th><th scope="col" class="number">value</th><th scope="col">range</th><th scope="col">source</th></tr></thead><tbody>${figures.map(
    ({
      block,
      name,
      parameter,
      set,
    }) => markup`<tr><th scope="row">${parameter.says}<span class="mono quiet"> ${block}.${name}</span></th>
<td class="number">${value(parameter.value, parameter.unit)}${set.map(({ machine, value: own }) => markup`<span class="set">set to ${value(own, parameter.unit)}${machine !== null && ` at ${machine}`}</span>`)}</td>
<td class="quiet">${plain(parameter.min)} to ${plain(parameter.max)}</td><td>${parameter.source}</td></tr>
`,
  )}</tbody></table>`;
}

function value(figure: number, unit: string): Markup {
  if (unit === 'yes/no') return markup`${figure === 0 ? 'no' : 'yes'}`;
  if (unit === 'count' || unit === 'share') return markup`<span class="mono">${plain(figure)}</span>`;
  return markup`<span class="mono">${plain(figure)}</span>\u00a0${unit === 'us' ? 'µs' : unit === 'degC' ? '°C' : spaced(unit)}`;
}

function plain(figure: number): string {
  const [whole = '', fraction] = String(figure).split('.');
  return `${grouped(whole)}${fraction === undefined ? '' : `.${fraction}`}`;
}
