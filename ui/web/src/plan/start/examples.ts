import type { RegionTexts } from '@dosetwin/scenarios';

const files = import.meta.glob<string>('../../../../../scenarios/regions/*.{yaml,csv}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const named = new Map(Object.entries(files).map(([path, text]) => [path.split('/').at(-1) ?? path, text]));

const LOCATED = /^(?:"[^"]*"|[^,]*),[^,]*,(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?),/;

/** The regions that come with dosetwin, bundled as their files stand, in the order of their names. */
export const examples: readonly RegionTexts[] = [...named]
  .filter(([file]) => file.endsWith('.yaml'))
  .map(([file, text]) => {
    const id = file.replace(/\.yaml$/, '');
    const list = (name: string) => ({ file: `${id}.${name}.csv`, text: named.get(`${id}.${name}.csv`) ?? '' });
    return { id, region: { file, text }, places: list('places'), links: list('links'), candidates: list('candidates') };
  })
  .sort((a, b) => (a.id < b.id ? -1 : 1));

/** What the first step says of each: enough to choose by, without reading it in. */
export const exampleTitles = examples.map(({ id, region, places, candidates }) => ({
  id,
  title: /^title: *(.+)$/m.exec(region.text)?.[1] ?? id,
  places: rowsOf(places.text),
  sites: rowsOf(candidates.text),
  spots: spotsOf(places.text),
}));

/** Where the places of a list lie, for the map of the first step: name, id, latitude and longitude come first in these lists. */
function spotsOf(text: string): readonly { readonly lat: number; readonly lon: number }[] {
  return text.split('\n').flatMap((line) => {
    const [, lat, lon] = LOCATED.exec(line) ?? [];
    return lat === undefined ? [] : [{ lat: Number(lat), lon: Number(lon) }];
  });
}

function rowsOf(text: string): number {
  return text.split('\n').filter((line) => line.trim() !== '').length - 1;
}
