import type { ParameterBlock } from './parameters.js';

/** A desk that helps from afar. Its hours are in the scenario, how long and how well it works in the block `support`. */
export const deskParameters = {
  machineAnswerMs: {
    value: 180_000,
    unit: 'ms',
    min: 5_000,
    max: 600_000,
    says: "silence after a remote recovery that counts as 'not freed'",
    source: 'assumption: a session that must end first, three half turns (S18) with their limits of 5 s (S20), and some more',
  },
} as const satisfies ParameterBlock;
