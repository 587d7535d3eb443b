import type { ChartTable } from '@dosetwin/twin';
import { Markup, markup } from '../markup/Markup.js';
import type { ChartGraph } from './ChartGraph.js';
import { chartDrawing } from './chartDrawing.js';
import { chartStyle } from './chartStyle.js';
import { countsOf, countWords } from './countWords.js';
import { graphOf } from './graphOf.js';
import { layOut } from './layOut.js';
import { notationWords } from './notationWords.js';

const MARGIN = 28;
const TITLE = 66;

/** A chart as a picture that stands alone: hierarchy as nested boxes, regions apart by dashed lines, all in mono notation. */
export async function renderChartSvg(table: ChartTable): Promise<string> {
  const graph = graphOf(table);
  const layout = await layOut(graph, notationWords);
  const [width, height] = [Math.max(360, Math.ceil(layout.width)) + 2 * MARGIN, Math.ceil(layout.height) + 2 * MARGIN + TITLE];
  const about = countWords(countsOf(table));
  return `${
    markup`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc">
<title id="title">${`The ${graph.name} chart`}</title>
<desc id="desc">${described(graph, about)}</desc>
<style>${new Markup(chartStyle)}</style>
<rect class="page" width="${width}" height="${height}"/>
<text class="title" x="${MARGIN}" y="${MARGIN + 22}">${graph.name}</text>
<text class="about" x="${MARGIN}" y="${MARGIN + 46}">${about}</text>
<g transform="translate(${MARGIN} ${MARGIN + TITLE})">
${chartDrawing(graph, layout)}</g>
</svg>`.text
  }\n`;
}

/** In words, for whoever hears the picture: every transition that leads somewhere. */
function described(graph: ChartGraph, about: string): string {
  const ways = graph.edges.map(
    (edge) =>
      `${edge.from || graph.name} to ${edge.to || graph.name}: ${notationWords
        .label(edge)
        .map((line) => line.trim())
        .join(' ')}`,
  );
  return `${about}. ${ways.join('; ')}.`;
}
