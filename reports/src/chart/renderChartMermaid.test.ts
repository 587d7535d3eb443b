import { CHARTS, compileChart } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { everyFeature } from '../../test/everyFeature.js';
import { graphOf } from './graphOf.js';
import { renderChartMermaid } from './renderChartMermaid.js';

const TABLES = [...CHARTS.map(compileChart), everyFeature];

describe.each(TABLES)('Mermaid of $chart', (table) => {
  const lines = renderChartMermaid(table)
    .trimEnd()
    .split('\n')
    .map((line) => line.trim());
  const declared = lines.flatMap((line) => /^state "[^"\n]+" as (\w+)( \{)?$/.exec(line)?.[1] ?? []);
  const graph = graphOf(table);

  it('holds only lines that the grammar has, with every brace closed', () => {
    expect(lines[0]).toBe('stateDiagram-v2');
    const inNote = new Set<number>();
    let note = false;
    for (const [place, line] of lines.entries()) {
      if (line === 'end note') note = false;
      if (note) inNote.add(place);
      if (line.startsWith('note right of ')) note = true;
    }
    for (const [place, line] of lines.slice(1).entries()) {
      if (inNote.has(place + 1)) expect(line).toMatch(/^[^:{}"]+$/);
      else
        expect(line).toMatch(
          /^(state "[^"]+" as \w+( \{)?|\w+ : [^:{}"]+|(\w+|\[\*\]) --> (\w+|\[\*\])( : [^:{}"]+)?|\}|--|note right of \w+|end note)$/,
        );
    }
    expect(lines.filter((line) => line.endsWith('{'))).toHaveLength(lines.filter((line) => line === '}').length);
  });

  it('declares every state once, and has an arrow for every transition and start', () => {
    expect(declared).toHaveLength(table.states.length);
    expect(new Set(declared).size).toBe(declared.length);
    const nameOf = new Map(['', ...graph.nodes.map(({ id }) => id)].map((id, place) => [id, declaredInOrder(place)]));
    for (const { from, to } of graph.edges)
      expect(lines.some((line) => line.startsWith(`${nameOf.get(from)} --> ${nameOf.get(to)}`))).toBe(true);
    const arrows = lines.filter((line) => / --> \w/.test(line) && !line.startsWith('[*]'));
    expect(arrows).toHaveLength(graph.edges.length);
    expect(lines.filter((line) => line.startsWith('[*] --> '))).toHaveLength(
      table.states.filter(({ kind }) => kind === 'compound').length,
    );
    const inside = [graph.root, ...graph.nodes].flatMap(({ notes }) => notes);
    const said = lines.filter((line) => !line.includes('-->')).join('\n');
    for (const { on } of inside) expect(said).toContain(on.replace(/["&:]/g, (letter) => `#${letter.codePointAt(0)};`));
  });

  /** Histories come after their siblings in the graph as in the text: both follow the table. */
  function declaredInOrder(place: number): string | undefined {
    return declared[place];
  }
});

it('parts regions, ends where the chart ends, and lets no text end early', () => {
  const text = renderChartMermaid(everyFeature);
  expect(text.match(/^ *--$/gm)).toHaveLength(1);
  expect(text.match(/ --> \[\*\]$/gm)).toHaveLength(2);
  expect(text).toContain('state "a#60;b" as');
  expect(text).toContain('GO#58;#34;#38;#34; [otherwise]<br/>/ record said a #34;word#34; --#62; #60;b#62; (person)');
  expect(text).toContain('state "H* back" as');
});
