import type { ChartDefinition } from '../../charts/ChartDefinition.js';
import { compileChart } from '../compile/compileChart.js';
import { TableEngine } from '../TableEngine.js';
import { type EvidenceOptions, evidenceOf, referencesOf, unlimitedOf } from './evidenceOf.js';
import { type Mutant, mutantsOf } from './mutantsOf.js';
import { whyEquivalent } from './whyEquivalent.js';

export interface MutationRun {
  readonly chart: string;
  /** By kind of change: how many were made, and how many were caught. */
  readonly kinds: Readonly<Record<string, { readonly made: number; readonly caught: number }>>;
  readonly made: number;
  readonly caught: number;
  readonly survivors: readonly Survivor[];
}

export interface Survivor {
  readonly says: string;
  /**
   * Whether every situation that can be reached was compared, and agreed: then the changed table is the same machine, and
   * what was changed in it can never be met.
   */
  readonly isEquivalent: boolean;
  /** Why, in words, where the table itself shows it. */
  readonly reason: string | null;
}

/** Changes one thing of a chart's table at a time, and asks whether the evidence would have noticed. */
export function mutationRun(
  definition: ChartDefinition,
  options: EvidenceOptions,
  choose: (mutants: readonly Mutant[]) => readonly Mutant[] = (mutants) => mutants,
): MutationRun {
  const references = referencesOf(definition);
  const unlimited = unlimitedOf(definition);
  const kinds: Record<string, { made: number; caught: number }> = {};
  const survivors: Survivor[] = [];
  const original = compileChart(definition);
  const mutants = choose(mutantsOf(original));
  for (const { kind, says, table } of mutants) {
    const count = kinds[kind] ?? { made: 0, caught: 0 };
    kinds[kind] = count;
    count.made += 1;
    const examined = new TableEngine(definition, table);
    const { difference, complete } = evidenceOf(definition, options, table, examined, references, unlimited);
    if (difference !== null) count.caught += 1;
    else survivors.push({ says, isEquivalent: complete, reason: whyEquivalent(original, table) });
  }
  const made = mutants.length;
  return { chart: definition.name, kinds, made, caught: made - survivors.length, survivors };
}
