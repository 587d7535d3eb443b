import { listed } from '../../phrase/listed.js';
import type { Region } from '../region/Region.js';
import { regionNotes } from '../region/regionNotes.js';
import type { Reach } from './reachOf.js';

const NAMES_TOLD = 8;

/** What a planner should know of the region and the plan before believing either: whole sentences. */
export function notesOf(region: Region, reach: Reach): readonly string[] {
  const idle = reach.sites
    .filter(({ people }) => people === 0)
    .map(({ candidate }) => region.candidates.find(({ id }) => id === candidate)?.name ?? candidate);
  if (idle.length === 0) return regionNotes(region);
  const them = idle.length === 1 ? 'it is' : 'they are';
  return [
    ...regionNotes(region),
    `With the likely number of people nobody would use ${listed(idle, NAMES_TOLD)}: ${them} there for futures with more people, or with sites that fall through.`,
  ];
}
