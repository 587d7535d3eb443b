import { formatProblems, type Problem, type Problems, type ResolvedScenario } from '@dosetwin/scenarios';
import { type FoundScenario, findScenario } from '@dosetwin/scenarios/node/library';
import { Exit } from './Exit.js';
import { Refusal } from './Refusal.js';

export interface OpenScenario extends FoundScenario {
  readonly resolved: ResolvedScenario;
}

/** Finds and reads a scenario as people name it. `seed` replaces its own. Throws a refusal that says what to mend. */
export function openScenario(written: string, seed: number | undefined): OpenScenario {
  const found = findScenario(written);
  if ('problems' in found) throw new Refusal(Exit.badInput, problemsInWords(found), { ...found });
  const resolved = found.scenario.resolve(found.variant, seed);
  if (!resolved) throw new Error(`${written}: the variant was found and is not there`);
  return { ...found, resolved };
}

/** A name that leads nowhere needs no place in a file; everything else has one. */
export function problemsInWords(problems: Problems): string {
  const [first] = problems.problems;
  return first !== undefined && isAboutTheName(first) ? first.message : formatProblems(problems);
}

/** The problem quotes what was asked for, and asks for something else to be named. */
function isAboutTheName({ message, expected }: Problem): boolean {
  return message.startsWith("'") && /^a (scenario$|variant of |file)/.test(expected);
}
