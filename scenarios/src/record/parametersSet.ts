import type { ParameterOverrides, WorldSpec } from '@dosetwin/twin';
import type { SetParameter } from './RunRecord.js';

/** Every parameter that a world sets, first for all machines, then machine by machine. */
export function parametersSet(world: Pick<WorldSpec, 'parameters' | 'machines'>): SetParameter[] {
  return [...listOf(null, world.parameters), ...world.machines.flatMap((machine) => listOf(machine.id, machine.parameters))];
}

function listOf(machine: string | null, overrides: ParameterOverrides): SetParameter[] {
  return Object.entries(overrides).flatMap(([block, values]) =>
    Object.entries(values).map(([name, value]) => ({ machine, block, name, value })),
  );
}
