import { type Problem, type Region, type RegionTexts, readRegion, regionNotes } from '@dosetwin/scenarios';
import { say } from '../../text/say.js';
import type { PlaceProblem } from './planProtocol.js';

export type RegionReading =
  | { readonly type: 'read'; readonly region: Region; readonly notes: readonly string[] }
  | { readonly type: 'refused'; readonly problems: readonly PlaceProblem[]; readonly more: number };

/** Reads a region from the texts of its files. */
export function readTexts(texts: RegionTexts): RegionReading {
  const read = readRegion(texts);
  if ('problems' in read) return { type: 'refused', problems: read.problems.map(placeProblem), more: read.more };
  return { type: 'read', region: read.region, notes: regionNotes(read.region) };
}

function placeProblem({ file, line, column, message }: Problem): PlaceProblem {
  return { where: say('plan.problems.where', { file, line, column }), message };
}
