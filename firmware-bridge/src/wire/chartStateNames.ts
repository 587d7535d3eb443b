import { CHARTS, compileChart } from '@dosetwin/twin';
import { pathOf } from '../emit/cNames.js';

/** What the lanes' and the interlock's registers say in words. */
export interface ChartStateNames {
  /** Active states of a cartridge's chart, from `laneStates`. */
  lane(register: number): readonly string[];
  /** Active states of the interlock's chart, one for each region, from its three registers. */
  interlock(registers: readonly number[]): readonly string[];
}

const NONE = 0xff;
let known: ChartStateNames | undefined;

/** Names by the numbers of the host's own tables; a board whose `chartsCrc` is another one numbers its states otherwise. */
export function chartStateNames(): ChartStateNames {
  known ??= readNames();
  return known;
}

function readNames(): ChartStateNames {
  const [cartridge, interlock] = [pathsOf('cartridge'), pathsOf('interlock')];
  const named = (paths: readonly string[], registers: readonly number[]) =>
    registers
      .flatMap((register) => [register & 0xff, register >>> 8])
      .filter((state) => state !== NONE)
      .map((state) => paths[state] ?? `state ${state}`);
  return {
    lane: (register) => named(cartridge, [register]),
    interlock: (registers) => named(interlock, registers),
  };
}

function pathsOf(chart: string): readonly string[] {
  const definition = CHARTS.find(({ name }) => name === chart);
  if (definition === undefined) throw new Error(`there is no chart ${chart}`);
  const { states } = compileChart(definition);
  return states.map((_, state) => pathOf(states, state));
}
