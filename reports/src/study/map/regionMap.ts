import type { PlaceReach, Region, Study } from '@dosetwin/scenarios';
import { geoCircle, geoGraticule } from 'd3-geo';
import { type Markup, markup } from '../../markup/Markup.js';
import { peopleWords } from '../plansSection.js';
import { type MapFrame, mapFrame } from './MapFrame.js';
import { type MapLabel, MapLabels } from './MapLabels.js';
import { OUTLINE } from './outline.js';

/** Counts below this are hidden. */
const FEWEST = 5;
/** Kilometres of a degree along a great circle. */
const KM_PER_DEGREE = 111.195;

interface Spot {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly machines: number;
  readonly reach: PlaceReach;
  readonly leftOut: number;
}

/** The plan on a map: land, ways, reach, places by what the plan means to them, and machines. `id` keeps two maps of a page apart. */
export function regionMap(study: Study, region: Region, width: number, height: number, id: string): Markup {
  const frame = mapFrame(region, width, height);
  const spots = spotsOf(study, region, frame);
  const labels = new MapLabels(width, height);
  for (const { x, y, machines } of spots) labels.block(x, y, machines > 0 ? 9 : 3);
  return markup`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${spots
    .filter(({ machines }) => machines > 0)
    .map(({ name, machines }) => `${name}: ${machines}`)
    .join(', ')}">
<defs><pattern id="left-${id}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><line class="hatch-line" x1="0" x2="0" y1="0" y2="6"/></pattern></defs>
<rect class="sea" width="${width}" height="${height}"/>${land(frame)}
<path class="graticule" d="${frame.path(geoGraticule().step([5, 2])())}"/>
${ways(region, frame)}${reaches(region, spots, frame)}
${spots.map((spot) => placeMark(spot, id))}${spots.filter(({ machines }) => machines > 0).map(machineMark)}
${[...spots].sort((a, b) => b.machines - a.machines || b.leftOut - a.leftOut || b.reach.people - a.reach.people).map((spot) => labelOf(spot, labels, width < 500))}
</svg>`;
}

function spotsOf({ reach, plans, answer }: Study, region: Region, frame: MapFrame): readonly Spot[] {
  const plan = plans.find(({ machines }) => machines === (answer.machines ?? answer.impossible?.machines));
  return region.places.flatMap(({ id, name, lat, lon }, i) => {
    const point = frame.at(lon, lat);
    if (point === null) return [];
    const here = new Set(region.candidates.filter(({ place }) => place === id).map((one) => one.id));
    const machines = plan?.plan.sites.reduce((sum, site) => sum + (here.has(site.candidate) ? site.machines : 0), 0) ?? 0;
    const reached = reach.places[i] as PlaceReach;
    return [
      {
        id,
        name,
        x: round(point[0]),
        y: round(point[1]),
        machines,
        reach: reached,
        leftOut: Math.round(reached.people - reached.reached),
      },
    ];
  });
}

function land({ path }: MapFrame): Markup {
  const drawn = OUTLINE.rings
    .map((ring) => path({ type: 'Polygon', coordinates: [[...ring, ring[0] as [number, number]]] }))
    .filter((d) => d !== null);
  const borders = path({ type: 'MultiLineString', coordinates: OUTLINE.borders.map((line) => [...line]) });
  return markup`<path class="land" d="${drawn.join('')}"/>${borders && markup`<path class="border" d="${borders}"/>`}`;
}

function ways({ links, places }: Region, { path }: MapFrame): readonly Markup[] {
  const at = new Map(places.map(({ id, lon, lat }) => [id, [lon, lat] as [number, number]]));
  return links.flatMap(({ a, b, mode }) => {
    const [from, to] = [at.get(a), at.get(b)];
    const d = from && to ? path({ type: 'LineString', coordinates: [from, to] }) : null;
    return d === null ? [] : [markup`<path class="way ${mode}" d="${d}"/>`];
  });
}

function reaches({ travel, places }: Region, spots: readonly Spot[], { path }: MapFrame): readonly Markup[] {
  const circle = geoCircle().radius(travel.furthestKm / KM_PER_DEGREE);
  return spots
    .filter(({ machines }) => machines > 0)
    .map(({ id }) => {
      const place = places.find((one) => one.id === id);
      return markup`<path class="reach" d="${path(circle.center([place?.lon ?? 0, place?.lat ?? 0])())}"/>`;
    });
}

function placeMark({ x, y, reach, leftOut, machines }: Spot, id: string): Markup {
  const radius = round(3 + Math.min(9, Math.sqrt(Math.max(0, reach.people)) * 0.75));
  if (Math.round(reach.people) === 0) return markup`<circle class="place none" cx="${x}" cy="${y}" r="3"/>`;
  // How large the hatched part is says how many of them are left out.
  const share = leftOut / reach.people;
  const left =
    leftOut > 0 &&
    markup`<circle class="left" style="fill:url(#left-${id})" cx="${x}" cy="${y}" r="${round(radius + 4 * Math.sqrt(share) + 1.5)}"/>`;
  return markup`${left}${share < 1 && machines === 0 && markup`<circle class="place reached" cx="${x}" cy="${y}" r="${round(Math.max(3, radius * Math.sqrt(1 - share)))}"/>`}`;
}

function machineMark({ x, y }: Spot): Markup {
  return markup`<rect class="machine" x="${x - 4.5}" y="${y - 8}" width="9" height="16" rx="1.5"/><rect class="screen" x="${x - 2.5}" y="${y - 5.5}" width="5" height="3.5"/>`;
}

function labelOf(spot: Spot, labels: MapLabels, isSmall: boolean): Markup | null {
  const { name, x, y, machines, reach, leftOut } = spot;
  const people = Math.round(reach.people);
  if (machines === 0 && people === 0 && isSmall) return null;
  const lines = [machines > 1 ? `${name} × ${machines}` : name];
  if (machines > 0 && !isSmall) lines.push(reach.people === 0 ? 'nobody counted' : countWords(reach.reached, people));
  else if (leftOut >= FEWEST && machines === 0 && !isSmall) lines.push(`${peopleWords(leftOut)} left out`);
  const placed = labels.place(lines, x, y, machines > 0 ? 13.6 : 11.5, machines > 0 && !isSmall);
  return (
    placed &&
    markup`${placed[0]?.isFar && markup`<path class="leader" d="M${x} ${y}L${round(placed[0].x)} ${round(y < placed[0].y ? placed[0].y - 10 : (placed.at(-1)?.y ?? y) + 3)}"/>`}${placed.map((label, i) => labelText(label, i === 0 ? (machines > 0 ? 'site' : '') : machines > 0 ? 'count' : 'out'))}`
  );
}

/** `113 people`, `80 of 113 people`, or one hidden count and not two. */
function countWords(reached: number, people: number): string {
  const [some, all] = [peopleWords(reached), peopleWords(people)];
  return some === all ? `${all} people` : `${some} of ${all} people`;
}

function labelText({ text, x, y, anchor }: MapLabel, kind: string): Markup {
  return markup`<text class="${kind}" x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${text}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
