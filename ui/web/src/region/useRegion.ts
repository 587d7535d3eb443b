import { useMemo } from 'react';
import { useBench } from '../store/bench.js';
import { type RegionPose, regionAt } from './regionAt.js';

const NOTHING: RegionPose = { machines: [], helpers: [] };

/** The region at the playhead. */
export function useRegion(): RegionPose {
  const trace = useBench((state) => state.trace);
  const revision = useBench((state) => state.revision);
  const playhead_us = useBench((state) => state.playhead_us);
  const facts = useBench((state) => state.facts);
  return useMemo(
    () => (facts === null || revision < 0 ? NOTHING : regionAt(trace, facts, playhead_us)),
    [trace, revision, playhead_us, facts],
  );
}
