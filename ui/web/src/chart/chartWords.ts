import type { ChartEdge, ChartNode } from '@dosetwin/reports';
import { sayWord } from '../text/say.js';

/** A state's name as a reader reads it. */
export function sayNode({ key }: ChartNode): string {
  return sayWord(key);
}

/** What a transition waits for, in lines of mono: its event or delay, then its guard. */
export function sayEdge({ on, guard }: ChartEdge): string[] {
  const event = on.replace(/^after (.*?)(Ms)?$/, 'after $1');
  return [
    sayWord(event.replaceAll('_', ' ').toLowerCase() === event.toLowerCase() ? event : event.replaceAll('_', ' ')),
    guard === '' ? '' : `[${sayWord(guard)}]`,
  ].filter(Boolean);
}
