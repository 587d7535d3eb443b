import { formatProblem } from '../formatProblems.js';
import { loadScenario } from '../loadScenario.js';

/** What is said of a file, without the lines shown under each: `4:9  length: '6 km' is a length, …`. */
export function headsOf(content: string | Uint8Array): string[] {
  const loaded = loadScenario(content, 'x.yaml');
  if (!('problems' in loaded)) return [];
  return loaded.problems.map((problem) => (formatProblem(problem).split('\n')[0] as string).replace(/^x\.yaml:/, ''));
}
