import { type Outcome, runNode, type Step } from './Step.js';
import type { Counts } from './verdict.js';

/** Runs rows of steps side by side, each row in its order, and tells of each step as soon as it is done. */
export async function runSteps(
  rows: readonly (readonly Step[])[],
  tell: (step: Step, outcome: Outcome) => void,
): Promise<Counts> {
  let passed = 0;
  let failed = 0;
  const runRow = async (row: readonly Step[]) => {
    for (const step of row) {
      const outcome = await runNode(step.command);
      if (outcome.passed) passed++;
      else failed++;
      tell(step, outcome);
    }
  };
  await Promise.all(rows.map(runRow));
  return { passed, failed };
}
