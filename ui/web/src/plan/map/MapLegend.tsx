import type { Region } from '@dosetwin/scenarios';
import { say } from '../../text/say.js';
import { RINGS } from './PlaceMarks.js';
import { kmAtWilling } from './willingAt.js';

/** What the signs on the map mean; what it does not show, and who must be named beside it. */
export function MapLegend({ region, hasPlan }: { readonly region: Region; readonly hasPlan: boolean }) {
  const [half, tenth] = RINGS.map((share) => kmAtWilling(region, share).toFixed(1)) as [string, string];
  return (
    <div className="map-legend">
      <ul>
        <li>
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            <circle cx="7" cy="7" r="6" className="map-people" />
          </svg>
          {say('plan.map.legend.people')}
        </li>
        {hasPlan ? (
          <li>
            <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
              <circle cx="7" cy="7" r="6" className="map-people" />
              <circle cx="7" cy="7" r="4" className="map-reached" />
            </svg>
            {say('plan.map.legend.reached')}
          </li>
        ) : null}
        {hasPlan ? (
          <li>
            <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
              <circle cx="7" cy="7" r="6" className="map-people map-people-left-out" />
            </svg>
            {say('plan.map.legend.left')}
          </li>
        ) : null}
        <li>
          <svg width="8" height="14" viewBox="0 0 8 14" aria-hidden="true">
            <rect x="1.5" y="3" width="5" height="8" rx="1.5" className="map-possible" />
          </svg>
          {say('plan.map.legend.possible')}
        </li>
        {hasPlan ? (
          <li className="map-legend-rings">
            {say('plan.map.legend.rings', { half, tenth, furthest: region.travel.furthestKm })}
          </li>
        ) : null}
      </ul>
      <p>{say('plan.map.legend.ground')}</p>
    </div>
  );
}
