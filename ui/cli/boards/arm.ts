import { createInterface } from 'node:readline/promises';
import { listed } from '@dosetwin/scenarios';
import type { WorldSpec } from '@dosetwin/twin';
import { Exit } from '../Exit.js';
import { Refusal } from '../Refusal.js';

export interface ArmOptions {
  readonly arm?: boolean;
  readonly inertPackagesOnly?: boolean;
}

const WORD = 'inert';

/**
 * Whether the motors of these machines may move. Somebody must have said that only inert packages are in them: on the command line, or
 * here, when asked. A run that would have to move them without that is refused before it starts, since half a run proves nothing.
 */
export async function arm(spec: WorldSpec, machines: readonly string[], options: ArmOptions): Promise<boolean> {
  if (options.arm !== true) {
    const moved = machines.filter((machine) => spec.people.some((person) => person.machine === machine));
    if (moved.length === 0) return false;
    throw new Refusal(
      Exit.badInput,
      `People come to ${listed(moved)} in this scenario, so that motors would move: load inert packages only, and add --arm.`,
    );
  }
  return await isInert(machines, options);
}

/**
 * The same of a run that is shared: without `--arm` it begins with motors that stand still, and whoever holds the link that arms lets them
 * move while it goes on.
 */
export async function armShared(machines: readonly string[], options: ArmOptions): Promise<boolean> {
  return options.arm === true && (await isInert(machines, options));
}

/** Nothing real is there: to ask for motors would be a misunderstanding. */
export function refuseArm({ arm }: ArmOptions): null {
  if (arm === true) throw new Refusal(Exit.badInput, '--arm is for real boards; every controller here is simulated.');
  return null;
}

/** Whether only inert packages are loaded, as was said beforehand or is said now. */
async function isInert(machines: readonly string[], options: ArmOptions): Promise<boolean> {
  if (options.inertPackagesOnly === true) return true;
  if (process.stdin.isTTY !== true)
    throw new Refusal(
      Exit.badInput,
      '--arm asks whether only inert packages are loaded, and nobody can be asked here: add --inert-packages-only if they are.',
    );
  const question = createInterface({ input: process.stdin, output: process.stderr });
  const said = await question.question(
    `Motors of ${listed(machines)} will move. If only inert packages are in there, type ${WORD}: `,
  );
  question.close();
  if (said.trim().toLowerCase() === WORD) return true;
  throw new Refusal(Exit.badInput, 'Not armed: nothing was started.');
}
