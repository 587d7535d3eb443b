import { useEffect, useMemo, useRef, useState } from 'react';
import { useBench } from '../store/bench.js';
import { seek } from '../store/playback.js';
import { say } from '../text/say.js';
import { toTheMilli } from '../time/localTime.js';
import { useClock } from '../time/useClock.js';
import type { BenchEntry } from '../trace/BenchEntry.js';
import { isFaultEntry } from '../trace/isFault.js';
import { saySource } from '../trace/sayEntry.js';
import { useSayEntry } from '../trace/useSayEntry.js';
import { filterEntries, type LogFilter } from './shownEntries.js';

const ROW = 23;
/** Rows drawn above and below what is seen. */
const SPARE = 12;

/** A long list of which only the rows in sight are drawn. */
export function LogTable({ filter }: { readonly filter: LogFilter }) {
  const trace = useBench((state) => state.trace);
  const revision = useBench((state) => state.revision);
  const horizon_us = useBench((state) => state.horizon_us);
  const count = trace.countAt(horizon_us);
  const sayEntry = useSayEntry();
  const rows = useMemo(() => {
    const last_us = trace.entries[count - 1]?.t_us ?? -1;
    return revision < 0 ? [] : filterEntries(trace, last_us, filter, sayEntry);
  }, [trace, revision, count, filter, sayEntry]);
  const view = useRef<HTMLElement>(null);
  const { from, to, onScroll } = useWindow(view, rows);
  return (
    <>
      <p className="log-count" role="status">
        {rows.length === 0 ? say('log.none') : say('log.count', { shown: rows.length, all: count })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section className="log-table" ref={view} onScroll={onScroll} tabIndex={0} aria-label={say('log.title')}>
        <ol style={{ height: rows.length * ROW }}>
          {rows.slice(from, to).map((entry, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an entry's place is its name
            <LogRow key={from + place} entry={entry} top={(from + place) * ROW} />
          ))}
        </ol>
      </section>
    </>
  );
}

function LogRow({ entry, top }: { readonly entry: BenchEntry; readonly top: number }) {
  const clock = useClock();
  const sayEntry = useSayEntry();
  const now = useBench((state) => state.playhead_us === entry.t_us);
  const later = useBench((state) => state.playhead_us < entry.t_us);
  const name = ['log-row', isFaultEntry(entry) ? 'log-fault' : '', now ? 'log-now' : '', later ? 'log-later' : ''].join(' ');
  return (
    <li style={{ top }} className="log-line">
      <button type="button" className={name} title={say('log.jump')} onClick={() => seek(entry.t_us)}>
        <time className="mono">{toTheMilli(clock(entry.t_us))}</time>
        <span className="log-source">{saySource(entry.source)}</span>
        <span className="log-says">{sayEntry(entry)}</span>
        <span className="log-kind mono">{entry.kind}</span>
      </button>
    </li>
  );
}

/** Which rows are in sight; the list opens at the playhead. */
function useWindow(view: { readonly current: HTMLElement | null }, rows: readonly BenchEntry[]) {
  const [top, setTop] = useState(0);
  const playhead_us = useBench((state) => state.playhead_us);
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current || view.current === null || rows.length === 0) return undefined;
    const here = rows.findLastIndex((one) => one.t_us <= playhead_us);
    // A sheet is shown after what is in it was made; before that nothing scrolls.
    const handle = requestAnimationFrame(() => {
      if (view.current === null || view.current.clientHeight === 0) return;
      opened.current = true;
      view.current.scrollTop = Math.max(0, here * ROW - view.current.clientHeight / 2);
    });
    return () => cancelAnimationFrame(handle);
  }, [rows, playhead_us, view]);
  const height = view.current?.clientHeight ?? 600;
  const from = Math.max(0, Math.floor(top / ROW) - SPARE);
  const to = Math.min(rows.length, Math.ceil((top + height) / ROW) + SPARE);
  return { from, to, onScroll: () => setTop(view.current?.scrollTop ?? 0) };
}
