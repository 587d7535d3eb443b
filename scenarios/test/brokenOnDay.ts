import { RandomStream } from '@dosetwin/twin';
import { Run } from '../src/run/Run.js';
import { brokenPromises } from './balance.js';
import { libraryScenario } from './libraryScenario.js';
import { handsDuringOrders, randomDay } from './randomDay.js';
import { strangeTakes } from './takes.js';

/** A stop every hour of a day. */
const LOOKS = 24;

/**
 * Lives through the random day of a seed twice, the second time with hands in the machine while orders move, and says what
 * it did that it must never do. Odd seeds have sensors that lie now and then.
 */
export function brokenOnDay(seed: number): string[] {
  const day = randomDay(libraryScenario('routine-day', seed), seed, { liesOfSensors: seed % 2 === 1 });
  const quiet = new Run(day, { inputs: day.inputs });
  const broken = brokenOnTheWay(quiet);
  const starts_us = quiet.entries
    .filter(({ kind, payload }) => kind === 'phase' && payload.phase === 'moving')
    .map(({ t_us }) => t_us);
  const hands = handsDuringOrders(starts_us, new RandomStream(seed, 'random day', 'hands'));
  const inputs = [...day.inputs, ...hands].filter(({ t_us }) => t_us < day.spec.length_us);
  return [...broken, ...brokenOnTheWay(new Run(day, { inputs }))];
}

/** Stops every so often and looks; at the end of the day too. */
function brokenOnTheWay(run: Run): string[] {
  const broken: string[] = [];
  for (let part = 1; part <= LOOKS; part++) {
    run.runUntil(Math.floor((run.length_us * part) / LOOKS));
    broken.push(...brokenPromises(run));
  }
  return [...new Set([...broken, ...strangeTakes(run.entries).strange])];
}
