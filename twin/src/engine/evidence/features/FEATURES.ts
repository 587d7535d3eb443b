import type { ChartDefinition } from '../../../charts/ChartDefinition.js';
import { completion } from './completion.js';
import { events } from './events.js';
import { hierarchy } from './hierarchy.js';
import { memory } from './memory.js';
import { regions } from './regions.js';
import { scxml } from './scxml.js';
import { within } from './within.js';

/** Small charts, each about one thing that charts can do, or two together. */
export const FEATURES: readonly ChartDefinition[] = [
  ...hierarchy,
  ...regions,
  ...memory,
  ...completion,
  ...within,
  ...events,
  ...scxml,
];
