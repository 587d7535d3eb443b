import type { Region } from '../Region.js';
import { type RegionTexts, readRegion } from '../readRegion.js';

const YAML = `title: Two towns
year: 2027
zone: America/Toronto
support:
  technicians:
    t1: { place: harbour, hours: mon-fri 08:00-18:00 }
`;
const PLACES = `name,id,latitude,longitude,population,people,people low,people high,rate,rate low,rate high
Fictional Harbour,harbour,48.4,-89.2,12000,20,10,40,,,
Fictional Landing,landing,48.6,-89.9,3000,,,,40,20,100
`;
const LINKS = `from,to,mode,km,hours,season
harbour,landing,winter-road,50,,1 Dec - 15 Mar
`;
const CANDIDATES = `place,setting
harbour,housing
Fictional Landing,community
`;

/** A small region as texts, for tests; what is given replaces a text. */
export function regionTexts(
  change: { readonly [list in 'region' | 'places' | 'links' | 'candidates']?: string } = {},
): RegionTexts {
  return {
    id: 'two-towns',
    region: { file: 'two-towns.yaml', text: change.region ?? YAML },
    places: { file: 'two-towns.places.csv', text: change.places ?? PLACES },
    links: { file: 'two-towns.links.csv', text: change.links ?? LINKS },
    candidates: { file: 'two-towns.candidates.csv', text: change.candidates ?? CANDIDATES },
  };
}

export function aRegion(change: Parameters<typeof regionTexts>[0] = {}): Region {
  const read = readRegion(regionTexts(change));
  if ('problems' in read) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  return read.region;
}
