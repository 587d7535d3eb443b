import type { Controllers } from '@dosetwin/firmware-bridge';
import { PARAMETERS, type WorldSpec } from '@dosetwin/twin';
import { parametersSet } from '../record/parametersSet.js';

/** Figures that a board's firmware holds in its flash: what a scenario sets would not reach it. */
const IN_FLASH: readonly string[] = ['cartridge', 'interlock', 'controller'];
const LIMITS_IN_FLASH: readonly string[] = ['mechanism.stallLimitMilliamp', 'mechanism.supplyLowMillivolt'];

/**
 * Why these machines cannot run on these controllers, a sentence each; none: they can. A board keeps the figures that it was
 * built with, so a scenario that sets others would be another experiment on it than on the model.
 */
export function boardConflicts(spec: WorldSpec, controllers: Controllers): string[] {
  return spec.machines.flatMap(({ id }) => {
    if ((controllers[id]?.kind ?? 'model') === 'model') return [];
    const set = parametersSet(spec).filter(({ machine }) => machine === null || machine === id);
    return set
      .filter(isOtherThanInFlash)
      .map(
        ({ block, name, value }) =>
          `${id}: the scenario sets ${block}.${name} to ${value}, and the firmware was built with ${defaultOf(block, name)}; leave it out, or choose --controller ${id}=model`,
      );
  });
}

function isOtherThanInFlash({ block, name, value }: { block: string; name: string; value: number }): boolean {
  return (IN_FLASH.includes(block) || LIMITS_IN_FLASH.includes(`${block}.${name}`)) && value !== defaultOf(block, name);
}

function defaultOf(block: string, name: string): number | undefined {
  return (PARAMETERS as Readonly<Record<string, Readonly<Record<string, { readonly value: number }>>>>)[block]?.[name]?.value;
}
