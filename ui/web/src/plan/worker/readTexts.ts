import { outOfReach, type Problem, type Region, type RegionTexts, readRegion } from '@dosetwin/scenarios';
import { say } from '../../text/say.js';
import type { PlaceProblem } from './planProtocol.js';

export type RegionReading =
  | { readonly type: 'read'; readonly region: Region; readonly notes: readonly string[] }
  | { readonly type: 'refused'; readonly problems: readonly PlaceProblem[]; readonly more: number };

/** Reads a region from the texts of its files. */
export function readTexts(texts: RegionTexts): RegionReading {
  const read = readRegion(texts);
  if ('problems' in read) return { type: 'refused', problems: read.problems.map(placeProblem), more: read.more };
  return { type: 'read', region: read.region, notes: notesOf(read.region) };
}

function placeProblem({ file, line, column, message }: Problem): PlaceProblem {
  return { where: say('plan.problems.where', { file, line, column }), message };
}

const NAMED = 8;

/** What lies apart in a region, said before anybody waits for a plan. */
export function notesOf(region: Region): readonly string[] {
  const { never, seasonal, unused, withoutTechnician } = outOfReach(region);
  const names = (some: readonly { readonly name: string }[]) =>
    some.length <= NAMED
      ? some.map(({ name }) => name).join(', ')
      : say('plan.notes.andMore', {
          names: some
            .slice(0, NAMED)
            .map(({ name }) => name)
            .join(', '),
          count: some.length - NAMED,
        });
  const { furthestKm } = region.travel;
  const notes: string[] = [];
  if (never.length > 0) notes.push(say('plan.notes.apart', { places: names(never), km: furthestKm }));
  if (seasonal.length > 0)
    notes.push(say('plan.notes.seasonal', { places: names(seasonal.map(({ place }) => place)), km: furthestKm }));
  if (unused.length > 0) notes.push(say('plan.notes.unused', { sites: names(unused) }));
  if (withoutTechnician.length > 0) notes.push(say('plan.notes.unhelped', { places: names(withoutTechnician) }));
  return notes;
}
