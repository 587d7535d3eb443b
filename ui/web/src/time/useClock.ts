import { useMemo } from 'react';
import { useBench } from '../store/bench.js';
import type { BenchFacts } from '../worker/BenchFacts.js';
import { type LocalTime, localTime } from './localTime.js';

/** Writes instants of the run as local time of its first site. */
export function useClock(): (t_us: number) => LocalTime {
  const facts = useBench((state) => state.facts);
  return useMemo(() => siteClock(facts), [facts]);
}

export function siteClock(facts: BenchFacts | null): (t_us: number) => LocalTime {
  const zone = facts?.sites[0]?.zone ?? '';
  const offsets = facts?.offsets[zone] ?? [];
  return (t_us) => localTime(facts?.epoch_us ?? 0, offsets, t_us);
}

/** `America/St_Johns` is a place called St Johns. */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
