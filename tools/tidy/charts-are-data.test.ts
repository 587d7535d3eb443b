import { describe, expect, it } from 'vitest';
import { chartsAreData } from './charts-are-data.js';
import { Source } from './Source.js';

const check = (machine: string, path = 'twin/src/charts/link.chart.ts') =>
  chartsAreData
    .check([new Source(path, `export const linkChart = setup({ guards, actions, delays }).createMachine(${machine});`)])
    .map(({ message }) => message);

describe('charts-are-data', () => {
  it.each([
    ['{ entry: () => beep() }', /a function in a chart/],
    ['{ entry: function () {} }', /a function in a chart/],
    ['{ entry() {} }', /a function in a chart/],
    ['{ after: { 500: "b" } }', /the number 500/],
    ['{ context: { tries: 3 } }', /the number 3/],
    ['{ invoke: { src: "a" } }', /'invoke' in a chart: send a command/],
    ['{ "invoke": { src: "a" } }', /'invoke' in a chart/],
    ['{ entry: spawnChild("a") }', /'spawnChild' in a chart/],
    ['{ clock: simulated }', /'clock' in a chart/],
  ])('refuses %s', (machine, message) => {
    expect(check(machine)).toEqual([expect.stringMatching(message)]);
  });

  it('accepts names, and leaves other files alone', () => {
    expect(
      check(
        "{ initial: 'a', states: { a: { after: { stallMs: 'b' } }, b: { entry: { type: 'tell', params: { role: 'desk' } } } } }",
      ),
    ).toEqual([]);
    expect(check('{ after: { 500: "b" } }', 'twin/src/charts/vocabulary.ts')).toEqual([]);
  });
});
