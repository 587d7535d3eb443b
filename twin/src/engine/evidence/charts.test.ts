import { describe, expect, it } from 'vitest';
import { CHARTS } from '../../CHARTS.js';
import { linkDefinition } from '../../charts/link.chart.js';
import { parameterValues } from '../../charts/parameters.js';
import { compileChart } from '../compile/compileChart.js';
import { TableEngine } from '../TableEngine.js';
import { Contest } from './Contest.js';
import { examineClosure } from './closure.js';
import { describeDifference } from './Difference.js';
import { evidenceOf } from './evidenceOf.js';
import { mutantsOf } from './mutantsOf.js';
import { Reference } from './Reference.js';
import { examineWalks } from './walks.js';

const OPTIONS = { maxSituations: 1_000, maxProbed: 1_000, seed: 1, walks: 5, walkSteps: 100 };

describe("the house's charts, with their parameters as they are", () => {
  it.each(CHARTS)('[E9] tables and XState agree wherever $name can be', (definition) => {
    const table = compileChart(definition);
    const limits = parameterValues(definition.name, definition.parameters);
    const contest = new Contest(definition, table, new Reference(definition, limits), new TableEngine(definition, table));
    const { difference, complete } = examineClosure(contest, 10_000);
    expect(difference && describeDifference(definition.name, difference)).toBeNull();
    expect(complete).toBe(true);
  });
});

describe('the evidence itself', () => {
  const table = compileChart(linkDefinition);

  it('[E10] a changed delay, target, order or operation is a difference, at the end of a shortest way', () => {
    for (const { kind, says, table: changed } of mutantsOf(table)) {
      const { difference } = evidenceOf(linkDefinition, OPTIONS, changed);
      expect(difference, `${kind}: ${says}`).not.toBeNull();
      expect(difference?.moves.length, `${kind}: ${says}`).toBeLessThanOrEqual(3);
    }
  });

  it('[E10] a difference that a random walk finds is shortened to what is needed', () => {
    const states = table.states.map((state) => (state.key === 'offline' ? { ...state, exit: [] } : state));
    const changed = { ...table, states };
    const limits = parameterValues(linkDefinition.name, linkDefinition.parameters);
    const examined = new TableEngine(linkDefinition, changed);
    const contest = new Contest(linkDefinition, changed, new Reference(linkDefinition, limits), examined);
    const { difference } = examineWalks(contest, 1, 20, 200);
    expect(difference?.moves).toEqual(['DOWN', 'xstate.after.lossNoticedMs.link.silent', 'UP']);
  });
});
