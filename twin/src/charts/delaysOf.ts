import type { ParameterBlock } from './parameters.js';

type DelayNames<B extends ParameterBlock> = Extract<keyof B, `${string}Ms`>;

/** The delays of a block, its names that end in `Ms`, with their defaults: what XState's own tools show and simulate. */
export function delaysOf<B extends ParameterBlock>(block: B): { [name in DelayNames<B>]: number } {
  const delays: Record<string, number> = {};
  for (const [name, parameter] of Object.entries(block)) if (name.endsWith('Ms')) delays[name] = parameter.value;
  return delays as { [name in DelayNames<B>]: number };
}
