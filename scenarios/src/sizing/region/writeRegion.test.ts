import { describe, expect, it } from 'vitest';
import { loadRegion } from '../../node/regions.js';
import type { Region } from './Region.js';
import { readRegion } from './readRegion.js';
import { regionTemplate } from './regionTemplate.js';
import { aRegion, regionTexts } from './test/aRegion.js';
import { writeRegion } from './writeRegion.js';

function backOf(region: Region): unknown {
  const files = writeRegion(region);
  const read = readRegion({ ...regionTexts(files), id: region.id });
  return 'problems' in read ? read.problems : read.region;
}

describe('a region that is written', () => {
  it('reads back as the same region, with every number and source', () => {
    const texts = {
      region:
        'title: "Two: towns"\nabout: |\n  One.\n  Two.\nyear: 2027\nzone: America/Toronto\ncredits: [a, "b, c"]\nhypothetical: no\n' +
        'travel: { road-factor: 1.25, willing: [1.3 km, 2.7 km, 2.7 km] }\nmachine: { jam: 0.0013 }\n' +
        'services: { pharmacy-people: [10, 20, 40] }\ntargets: { mean-distance: 12.5 km, served: 61.3 % }\nbudget: { machines: 4, cost-a-year: 99000 CAD }\n' +
        'support: { technicians: { t: { place: harbour, hours: "mon-fri 22:00-06:00" } } }\n',
    };
    const region = aRegion(texts);
    expect(backOf(region)).toEqual(region);
  });

  it.each(['northern-ontario', 'interior-bc'])('%s too', (name) => {
    const read = loadRegion(name);
    expect('region' in read && backOf(read.region)).toEqual('region' in read && read.region);
  });

  it('the template reads as it stands', () => {
    const textOf = (ends: string) => regionTemplate().find((file) => file.ends === ends)?.text ?? '';
    const lists = { places: textOf('.places.csv'), links: textOf('.links.csv'), candidates: textOf('.candidates.csv') };
    const read = readRegion(regionTexts({ region: textOf('.yaml'), ...lists }));
    expect('problems' in read ? read.problems : read.region.places.map(({ id, people }) => [id, people.likely])).toEqual([
      ['fictional-harbour', 14],
      ['fictional-landing', 6],
    ]);
  });
});
