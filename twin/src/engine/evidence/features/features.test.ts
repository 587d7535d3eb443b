import { describe, expect, it } from 'vitest';
import { parameterValues } from '../../../charts/parameters.js';
import { compileChart } from '../../compile/compileChart.js';
import { TableEngine } from '../../TableEngine.js';
import { describeDifference } from '../Difference.js';
import { evidenceOf } from '../evidenceOf.js';
import { Reference } from '../Reference.js';
import { FEATURES } from './FEATURES.js';

/** Enough to notice; `npm run engines` and the slow tests do all of it. */
const OPTIONS = { maxSituations: 60, maxProbed: 3, seed: 1, walks: 2, walkSteps: 50 };

describe('a chart for each feature', () => {
  it.each(FEATURES)('[E9] tables and XState agree on $name', (definition) => {
    const table = compileChart(definition);
    const reference = new Reference(definition, parameterValues(definition.name, definition.parameters));
    const examined = new TableEngine(definition, table);
    const { difference, situations } = evidenceOf(definition, OPTIONS, table, examined, [reference]);
    expect(difference && describeDifference(definition.name, difference)).toBeNull();
    expect(situations).toBeGreaterThan(0);
  });
});

describe('what the SCXML recommendation expects', () => {
  const reaches = (name: string, events: readonly string[]): string => {
    const definition = FEATURES.find((one) => one.name.startsWith(name));
    if (!definition) throw new Error(`no chart ${name}`);
    const engine = new TableEngine(definition);
    let { state } = engine.start(parameterValues(definition.name, definition.parameters));
    for (const event of events) ({ state } = engine.step(state, event));
    return state.configuration;
  };

  it.each([
    ['3.3', [], 's.t.u'],
    ['3.4', ['GO'], 'p.r1,p.r2.x'],
    ['3.7', ['GO'], 'pass'],
    ['3.9', [], 'pass'],
    ['3.10', ['GO'], 's1.s12'],
    ['3.13-first', ['E'], 's1'],
    ['3.13-a-child', ['E'], 'pass'],
    ['3.13-a-child', ['F'], 'pass'],
    ['3.13-eventless', [], 'pass'],
    ['3.13-an-inner', ['E'], 'p.a.y,p.b.x'],
    ['5.9', [], 'pass'],
  ])('[E9] %s after %j is %s', (name, events, expected) => {
    expect(reaches(name, events)).toBe(expected);
  });
});
