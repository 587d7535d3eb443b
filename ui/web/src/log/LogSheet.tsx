import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { Sheet } from '../sheet/Sheet.js';
import { useBench } from '../store/bench.js';
import { say } from '../text/say.js';
import { LogFilters } from './LogFilters.js';
import { LogTable } from './LogTable.js';
import { noFilter } from './shownEntries.js';

/** The whole log on a sheet of its own. */
export function LogSheet() {
  return (
    <Sheet title={say('log.title')} size="wide">
      <WholeLog />
    </Sheet>
  );
}

/** The whole log as far as was lived, with its filters. */
export function WholeLog() {
  const [filter, setFilter] = useState(noFilter);
  const deferred = useDeferredValue(filter);
  const trace = useBench((state) => state.trace);
  const revision = useBench((state) => state.revision);
  const count = useBench((state) => state.trace.countAt(state.horizon_us));
  const seen = useRef<HTMLDivElement>(null);
  const kinds = useMemo(() => {
    const lived = revision < 0 ? [] : trace.entries.slice(0, count);
    return [...new Set(lived.map((one) => one.kind))].sort();
  }, [trace, revision, count]);
  return (
    <div className="whole-log" ref={seen}>
      <LogFilters filter={filter} kinds={kinds} onFilter={setFilter} />
      <LogTable filter={deferred} />
    </div>
  );
}
