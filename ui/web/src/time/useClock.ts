import { useMemo } from 'react';
import { useBench } from '../store/bench.js';
import type { BenchFacts, SiteFacts } from '../worker/BenchFacts.js';
import { type LocalTime, localTime } from './localTime.js';

/** Writes instants of the run as local time of the zone shown. */
export function useClock(): (t_us: number) => LocalTime {
  const facts = useBench((state) => state.facts);
  const zone = useZone();
  return useMemo(() => zoneClock(facts, zone), [facts, zone]);
}

/** The zone of the site of the machine in the picture; of a region, that of its first site. */
export function useZone(): string {
  return useBench(({ facts, machine, region }) => (region ? facts?.sites[0] : siteOf(facts, machine))?.zone ?? '');
}

/** The site of a machine; before one is chosen, the first. */
export function siteOf(facts: BenchFacts | null, machine: string): SiteFacts | undefined {
  const id = facts?.machines.find((one) => one.id === machine)?.site;
  return facts?.sites.find((one) => one.id === id) ?? facts?.sites[0];
}

function zoneClock(facts: BenchFacts | null, zone: string): (t_us: number) => LocalTime {
  const offsets = facts?.offsets[zone] ?? [];
  return (t_us) => localTime(facts?.epoch_us ?? 0, offsets, t_us);
}

/** `America/St_Johns` is a place called St Johns. */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
