import { isAssumption, PARAMETERS, type ParameterOverrides } from '@dosetwin/twin';
import type { ParameterFacts } from './BenchFacts.js';

/** Every figure of the model with the value that a scenario gives it, or its default. */
export function figures(overrides: ParameterOverrides): ParameterFacts[] {
  return Object.entries(PARAMETERS).flatMap(([block, parameters]) =>
    Object.entries(parameters).map(([name, parameter]): ParameterFacts => {
      const set = overrides[block]?.[name];
      return {
        name: `${block}.${name}`,
        says: parameter.says,
        value: set ?? parameter.value,
        unit: parameter.unit,
        source: parameter.source,
        assumption: isAssumption(parameter),
        set: set !== undefined && set !== parameter.value,
      };
    }),
  );
}
