import type { ComparedMeasure, ComparisonStudy, Contrast } from '@dosetwin/scenarios';
import { amountIn, outcomeName, scaleOf, signedIn } from './amountWords.js';

/** One scenario of the library with its counterparts; `study` is `null` where it has none to be compared with. */
export interface LibraryEffect {
  readonly name: string;
  readonly title: string;
  readonly study: readonly string[];
  /** The first 12 hexadecimal digits of SHA-256 over the scenario's file. */
  readonly fingerprint: string;
  readonly comparison: ComparisonStudy | null;
}

/** Measures told of each comparison: those that differ, the leading one first, and no more than these. */
const MEASURES_TOLD = 4;

/** The table of all effects, as Markdown: every scenario of the library against its counterparts. */
export function effectsPage(effects: readonly LibraryEffect[]): string {
  const runs = Math.max(0, ...effects.map(({ comparison }) => comparison?.seeds.done ?? 0));
  const compared = effects.filter(({ comparison }) => comparison !== null);
  const alone = effects.filter(({ comparison }) => comparison === null);
  return `${[
    '# What each scenario shows',
    '',
    `Every scenario of the library against its variants, each under the same ${runs} seeds. The difference is the variant less the`,
    'scenario as it stands, the mean of a run, with its 95 % interval by the paired t. Written by `dosetwin compare --library`;',
    'a page with every measure comes from `dosetwin compare NAME`.',
    '',
    'Which way a difference points follows from the mechanism: both sides met the same people and the same chance. How large it is',
    'rests on assumptions: every delay, every share, who comes and when. The study behind the scenarios was made while most sites were',
    'not yet open, interviewed people who worked with the programme and none who use drugs, and gives no counts. With many',
    'comparisons some differ by chance. Nobody is blamed by this table, and not to come is no fault.',
    '',
    '| scenario | study | against | what differs | A | B | difference |',
    '|---|---|---|---|---|---|---|',
    ...compared.flatMap(rowsOf),
    '',
    ...(alone.length === 0 ? [] : [`Without a counterpart: ${alone.map(({ name }) => `\`${name}\``).join(', ')}.`, '']),
    '## From which files',
    '',
    '| scenario | file | digest of the outcomes |',
    '|---|---|---|',
    ...effects.map(
      ({ name, fingerprint, comparison }) =>
        `| \`${name}\` | ${fingerprint} | ${comparison === null ? '' : comparison.digest.slice(0, 16)} |`,
    ),
  ].join('\n')}\n`;
}

function rowsOf({ name, study, comparison }: LibraryEffect): string[] {
  if (comparison === null) return [];
  return comparison.contrasts.flatMap((contrast) => {
    const against = `\`${(comparison.sides[contrast.side]?.name ?? '').replace(`${name}:`, '')}\``;
    const head = (place: number) => (place === 0 ? `\`${name}\` | ${study.join(', ')} | ${against}` : ' | | ');
    const told = toldMeasures(contrast, comparison.lookAt);
    if (told.length === 0) return [`| ${head(0)} | nothing: every interval holds 0 | | | |`];
    return told.map((measure, place) => `| ${head(place)} | ${measureCells(measure)} |`);
  });
}

/** What the scenario says to look at, the leading measure, then others that differ, in the order in which all are shown. */
function toldMeasures({ measures, leading }: Contrast, lookAt: readonly string[]): readonly ComparedMeasure[] {
  const differing = measures.filter(({ differs, name }) => differs && (!name.includes(':') || name === leading));
  const first = [...lookAt, leading ?? ''];
  const placeOf = ({ name }: ComparedMeasure) => (first.includes(name) ? first.indexOf(name) : first.length);
  return [...differing].sort((a, b) => placeOf(a) - placeOf(b)).slice(0, MEASURES_TOLD);
}

function measureCells({ name, meanA, meanB, difference, interval }: ComparedMeasure): string {
  const scale = scaleOf(name, [meanA, meanB, difference]);
  const between = interval === null ? '' : ` (${signedIn(scale, interval[0])} to ${signedIn(scale, interval[1])})`;
  return `${outcomeName(name)}, ${scale.unit} | ${amountIn(scale, meanA)} | ${amountIn(scale, meanB)} | ${signedIn(scale, difference)}${between}`;
}
