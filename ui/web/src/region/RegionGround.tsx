import { say } from '../text/say.js';
import type { BenchFacts } from '../worker/BenchFacts.js';
import { leaderOf } from './leaderOf.js';
import type { HelperSign } from './placeHelpers.js';
import { placeRoadWords } from './placeRoadWords.js';
import type { RegionPlan } from './placeSites.js';
import type { PlacedSite, RegionLayout } from './regionLayout.js';
import { wayOf } from './wayOf.js';
import type { Whereabouts } from './whereabouts.js';

interface RegionGroundProps {
  readonly facts: BenchFacts;
  readonly layout: RegionLayout;
  readonly by: RegionPlan['by'];
  readonly width: number;
  readonly height: number;
  readonly helpers: readonly Whereabouts[];
  /** Their names are on the map: no length is written there. */
  readonly signs: readonly HelperSign[];
  readonly short: boolean;
}

const GRIDS_KM = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const GRID_PX = 90;

/** What lies below the words: a grid in kilometres, the roads, the ways that somebody travels, and the points of the sites. */
export function RegionGround({ facts, layout, by, width, height, helpers, signs, short }: RegionGroundProps) {
  const at = (id: string) => layout.sites.find(({ site }) => site === id);
  // Where signs stand close together there is no room for lengths; the list below has those of the ways.
  const words = short
    ? []
    : placeRoadWords(
        layout,
        facts.roads,
        signs.flatMap((sign) => sign.words),
      );
  const gridKm = GRIDS_KM.find((km) => km * layout.pxPerKm >= GRID_PX) ?? 1000;
  return (
    <>
      <svg className="region-ground" width={width} height={height} aria-hidden="true" focusable="false">
        {by === 'nothing' ? null : <Grid step={gridKm * layout.pxPerKm} width={width} height={height} />}
        {facts.roads.map(({ between: [a, b] }) => (
          <Road key={`${a} ${b}`} from={at(a)} to={at(b)} />
        ))}
        {helpers.map((one) => (
          <Way key={one.contact} layout={layout} here={one} />
        ))}
        {words.map(({ says, x, y }) => (
          <text key={`${x} ${y}`} className="road-words" x={x} y={y} textAnchor="middle">
            {says}
          </text>
        ))}
        {short
          ? null
          : layout.sites.map((one) => <path key={one.site} className="region-leader" d={leaderOf(one, layout.sites) ?? ''} />)}
        {layout.sites.map(({ site, x, y }) => (
          <circle key={site} className="region-point" cx={x} cy={y} r="5" />
        ))}
      </svg>
      <p className="region-laid">{say(`region.laid.${by}`, { km: gridKm })}</p>
    </>
  );
}

function Grid({ step, width, height }: { readonly step: number; readonly width: number; readonly height: number }) {
  const lines = (length: number) => Array.from({ length: Math.floor(length / step) }, (_, i) => Math.round((i + 1) * step) - 0.5);
  const across = lines(width).map((x) => `M${x} 0V${height}`);
  const down = lines(height).map((y) => `M0 ${y}H${width}`);
  return <path className="region-grid" d={[...across, ...down].join('')} />;
}

interface RoadProps {
  readonly from: PlacedSite | undefined;
  readonly to: PlacedSite | undefined;
}

function Road({ from, to }: RoadProps) {
  if (from === undefined || to === undefined) return null;
  return <path className="region-road" d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />;
}

/** Drawn through where it lies behind whoever travels it, dotted where it is to come. */
function Way({ layout, here }: { readonly layout: RegionLayout; readonly here: Whereabouts }) {
  const way = wayOf(layout, here);
  if (way === null || here.is === 'onSite' || here.is === 'onRounds') return null;
  const { from, at, to } = way;
  return (
    <g className="region-way">
      <path className="region-way-to-come" d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
      <path d={`M${from.x} ${from.y}L${at.x} ${at.y}`} />
    </g>
  );
}
