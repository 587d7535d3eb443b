import { say } from '../text/say.js';
import type { ContactFacts } from '../worker/BenchFacts.js';
import type { Whereabouts } from './whereabouts.js';

/** Where somebody is, in words: `on the way to mill-1 since 10:37, 290 km`. */
export function helperWords(
  here: Whereabouts,
  contact: ContactFacts | undefined,
  t_us: number,
  clock: (t_us: number) => string,
): string {
  const values = { machine: here.machine ?? '', site: here.site ?? '', time: clock(here.since_us) };
  if (here.is === 'free') return freeWords(contact, t_us);
  const words = say(`region.helper.${here.is}`, values);
  return here.is === 'travelling' && here.distanceKm !== null
    ? `${words}, ${say('region.km', { km: Math.round(here.distanceKm) })}`
    : words;
}

/** Somebody who stays where they are: what their calendar says, as far as it is known here. */
function freeWords(contact: ContactFacts | undefined, t_us: number): string {
  const span = contact?.spans.find((one) => one.from_us <= t_us && t_us < one.to_us);
  const is = span?.is ?? 'unknown';
  return say(`region.helper.${is}`);
}
