import type { Disagreement, EngineAnswer } from '@dosetwin/twin';
import { Markup, markup } from '../markup/Markup.js';
import type { ChartLayout } from './ChartLayout.js';
import { chartDrawing } from './chartDrawing.js';
import { chartMeasures } from './chartMeasures.js';
import { chartStyle } from './chartStyle.js';
import { differenceStyle } from './differenceStyle.js';
import { graphOf } from './graphOf.js';
import { layOut } from './layOut.js';
import { notationWords } from './notationWords.js';
import { unlikeLines } from './unlikeLines.js';
import { type WayMarks, wayMarks } from './wayMarks.js';
import { wayWords } from './wayWords.js';

const { row, perLetter } = chartMeasures;
const MARGIN = 28;
const TITLE = 60;
const COLUMN = 470;
const GAP = 24;
/** From the top of a caption to its first line. */
const CAPTION = 44;

/** A difference between two engines on its chart: the way that leads there, where they end, and what each of them says. */
export async function renderDifferenceSvg(disagreement: Disagreement): Promise<string> {
  const { table, way, answers } = disagreement;
  const graph = graphOf(table);
  const marks = wayMarks(disagreement);
  const layout = await layOut(graph, notationWords);
  const inner = Math.max(2 * COLUMN + GAP, Math.ceil(layout.width));
  const steps = wrapped(['start', ...wayWords(way)], Math.floor(inner / perLetter));
  const chartAt = MARGIN + TITLE + steps.length * row + 12;
  const captionAt = chartAt + Math.ceil(layout.height) + 26;
  const lines = answers.map(({ lines }) => lines.flatMap(broken)) as [string[], string[]];
  const height = captionAt + CAPTION + Math.max(...lines.map(({ length }) => length)) * row + MARGIN;
  const width = inner + 2 * MARGIN;
  const [reference, other] = answers;
  return `${
    markup`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc">
<title id="title">${`A difference on the ${graph.name} chart`}</title>
<desc id="desc">${`start, ${wayWords(way).join(', ')}. ${answers.map(said).join('. ')}.`}</desc>
<style>${new Markup(chartStyle + differenceStyle)}</style>
<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="amber-soft" width="7" height="7"/><path class="amber-line" d="M0 0V7"/></pattern></defs>
<rect class="page" width="${width}" height="${height}"/>
<text class="title" x="${MARGIN}" y="${MARGIN + 22}">${graph.name}</text>
<text class="about" x="${MARGIN}" y="${MARGIN + 46}">${`${reference.engine} and ${other.engine} do not agree after`}</text>
${steps.map((line, i) => markup`<text class="mono way" x="${MARGIN}" y="${MARGIN + TITLE + 8 + i * row}">${line}</text>\n`)}
<g transform="translate(${MARGIN} ${chartAt})">
${chartDrawing(graph, layout, marks)}${badges(layout, marks)}</g>
${captions(answers, lines, captionAt)}</svg>`.text
  }\n`;
}

function said({ engine, lines }: EngineAnswer): string {
  return `${engine}: ${lines.join('; ')}`;
}

/** The numbers of the steps, on the transitions that they took. */
function badges({ lines }: ChartLayout, { steps }: WayMarks): Markup {
  return markup`${lines.flatMap(({ id, points, label }) => {
    const numbers = steps.get(id);
    const [start] = points;
    if (numbers === undefined || start === undefined) return [];
    const words = numbers.length > 3 ? `${numbers.slice(0, 2).join(' ')} …` : numbers.join(' ');
    const width = Math.max(17, words.length * perLetter + 10);
    const [x, y] = label === null ? [start.x + 6, start.y + 4] : [label.x + 4, label.y - 17];
    return [
      markup`<rect class="badge" x="${x}" y="${y}" width="${width}" height="17" rx="8.5"/><text class="mono badge-words" x="${x + width / 2}" y="${y + 12.5}" text-anchor="middle">${words}</text>\n`,
    ];
  })}`;
}

/** Both answers side by side; lines in which they differ carry a sign and stand on amber. */
function captions(answers: Disagreement['answers'], lines: readonly [string[], string[]], y: number): Markup {
  const unlike = unlikeLines(...lines);
  return markup`${answers.map(({ engine }, side) => {
    const x = MARGIN + side * (COLUMN + GAP);
    const tone = side === 0 ? 'state expected' : 'state strange';
    return markup`<path class="hair" d="M${x} ${y}h${COLUMN}"/>
<rect class="${tone}" x="${x + 1}" y="${y + 11}" width="22" height="13" rx="3"/>
<text class="head" x="${x + 32}" y="${y + 22}">${engine}</text>
${(lines[side] ?? []).map((line, i) => {
  const at = y + CAPTION + i * row;
  const isUnlike = unlike[side]?.has(i) === true;
  const ground = isUnlike && markup`<rect class="amber-soft" x="${x}" y="${at - 11}" width="${COLUMN}" height="${row}"/>`;
  return markup`${ground}<text class="mono" x="${x + 6}" y="${at}">${isUnlike ? '≠' : ''}</text><text class="mono answer" x="${x + 22}" y="${at}">${line.replaceAll(' ', '\u00a0')}</text>\n`;
})}`;
  })}`;
}

/** Words in rows of so many letters. */
function wrapped(words: readonly string[], letters: number): string[] {
  const rows: string[] = [];
  for (const word of words) {
    const last = rows.at(-1);
    const joined = `${last} → ${word}`;
    if (last === undefined) rows.push(word);
    else if (joined.length <= letters) rows[rows.length - 1] = joined;
    else rows.push(`→ ${word}`);
  }
  return rows;
}

/** A line of a caption, in as many rows as it needs. */
function broken(line: string): string[] {
  const letters = Math.floor((COLUMN - 30) / perLetter);
  if (line.length <= letters) return [line];
  return [line.slice(0, letters), ...broken(`  ${line.slice(letters)}`)];
}
