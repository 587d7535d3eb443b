import './region.css';
import { BenchHead } from '../bench/BenchHead.js';
import { BranchNote } from '../bench/BranchNote.js';
import { RunNote } from '../board/RunNote.js';
import { Clock } from '../clock/Clock.js';
import { LiveDoor } from '../live/LiveDoor.js';
import { LogColumn } from '../log/LogColumn.js';
import { useBench } from '../store/bench.js';
import { say } from '../text/say.js';
import { Timeline } from '../timeline/Timeline.js';
import { HelperList } from './HelperList.js';
import { RegionMap } from './RegionMap.js';

/** A run of several machines on a wide page: the map, the clock and who is on the way, and a lane for each machine below. */
export function RegionBench() {
  const facts = useBench((state) => state.facts);
  return (
    <div className="bench bench-region">
      <a className="skip" href="#bench-main">
        {say('app.skip')}
      </a>
      <BenchHead />
      <main id="bench-main" className="bench-main">
        <div className="bench-left">
          <Clock />
          <BranchNote />
          <RunNote />
          <LiveDoor />
          <HelperList />
          <LogColumn rows={10} />
        </div>
        {facts === null ? null : <RegionMap facts={facts} />}
      </main>
      <Timeline />
    </div>
  );
}
