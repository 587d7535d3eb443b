import { CHARTS, type ChartDefinition, compileChart, type Disagreement, evidenceOf, mutantsOf } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { allOf, readXml, textOf } from '../../test/readXml.js';
import { renderDifferenceSvg } from './renderDifferenceSvg.js';

const link = CHARTS.find(({ name }) => name === 'link') as ChartDefinition;

/** What the evidence finds when one thing of the link's table is changed. */
function found(kind: string, says: RegExp): Disagreement {
  const mutant = mutantsOf(compileChart(link)).find((one) => one.kind === kind && says.test(one.says));
  const options = { maxSituations: 100, maxProbed: 10, seed: 1, walks: 1, walkSteps: 10 };
  const disagreement = evidenceOf(link, options, mutant?.table).disagreement?.();
  if (disagreement === undefined) throw new Error('no difference was found');
  return disagreement;
}

async function drawn(disagreement: Disagreement) {
  const svg = readXml(await renderDifferenceSvg(disagreement));
  const toned = (tone: string) =>
    ['rect', 'path'].flatMap((name) => allOf(svg, name)).filter(({ attributes }) => attributes.class === tone).length;
  return { svg, toned, texts: allOf(svg, 'text').map((text) => textOf(text).replaceAll('\u00a0', ' ')) };
}

describe('a difference drawn on its chart', () => {
  it('[E9] shows the way, where each engine ends, and what each says, the unlike lines with a sign', async () => {
    const { svg, toned, texts } = await drawn(found('target', /goes to link and not to link\.offline/));
    expect(textOf(allOf(svg, 'title')[0] as never)).toBe('A difference on the link chart');
    expect(texts).toContain('start → 1 DOWN → 2 after lossNoticedMs');
    // Each tone once in the chart, and once as the key over its column.
    expect([toned('state expected'), toned('state strange'), toned('line taken'), toned('badge')]).toEqual([2, 2, 2, 2]);
    expect(texts).toEqual(expect.arrayContaining(['XState', 'tables', 'in offline', 'in online', 'record link-lost']));
    expect(texts.filter((text) => text === '≠')).toHaveLength(4);
  });

  it('[E9] marks the state in which both stand when only what they do differs', async () => {
    const { toned, texts } = await drawn(found('order', /exit of link\.offline/));
    expect([toned('state strange expected'), toned('state expected'), toned('state strange')]).toEqual([1, 1, 1]);
    expect(texts.filter((text) => text === '≠').length).toBeGreaterThanOrEqual(2);
  });

  it('[E9] tells a figure that differs', async () => {
    const { texts } = await drawn(found('delay', /is 1 ms more/));
    expect(texts.filter((text) => /^lossNoticedMs = \d+$/.test(text))).toHaveLength(2);
  });
});
