import { parameterValues } from '../../charts/parameters.js';
import { CannotCompile } from '../compile/CannotCompile.js';
import { compileChart } from '../compile/compileChart.js';
import { TableEngine } from '../TableEngine.js';
import { describeDifference } from './Difference.js';
import type { Disagreement } from './Disagreement.js';
import { evidenceOf } from './evidenceOf.js';
import { Reference } from './Reference.js';
import { randomChart } from './randomChart.js';

export interface FuzzRun {
  readonly from: number;
  readonly to: number;
  readonly compared: number;
  /** Charts that the compiler refused, most of them for circles of eventless transitions and raised events. */
  readonly refused: number;
  readonly steps: number;
  /** Each with its seed in its chart's name. */
  readonly differences: readonly string[];
  readonly disagreements: readonly Disagreement[];
}

/** Draws charts from the seeds `from` to `to`, compiles and compares them. */
export function fuzz(from: number, to: number): FuzzRun {
  let [compared, refused, steps] = [0, 0, 0];
  const differences: string[] = [];
  const disagreements: Disagreement[] = [];
  for (let seed = from; seed < to; seed++) {
    const definition = randomChart(seed);
    try {
      const options = { maxSituations: 60, maxProbed: 5, seed, walks: 2, walkSteps: 40 };
      const table = compileChart(definition);
      const reference = new Reference(definition, parameterValues(definition.name, definition.parameters));
      const evidence = evidenceOf(definition, options, table, new TableEngine(definition, table), [reference]);
      compared += 1;
      steps += evidence.closureSteps + evidence.probeSteps + evidence.walkSteps;
      if (evidence.difference) differences.push(describeDifference(definition.name, evidence.difference));
      if (evidence.disagreement) disagreements.push(evidence.disagreement());
    } catch (error) {
      if (!(error instanceof CannotCompile)) throw error;
      refused += 1;
    }
  }
  return { from, to, compared, refused, steps, differences, disagreements };
}
