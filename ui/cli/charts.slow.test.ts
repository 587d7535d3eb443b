import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countsOf } from '@dosetwin/reports';
import { CHARTS, compileChart } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { dosetwin, temporaryFolder } from './test/dosetwin.js';

const folder = temporaryFolder();

describe('charts', () => {
  it('lists the charts with what they are made of', async () => {
    const { exit, stdout, stderr } = await dosetwin(['charts']);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(CHARTS.map(({ name }) => name));
    for (const line of lines) expect(line).toMatch(/^\w+ +\d+ states, \d+ transitions(, \d+ counters?)?(, \d+ timers?)?$/);
    const { charts } = JSON.parse((await dosetwin(['charts', '--json'])).stdout);
    expect(charts).toEqual(CHARTS.map((definition) => ({ name: definition.name, ...countsOf(compileChart(definition)) })));
    expect(charts[0]).toMatchObject({ name: 'cartridge', states: 41, counters: 2, timers: 14 });
  });

  it.each([
    [['charts', 'link'], /^<svg xmlns=[\s\S]*<\/svg>\n$/],
    [['charts', 'link', '--format', 'mermaid'], /^stateDiagram-v2\n[\s\S]*link_silent --> link_offline : after lossNoticedMs = /],
    [['charts', 'link', '--format', 'scxml'], /^<\?xml [\s\S]*<state id="link.silent">[\s\S]*<\/scxml>\n$/],
  ])('%j prints the chart', async (words, expected) => {
    const { exit, stdout, stderr } = await dosetwin(words);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toMatch(expected);
  });

  it('--json prints the table itself, --out writes what would be printed', async () => {
    const table = compileChart(CHARTS[0] as (typeof CHARTS)[number]);
    expect(JSON.parse((await dosetwin(['charts', 'cartridge', '--json'])).stdout)).toEqual(JSON.parse(JSON.stringify(table)));
    const file = join(folder, 'drawn', 'desk.txt');
    const written = await dosetwin(['charts', 'desk', '--format', 'mermaid', '--out', file]);
    expect(written).toEqual({ exit: 0, stdout: `${file}\n`, stderr: '' });
    expect(readFileSync(file, 'utf8')).toBe((await dosetwin(['charts', 'desk', '--format', 'mermaid'])).stdout);
  });

  it.each([
    [['charts', 'catridge'], 2, "'catridge' is no chart; did you mean cartridge?"],
    [['charts', 'zzzzzz'], 2, `'zzzzzz' is no chart; there are ${CHARTS.length}: cartridge, `],
    [['charts', '--out', join(folder, 'all.svg')], 2, 'Which chart is to be written?'],
    [['charts', 'link', '--out', folder], 3, 'cannot be written: there is a folder of that name'],
  ])('%j exits with a word that helps', async (words, exit, says) => {
    const refused = await dosetwin(words);
    expect(refused.exit).toBe(exit);
    expect(refused.stdout).toBe('');
    expect(refused.stderr).toContain(says);
  });
});
