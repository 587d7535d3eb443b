import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a region to plan for and returns its path: three towns of one road, a year that is short, few assumptions, a study of seconds. */
export function threeTowns(folder: string): string {
  const region = join(folder, 'three-towns.yaml');
  writeFileSync(region, YAML);
  writeFileSync(join(folder, 'three-towns.places.csv'), PLACES);
  writeFileSync(join(folder, 'three-towns.candidates.csv'), CANDIDATES);
  writeFileSync(join(folder, 'three-towns.links.csv'), LINKS);
  return region;
}

const YAML = `title: Three towns (hypothetical)
year: 2027
days: 30
zone: America/Toronto
support:
  technicians:
    t1: { place: harbour, hours: 'mon-fri 08:00-18:00' }
targets:
  served: 40 %
  reached: 60 %
  confidence: 70 %
`;
const PLACES = `name,id,latitude,longitude,population,people,people low,people high
Harbour,harbour,48.4,-89.2,12000,40,30,50
Landing,landing,48.6,-89.9,3000,20,10,30
Narrows,narrows,48.9,-90.4,3000,10,5,15
`;
const LINKS = `from,to,mode,km
harbour,landing,road,70
landing,narrows,road,60
`;
const CANDIDATES = `place,setting
harbour,housing
harbour,community
landing,housing
landing,community
narrows,housing
`;
