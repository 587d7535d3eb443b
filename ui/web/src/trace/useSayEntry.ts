import { useMemo } from 'react';
import { useBench } from '../store/bench.js';
import { hourMinute } from '../time/localTime.js';
import { useClock } from '../time/useClock.js';
import type { BenchEntry } from './BenchEntry.js';
import { sayEntry } from './sayEntry.js';

/** Entries in words, with the site's local time and the half turns that this scenario allows. */
export function useSayEntry(): (entry: BenchEntry) => string {
  const clock = useClock();
  const parameters = useBench((state) => state.facts?.parameters);
  return useMemo(() => {
    const halfTurns = parameters?.find(({ name }) => name === 'cartridge.furtherHalfTurns')?.value ?? 0;
    return (entry) => sayEntry(entry, (t_us) => hourMinute(clock(t_us)), halfTurns);
  }, [clock, parameters]);
}
