import type { TraceIndex } from '../trace/TraceIndex.js';
import type { MachinePose } from './MachinePose.js';
import { sessionState } from './sessionState.js';

/** The words on the dispenser's screen, by key; the page gives those of its language. */
export type ScreenWords = (key: string) => string;

type Tone = MachinePose['screen']['tone'];

/** What the dispenser's screen says in each state of its session: the key of its words, and their tone. No name is shown. */
const SCREENS: Readonly<Record<string, readonly [key: string, tone: Tone]>> = {
  'inService.idle': ['idle', 'calm'],
  'inService.matching': ['matching', 'live'],
  'inService.authorising': ['authorising', 'live'],
  'inService.dispensing': ['dispensing', 'live'],
  'inService.collecting': ['collecting', 'live'],
  'inService.jammed': ['jammed', 'fault'],
  'inService.empty': ['empty', 'fault'],
  'inService.refused': ['refused', 'calm'],
  outOfService: ['outOfService', 'fault'],
};

export function screenAt(trace: TraceIndex, machine: string, t_us: number, words: ScreenWords): MachinePose['screen'] {
  const [key, tone] = SCREENS[sessionState(trace, machine, t_us)] ?? ['idle', 'calm'];
  return { headline: words(`screen.${key}.headline`), body: words(`screen.${key}.body`), tone };
}
