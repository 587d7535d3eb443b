import type { Region } from '@dosetwin/scenarios';

/** A candidate site as people call it. */
export function siteName(region: Region, candidate: string): string {
  return region.candidates.find(({ id }) => id === candidate)?.name ?? candidate;
}
