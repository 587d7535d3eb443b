import type { RegionSheet } from './RegionSheet.js';

/** West of each longitude, the zone of most people in Canada there: a start for a list that names none. */
const WEST_OF: readonly (readonly [lon: number, zone: string])[] = [
  [-114, 'America/Vancouver'],
  [-110, 'America/Edmonton'],
  [-101.5, 'America/Regina'],
  [-90, 'America/Winnipeg'],
  [-68, 'America/Toronto'],
  [-59, 'America/Halifax'],
];
const EASTERNMOST = 'America/St_Johns';

/** The zone of the first place of a list without a column of zones, by its longitude; `null` where there is such a column. */
export function assumedZone(sheets: readonly RegionSheet[]): string | null {
  const rows = sheets.find(({ list }) => list === 'places')?.rows ?? [];
  const headings = rows.map((row) =>
    row.map((cell) =>
      String(cell ?? '')
        .trim()
        .toLowerCase(),
    ),
  );
  if (headings.some((row) => row.includes('zone') || row.includes('time zone'))) return null;
  const head = headings.findIndex((row) => row.some(isLongitude));
  const column = headings[head]?.findIndex(isLongitude) ?? -1;
  const lon = rows.slice(head + 1).flatMap((row) => Number(row[column] ?? Number.NaN) || [])[0];
  if (lon === undefined) return EASTERNMOST;
  return WEST_OF.find(([east]) => lon < east)?.[1] ?? EASTERNMOST;
}

function isLongitude(heading: string): boolean {
  return ['longitude', 'lon', 'lng', 'long'].includes(heading);
}
