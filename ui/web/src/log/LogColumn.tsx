import './log.css';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useBench } from '../store/bench.js';
import { seek } from '../store/playback.js';
import { say } from '../text/say.js';
import { toTheMilli } from '../time/localTime.js';
import { useClock } from '../time/useClock.js';
import { isFaultEntry } from '../trace/isFault.js';
import { saySource } from '../trace/sayEntry.js';
import { useSayEntry } from '../trace/useSayEntry.js';
import { isRegionStory, isStory, latestStory } from './shownEntries.js';

/** As the style has it. */
const ROW_PX = 23;

/** What happened last, a line each; a line is a way back to its instant. */
export function LogColumn({ rows }: { readonly rows: number }) {
  const trace = useBench((state) => state.trace);
  const count = useBench((state) => state.trace.countAt(state.playhead_us));
  const revision = useBench((state) => state.revision);
  const clock = useClock();
  const sayEntry = useSayEntry();
  const box = useRef<HTMLElement>(null);
  const room = useRoom(box);
  const region = useBench((state) => state.region);
  const latest = useMemo(() => {
    const last_us = trace.entries[count - 1]?.t_us ?? -1;
    return revision < 0 ? [] : latestStory(trace, last_us, Math.min(rows, room), region ? isRegionStory : isStory);
  }, [trace, count, revision, rows, room, region]);
  return (
    <section ref={box} className="log-column" aria-label={say('log.latest')}>
      {latest.length === 0 ? <p className="log-quiet">{say('log.quiet')}</p> : null}
      <ol>
        {latest.map((entry, place) => {
          const fault = isFaultEntry(entry) && place === latest.length - 1;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries have no name but their place in the trace
            <li key={`${entry.t_us} ${entry.source} ${entry.kind} ${place}`}>
              <button
                type="button"
                className={fault ? 'log-row log-fault' : 'log-row'}
                title={say('log.jump')}
                onClick={() => seek(entry.t_us)}
              >
                <time className="mono">{toTheMilli(clock(entry.t_us))}</time>
                <span className="log-source">{region ? entry.source.split('/')[0] : saySource(entry.source)}</span>
                <span className="log-says">{sayEntry(entry)}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** How many whole rows there is room for: the latest are never cut off. */
function useRoom(box: { readonly current: HTMLElement | null }): number {
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const target = box.current;
    if (target === null) return;
    const measure = () => setRoom(Math.floor(target.clientHeight / ROW_PX));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(target);
    return () => watch.disconnect();
  }, [box]);
  return room;
}
