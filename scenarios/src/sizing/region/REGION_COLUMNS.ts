import type { ColumnMeaning } from '../../realData/COLUMNS.js';

/** The lists that stand beside a region file. */
export const REGION_LISTS = ['places', 'links', 'candidates'] as const;
export type RegionList = (typeof REGION_LISTS)[number];

/** A column of a list, and other headings that people give it. */
export interface RegionColumn extends ColumnMeaning {
  readonly also: readonly string[];
}

const column = (isNeeded: boolean, name: string, says: string, example: string, also: readonly string[]): RegionColumn => ({
  ...{ name, isNeeded, says, example, also },
});
const needed = (name: string, says: string, example: string, ...also: string[]) => column(true, name, says, example, also);
const optional = (name: string, says: string, example: string, ...also: string[]) => column(false, name, says, example, also);

/** Three columns of one estimate, and its source. */
const estimate = (name: string, says: string, low: string, likely: string, high: string): readonly RegionColumn[] => [
  optional(name, says, likely),
  optional(`${name} low`, `the least; left out: as \`${name}\``, low),
  optional(`${name} high`, `the most; left out: as \`${name}\``, high),
  optional(`${name} source`, 'where that is from, or `assumption`', 'assumption'),
];

export const REGION_COLUMNS: Readonly<Record<RegionList, readonly RegionColumn[]>> = {
  places: [
    needed('name', 'what the place is called', 'Fictional Harbour', 'place', 'town', 'community', 'municipality'),
    optional('id', 'a short name for links and candidates; left out: made of the name', 'fictional-harbour'),
    needed('latitude', 'degrees north of the equator, from a map', '48.41', 'lat'),
    needed('longitude', 'degrees east; in Canada less than 0', '-89.24', 'lon', 'lng', 'long'),
    optional('zone', 'its IANA time zone; left out: the one of the region', 'America/Toronto', 'time zone'),
    optional('population', 'how many live there', '12000'),
    ...estimate('people', 'people who would come to a machine at their door; left out: worked out from `rate`', '8', '14', '25'),
    ...estimate('rate', 'cases a year per 100,000 of the population, to work out `people` with', '30', '40', '55'),
    optional('confidence', 'how sure the row is: found, derived, memory or assumption', 'found'),
    optional('source', 'where the row is from', 'a count of our own, 2026'),
  ],
  links: [
    needed('from', 'a place of the list of places, by its id or name', 'Fictional Harbour', 'a'),
    needed('to', 'the other place; ways are as long in both directions', 'Fictional Landing', 'b'),
    needed('mode', 'road, winter-road, air, rail or ferry', 'road'),
    needed('km', 'length in kilometres', '74', 'distance'),
    optional('hours', 'how long it takes; left out: by the speed of its mode', '1.1'),
    optional('season', 'from when to when it is open; left out: all year', '15 Jan - 15 Mar'),
    optional('confidence', 'how sure the row is: found, derived, memory or assumption', 'found'),
    optional('source', 'where the row is from', 'a road map'),
  ],
  candidates: [
    needed('place', 'the place in which it lies, by its id or name', 'Fictional Harbour'),
    needed('setting', 'housing, community, pharmacy or health', 'housing'),
    optional('name', 'what the site is called; left out: made of place and setting', 'Fictional Harbour House', 'site'),
    optional('id', 'a short name; left out: made of place and setting', 'fictional-harbour-house'),
    optional('hours', 'when its door is open; left out: as is usual for its setting', 'mon-fri 08:30-16:30; sat 10:00-15:00'),
    ...estimate('opens', 'chance that the site opens at all; left out: an assumption', '40 %', '70 %', '95 %'),
    ...estimate('key', 'chance that somebody on site has a key; left out: an assumption by setting', '5 %', '20 %', '50 %'),
    ...estimate('cost', 'Canadian dollars a year, the machine included; left out: an assumption', '20000', '35000', '60000'),
    optional('room', 'machines for which there is room; left out: an assumption by setting', '2'),
    optional('confidence', 'how sure the row is: found, derived, memory or assumption', 'memory'),
    optional('source', 'where the row is from', 'asked by telephone'),
  ],
};

/** The columns of one list as a Markdown table. */
export function regionColumnsTable(list: RegionList): string {
  const cells = ({ name, isNeeded, says, example }: RegionColumn) =>
    `| \`${name}\` | ${isNeeded ? 'needed' : 'may be left out'} | ${says} | \`${example}\` |`;
  return ['| column | | what it says | for one |', '|---|---|---|---|', ...REGION_COLUMNS[list].map(cells)].join('\n');
}
