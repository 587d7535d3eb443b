import type { DoseMeasures } from '@dosetwin/scenarios';
import { type Markup, markup } from '../markup/Markup.js';
import { reasonWords } from '../words/reasonWords.js';
import type { Incident } from './Incident.js';

const MAX_SQUARES = 400;
const COLUMNS = 10;
const SIDE = 18;
const PITCH = 23;

interface Kind {
  readonly name: 'served' | 'not-come' | 'yet' | 'waiting' | 'without';
  readonly count: number;
  readonly words: string;
}

/** Every dose that fell due as one square, and what became of it; above 400, and where a count is not to be shown, the words alone. */
export function doseSquares({ measures, shown, isHidden }: Incident, title: string): Markup {
  const { doses } = measures;
  const kinds = kindsOf(doses, shown);
  const areDrawn = doses.due <= MAX_SQUARES && doses.due > 0 && !kinds.some(({ count }) => isHidden(count));
  return markup`<section class="doses"><h2>${title}</h2>
${areDrawn && squares(kinds)}
<ul class="legend">${kinds.map(({ name, words }) => markup`<li class="${name}">${name !== 'served' && key(name)}${words}</li>`)}${causes(doses, shown)}</ul></section>`;
}

/** Where there is more than one cause, each has a line. */
function causes({ leftWithoutBy }: DoseMeasures, shown: Incident['shown']): Markup | null {
  if (leftWithoutBy.length < 2) return null;
  return markup`${leftWithoutBy.map(({ cause, count }) => markup`<li class="cause">${shown(count)}: ${reasonWords(cause)}</li>`)}`;
}

function kindsOf(doses: DoseMeasures, shown: Incident['shown']): Kind[] {
  const [only] = doses.leftWithoutBy.length === 1 ? doses.leftWithoutBy : [];
  const all: Kind[] = [
    { name: 'served', count: doses.served, words: `${shown(doses.served)} served` },
    { name: 'not-come', count: doses.didNotCome, words: `${shown(doses.didNotCome)} did not come` },
    { name: 'yet', count: doses.notYetCome, words: `${shown(doses.notYetCome)} still expected when the run ended` },
    { name: 'waiting', count: doses.waiting, words: `${shown(doses.waiting)} still waiting when the run ended` },
    {
      name: 'without',
      count: doses.leftWithout,
      words: `${shown(doses.leftWithout)} left without${only ? `: ${reasonWords(only.cause)}` : ''}`,
    },
  ];
  return all.filter(({ name, count }) => count > 0 || name === 'served');
}

function squares(kinds: readonly Kind[]): Markup {
  const names = kinds.flatMap(({ name, count }) => Array.from({ length: count }, () => name));
  const rows = Math.ceil(names.length / COLUMNS);
  return markup`<svg class="squares" viewBox="0 0 ${COLUMNS * PITCH - PITCH + SIDE} ${rows * PITCH - PITCH + SIDE + 1}" aria-hidden="true">${hatch('squares')}
${names.map((name, index) => square(name, (index % COLUMNS) * PITCH, Math.floor(index / COLUMNS) * PITCH, 'squares'))}</svg>`;
}

function square(name: Kind['name'], x: number, y: number, pattern: string): Markup {
  const fill = name === 'without' ? markup`fill="url(#hatch-${pattern})"` : null;
  return markup`<rect class="${name}" ${fill} x="${x + 0.7}" y="${y + 0.7}" width="${SIDE - 1.4}" height="${SIDE - 1.4}" rx="2"/>`;
}

function key(name: Kind['name']): Markup {
  return markup`<svg class="key" viewBox="0 0 18 18" aria-hidden="true">${name === 'without' && hatch(`key-${name}`)}${square(name, 0, 0, `key-${name}`)}</svg>`;
}

/** The amber hatch of everything that stuck, under an id of its own: a pattern in a hidden drawing draws nothing. */
export function hatch(id: string): Markup {
  return markup`<defs><pattern id="hatch-${id}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="fault-ground" width="6" height="6"/><line class="fault-line" x1="1.5" x2="1.5" y1="0" y2="6"/></pattern></defs>`;
}
