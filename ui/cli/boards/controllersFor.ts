import { BadController, type Controllers, chooseControllers } from '@dosetwin/firmware-bridge';
import { boardConflicts } from '@dosetwin/scenarios';
import type { WorldSpec } from '@dosetwin/twin';
import { Exit } from '../Exit.js';
import { Refusal } from '../Refusal.js';

/** The controller of each machine, as it was written. @throws Refusal when one cannot be read, or cannot run this scenario */
export function controllersFor(spec: WorldSpec, written: readonly string[]): Controllers {
  const controllers = chosen(
    spec.machines.map(({ id }) => id),
    written,
  );
  const conflicts = boardConflicts(spec, controllers);
  if (conflicts.length > 0) throw new Refusal(Exit.badInput, conflicts.join('\n'));
  return controllers;
}

function chosen(machines: readonly string[], written: readonly string[]): Controllers {
  try {
    return chooseControllers(machines, written);
  } catch (error) {
    if (error instanceof BadController) throw new Refusal(Exit.badInput, error.message);
    throw error;
  }
}
