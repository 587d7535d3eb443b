import type { ParameterBlock } from './parameters.js';

/** Mending a machine by hand. Who is asked, and how long they take to come, is in the block `support`. */
export const ticketParameters = {
  askAgainMs: {
    value: 1_800_000,
    unit: 'ms',
    min: 60_000,
    max: 86_400_000,
    says: 'time after which a chain in which nobody was free is asked again',
    source: 'assumption',
  },
  openDoorMs: {
    value: 20_000,
    unit: 'ms',
    min: 1_000,
    max: 600_000,
    says: 'time from standing at the machine to an open door',
    source: 'assumption: about twice the pull of a medication cabinet, 10.5 s (S25)',
  },
  freeMs: {
    value: 90_000,
    unit: 'ms',
    min: 1_000,
    max: 3_600_000,
    says: 'time to free one cartridge and set its coil home',
    source: 'assumption',
  },
  fitPartMs: {
    value: 600_000,
    unit: 'ms',
    min: 1_000,
    max: 14_400_000,
    says: 'time to fit a part that has come, free the cartridge and set its coil home',
    source: 'assumption',
  },
  countMs: {
    value: 120_000,
    unit: 'ms',
    min: 1_000,
    max: 3_600_000,
    says: 'time in which two people count one cartridge',
    source: 'assumption',
  },
  tidyMs: {
    value: 30_000,
    unit: 'ms',
    min: 0,
    max: 3_600_000,
    says: 'time to wipe the drop beam, try the flap and empty the collection box before the door is shut',
    source: 'assumption',
  },
  closeDoorMs: {
    value: 15_000,
    unit: 'ms',
    min: 1_000,
    max: 600_000,
    says: 'time to shut and lock the door',
    source: 'assumption',
  },
  signOffMs: {
    value: 60_000,
    unit: 'ms',
    min: 1_000,
    max: 3_600_000,
    says: 'time from the shut door to the count signed by two',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
