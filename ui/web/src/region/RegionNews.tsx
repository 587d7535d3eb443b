import { say } from '../text/say.js';
import { useRegion } from './useRegion.js';

/** Says to those who listen which machines need somebody; only what changes is said. */
export function RegionNews() {
  const { machines } = useRegion();
  const wanting = machines.filter(({ sign }) => sign === 'fault' || sign === 'out' || sign === 'visit');
  const says = wanting.map((one) => say('region.news', { machine: one.machine, says: one.says })).join('. ');
  return (
    <p className="unseen" role="status" data-testid="region-news">
      {says || say('region.allWell')}
    </p>
  );
}
