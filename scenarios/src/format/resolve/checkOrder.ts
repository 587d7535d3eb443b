import type { ParameterOverrides } from '@dosetwin/twin';
import { Complaint } from '../Complaint.js';
import type { SourcePath } from '../SourceNode.js';
import type { ParameterBlocks } from '../schema/placeSchemas.js';
import type { Resolution } from './Resolution.js';

/** Words in the names of figures that belong together, and must not fall in this order: `callLeastMin`, `callLikelyMin`… */
const ORDERS = [
  ['Least', 'Likely', 'Most'],
  ['From', 'To'],
] as const;

/**
 * Holds figures that a scenario or one of its machines sets against those that they must not pass, set or left at their
 * defaults. A triangular draw whose least lay above its most would be none.
 */
export function checkOrder(resolution: Resolution, blocks: ParameterBlocks): void {
  const { parameters = {}, machines = {} } = resolution.sections;
  const scenario = parameters as ParameterOverrides;
  checkLayer(resolution, blocks, ['parameters'], scenario, {});
  for (const [id, machine] of Object.entries(machines))
    checkLayer(resolution, blocks, ['machines', id, 'parameters'], (machine.parameters ?? {}) as ParameterOverrides, scenario);
}

function checkLayer(
  resolution: Resolution,
  blocks: ParameterBlocks,
  path: SourcePath,
  layer: ParameterOverrides,
  below: ParameterOverrides,
): void {
  for (const [block, set] of Object.entries(layer)) {
    const known = blocks[block];
    if (known === undefined || set === undefined) continue;
    const figureOf = (name: string) => set[name] ?? below[block]?.[name] ?? known[name]?.value ?? 0;
    for (const [lower, upper] of pairsOf(Object.keys(known))) {
      const named = [lower, upper].filter((name) => set[name] !== undefined);
      const at = named[0];
      if (at === undefined || figureOf(lower) <= figureOf(upper)) continue;
      const unit = known[lower]?.unit ?? '';
      const [is, other, word] = at === lower ? [lower, upper, 'above'] : [upper, lower, 'below'];
      const left = named.length === 2 ? '' : ', as it is left here';
      const message = `of ${figureOf(is)} ${unit} lies ${word} ${other}, ${figureOf(other)} ${unit}${left}; ${lower} must be at most ${upper}`;
      resolution.complain([...path, block, at], Complaint.of(`'${is}'`, message, `${lower} at most ${upper}`));
    }
  }
}

/** Neighbours in order among the names of a block: least and likely, likely and most. */
function pairsOf(names: readonly string[]): (readonly [string, string])[] {
  return ORDERS.flatMap((words) => {
    const first = words[0];
    return names
      .filter((name) => name.includes(first))
      .flatMap((name) => {
        const family = words.map((word) => name.replace(first, word)).filter((one) => names.includes(one));
        return family.slice(1).map((upper, i) => [family[i] as string, upper] as const);
      });
  });
}
