import { utcOffsetMin } from './zone.js';

/** Noon in UTC on 15 January and 15 July, microseconds since 1970-01-01T00:00Z. */
const WINTER_2025_US = 1_736_942_400_000_000;
const SUMMER_2025_US = 1_752_580_800_000_000;
const WINTER_2028_US = 1_831_550_400_000_000;

/** Zones that go on changing their clocks by the rules that Canada's had until 2026. */
const STILL_CHANGING: readonly string[] = ['America/Los_Angeles', 'America/Denver', 'America/Chicago', 'America/New_York'];

/**
 * The zone by which a clock goes that never heard of the changes of 2026: another one with the same hours in 2025 that still
 * changes, or the zone itself where nothing changed.
 */
export function rulesBefore2026(zone: string): string {
  if (utcOffsetMin(zone, WINTER_2028_US) === utcOffsetMin(zone, WINTER_2025_US)) return zone;
  const sameAs = (other: string) =>
    [WINTER_2025_US, SUMMER_2025_US].every((at_us) => utcOffsetMin(other, at_us) === utcOffsetMin(zone, at_us));
  return STILL_CHANGING.find(sameAs) ?? zone;
}
