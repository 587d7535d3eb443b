import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../format/formatProblems.js';
import { readRegion } from './readRegion.js';
import { aRegion, regionTexts } from './test/aRegion.js';

/** Place and sentence of each problem. */
function told(change: Parameters<typeof regionTexts>[0]): readonly string[] {
  const read = readRegion(regionTexts(change));
  return 'problems' in read ? read.problems.map((one) => formatProblem(one).split('\n')[0] ?? '') : [];
}

describe('a region file', () => {
  it('[Z1] says who lives where, and defaults with their sources for the rest', () => {
    const region = aRegion();
    const [harbour, landing] = region.places;
    expect(harbour?.people).toEqual({ low: 10, likely: 20, high: 40, source: 'stated in the region file' });
    // 3,000 × 40 (20 to 100) / 100,000 × 1 (0 to 2) = 1.2 (0 to 6).
    expect(landing?.people).toMatchObject({ low: 0, likely: 1, high: 6 });
    expect(landing?.people.source).toMatch(/^assumption: 3000 people × 40 \(20 to 100\) cases a year per 100,000 × 1 \(0 to 2\)/);
    expect(region.links).toMatchObject([
      { a: 'harbour', b: 'landing', mode: 'winter-road', km: 50, season: { from: 335, to: 74 } },
    ]);
    expect(region.candidates.map(({ id, room }) => [id, room])).toEqual([
      ['harbour-housing', 3],
      ['landing-community', 2],
    ]);
    expect(region.candidates[1]?.week[5]).toEqual([]);
    expect(region.machine.jam).toMatchObject({ low: 0.0011, likely: 0.0024, high: 0.01 });
    expect(region.isHypothetical).toBe(true);
  });

  it.each<[string, Parameters<typeof regionTexts>[0], readonly RegExp[]]>([
    [
      'a key',
      { region: 'title: x\nyear: 2027\ntravle: {}\nsupport: { technicians: {} }\n' },
      [/^two-towns.yaml:3:1 {2}travle: 'travle' is no key here; did you mean travel\?/],
    ],
    [
      'a unit',
      { region: 'title: x\nyear: 2027\nzone: America/Toronto\ntravel: { willing: [1 km, 2 h, 8 km] }\n' },
      [/^two-towns.yaml:4:27 {2}travel.willing\[1\]: '2 h' is a length of time, and here stands a length/],
    ],
    [
      'an order',
      { region: 'title: x\nyear: 2027\nzone: America/Toronto\ndemand: { comes: [90 %, 80 %, 95 %] }\n' },
      [/^two-towns.yaml:4:18 {2}demand.comes: 0.9, 0.8, 0.95 are out of order/],
    ],
    [
      'nobody who travels, and a place that is none',
      {
        region: 'title: x\nyear: 2027\nzone: America/Torono\nsupport: { technicians: { a: { place: harbor, hours: always } } }\n',
      },
      [
        /yaml:3:7 {2}zone: 'America\/Torono' is no time zone; did you mean America\/Toronto/,
        /yaml:4:39.*'harbor' is no place.*did you mean harbour\?/,
      ],
    ],
    [
      'a place without coordinates, and a sum below the list',
      { places: 'name,latitude,longitude,people\nHarbour,48.4,-89.2,20\nLanding,,,9\nTotal,,,29\n' },
      [
        /^two-towns.places.csv:3:1 {2}name: 'Landing' has no coordinates, so no way can lead to it; write its latitude/,
        /^two-towns.places.csv:4:1 {2}name: 'Total' is a sum, and no place; take the row out/,
      ],
    ],
    [
      'text above the headings that is passed over, stray text, and a merged cell',
      { places: 'People of the region\n\nname,latitude,longitude,people,\nHarbour,48.4,-89.2,20,see Anna\n,48.5,-89.3,4,\n' },
      [
        /places.csv:4:23 .*'see Anna' stands in a column without a heading/,
        /places.csv:5:1 .*the cell name is empty \(of merged cells only the first has a value\)/,
      ],
    ],
    [
      'a link to nowhere',
      { links: 'from,to,mode,km\nharbour,landign,road,30\n' },
      [/links.csv:2:9 {2}to: 'landign' is no place.*did you mean landing\?/],
    ],
    [
      'a season',
      { links: 'from,to,mode,km,season\nharbour,landing,road,30,winter\n' },
      [/links.csv:2:25 {2}season: 'winter' is no season; write two dates/],
    ],
    [
      'a setting',
      { candidates: 'place,setting,hours\nharbour,hosing,\nlanding,community,9-5\n' },
      [
        /candidates.csv:2:9 {2}setting: 'hosing' is no setting; did you mean housing/,
        /candidates.csv:3:19 {2}hours: '9-5' begins with hours/,
      ],
    ],
    [
      'coordinates turned round, and without the minus sign of the west',
      { places: 'name,latitude,longitude,people\nHarbour,-89.2,48.4,20\nLanding,48.4,89.2,9\n' },
      [
        /places.csv:2:9 {2}latitude: -89.2 is a longitude of Canada/,
        /places.csv:3:14 {2}longitude: 89.2 .*write -89.2, with a minus/,
      ],
    ],
    [
      'a share in per cent without its sign',
      { candidates: 'place,setting,opens\nharbour,housing,70\n' },
      [/candidates.csv:2:17 {2}opens: '70' is not a share, such as 70 % or 0.7 \(chance that the site opens at all\)/],
    ],
    [
      'more places than can be planned for together',
      { places: `name,latitude,longitude,people\n${Array.from({ length: 1_001 }, (_, i) => `P${i},48.4,-89.2,1\n`).join('')}` },
      [/places.csv:1:1 {2}the list of places has 1001 rows, and at most 1000 are planned for together/],
    ],
    [
      'a heading',
      { candidates: 'place,settings\nharbour,housing\n' },
      [/candidates.csv:1:7 .*'settings' is no column of candidates; did you mean setting/, /the column setting is missing/],
    ],
    [
      'a quotation mark',
      { places: 'name,latitude\n"Harbour,1\n' },
      [/places.csv:2:1 {2}here begins a quotation mark that is not closed/],
    ],
  ])('tells %s with its place and what to do', (_, change, patterns) => {
    const lines = told(change);
    for (const pattern of patterns) expect(lines.join('\n')).toMatch(new RegExp(pattern.source, 'm'));
    expect(lines.length).toBeLessThanOrEqual(patterns.length + 1);
  });
});
