import { CHARTS, compileChart } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { everyFeature } from '../../test/everyFeature.js';
import { allOf, readXml, textOf } from '../../test/readXml.js';
import { graphOf } from './graphOf.js';
import { notationWords } from './notationWords.js';
import { renderChartSvg } from './renderChartSvg.js';

const TABLES = [...CHARTS.map(compileChart), everyFeature];

describe.each(TABLES)('the picture of $chart', async (table) => {
  const source = await renderChartSvg(table);

  it('is one well-formed SVG that stands alone, named and described for those who hear it', () => {
    const svg = readXml(source);
    expect(svg.name).toBe('svg');
    expect(svg.attributes).toMatchObject({ role: 'img', 'aria-labelledby': 'title desc' });
    const [title, desc] = [allOf(svg, 'title')[0], allOf(svg, 'desc')[0]].map((one) => (one === undefined ? '' : textOf(one)));
    expect(title).toBe(`The ${table.chart} chart`);
    for (const { from, to } of graphOf(table).edges) expect(desc).toContain(`${from || table.chart} to ${to || table.chart}: `);
    expect(source.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|@import|<script/);
    expect(source).toContain('prefers-color-scheme: dark');
  });

  it('writes every state, transition, guard, effect and delay as text', () => {
    const texts = allOf(readXml(source), 'text').map((text) =>
      allOf(text, 'tspan').length === 0 ? textOf(text) : allOf(text, 'tspan').map(textOf).join('\n'),
    );
    const graph = graphOf(table);
    const plain = (lines: readonly string[]) => lines.join('\n').replaceAll(' ', '\u00a0');
    for (const node of graph.nodes) {
      expect(
        texts.some((text) => text.includes(node.key) || /^H\*?$|^backH/.test(text)),
        node.id,
      ).toBe(true);
    }
    for (const node of [graph.root, ...graph.nodes]) {
      const lines = notationWords.lines(node);
      if (lines.length > 0) expect(texts).toContain(plain(lines));
    }
    for (const edge of graph.edges) expect(texts).toContain(plain(notationWords.label(edge)));
    const all = texts.join('\n').replaceAll('\u00a0', ' ');
    for (const { name } of table.delays) expect(all).toContain(`after ${name} = `);
  });
});

it('draws ends, histories, dots and the lines between regions', async () => {
  const svg = readXml(await renderChartSvg(everyFeature));
  const tones = (tone: string) =>
    ['rect', 'circle', 'path'].flatMap((name) => allOf(svg, name)).filter(({ attributes }) => attributes.class === tone);
  expect(tones('rule')).toHaveLength(1);
  expect(allOf(svg, 'circle').filter(({ attributes }) => attributes.class === 'state')).toHaveLength(2);
  // Three states that start somewhere, two ends.
  expect(tones('dot')).toHaveLength(5);
  expect(allOf(svg, 'text').map(textOf)).toEqual(expect.arrayContaining(['backH*', 'backH']));
});
