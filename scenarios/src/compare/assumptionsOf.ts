import { isAssumption, PARAMETERS, type WorldSpec } from '@dosetwin/twin';
import type { Assumption, Scenario } from '../format/Scenario.js';

/**
 * The assumptions that a scenario names, and the assumed figures of the model that it sets; with `all`, every assumed
 * figure of the model, at half and at twice its value within its range.
 */
export function assumptionsOf(scenario: Scenario, spec: Pick<WorldSpec, 'parameters'>, all: boolean): readonly Assumption[] {
  const named = scenario.assumptions;
  const isNamed = (set: string) => named.some((assumption) => assumption.set === set);
  const figures = Object.entries(PARAMETERS).flatMap(([block, parameters]) => {
    return Object.entries(parameters).flatMap(([name, parameter]): Assumption[] => {
      const set = `parameters.${block}.${name}`;
      const own = spec.parameters[block]?.[name];
      if (isNamed(set) || !isAssumption(parameter) || parameter.unit === 'yes/no' || (!all && own === undefined)) return [];
      const value = own ?? parameter.value;
      const within = (figure: number) => Math.min(parameter.max, Math.max(parameter.min, figure));
      const isWhole = parameter.unit === 'count';
      const [low, high] = [within(value / 2), within(value * 2)].map((figure) => (isWhole ? Math.round(figure) : figure)) as [
        number,
        number,
      ];
      return low === high
        ? []
        : [{ says: parameter.says, set, low: written(low, parameter.unit), high: written(high, parameter.unit) }];
    });
  });
  return [...named, ...figures];
}

/** As a scenario file writes a figure. */
function written(figure: number, unit: string): string | number {
  return unit === 'count' || unit === 'share' || unit === 'sigma' || unit === 'turn' ? figure : `${figure} ${unit}`;
}
