import { isSmall, type Region, type Study } from '@dosetwin/scenarios';
import { siteName } from './siteName.js';

/** Places and the sites of the answer's plan as GeoJSON (RFC 7946), for any map. Counts of people below 5 are `null`. */
export function studyGeoJson({ answer, plans, reach }: Study, region: Region): string {
  const plan = plans.find(({ machines }) => machines === (answer.machines ?? answer.impossible?.machines));
  const places = region.places.map(({ id, name, lon, lat, population }, i) => {
    const { people = 0, reached = 0, nearestKm = null } = reach.places[i] ?? {};
    const properties = {
      kind: 'place',
      id,
      name,
      population,
      people: shown(people),
      leftOut: shown(people - reached),
      nearestKm,
    };
    return { type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties };
  });
  const sites = (plan?.plan.sites ?? []).flatMap(({ candidate, machines }, i) => {
    const at = region.places.find(({ id }) => id === region.candidates.find((one) => one.id === candidate)?.place);
    if (at === undefined) return [];
    const people = shown(reach.sites[i]?.people ?? 0);
    const properties = {
      kind: 'site',
      id: candidate,
      name: siteName(region, candidate),
      machines,
      people,
      furthestKm: region.travel.furthestKm,
    };
    return [{ type: 'Feature', geometry: { type: 'Point', coordinates: [at.lon, at.lat] }, properties }];
  });
  const about = { title: region.title, isHypothetical: region.isHypothetical, answer: answer.sentence };
  return `${JSON.stringify({ type: 'FeatureCollection', properties: about, features: [...sites, ...places] }, null, 1)}\n`;
}

function shown(people: number): number | null {
  const whole = Math.round(people);
  return isSmall(whole) ? null : whole;
}
