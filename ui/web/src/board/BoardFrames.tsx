import './frames.css';
import { useEffect, useRef } from 'react';
import { seek } from '../store/playback.js';
import { say } from '../text/say.js';
import { toTheMilli } from '../time/localTime.js';
import { useClock } from '../time/useClock.js';
import { type BoardView, FRAME_SORTS, type FrameFilter, type FrameSort, type FrameView } from '../worker/board/BoardView.js';

interface BoardFramesProps {
  readonly view: BoardView;
  readonly filter: FrameFilter;
  readonly onFilter: (filter: FrameFilter) => void;
}

/** Modbus frames as they went, in words; the last one at the instant shown is taken apart below. */
export function BoardFrames({ view, filter, onFilter }: BoardFramesProps) {
  const { rows, count } = view.frames;
  const { t_us } = view.ask;
  const here = rows.findLast((row) => row.t_us <= t_us);
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    const [box, row] = [list.current, list.current?.querySelector<HTMLElement>('[aria-current]')];
    if (box && row) box.scrollTop = row.offsetTop - box.clientHeight * (here === undefined ? 0 : 0.62);
  }, [here]);
  return (
    <section className="board-panel board-frames" aria-label={say('board.frames')}>
      <header>
        <h3>{say('board.frames')}</h3>
        <span>{say('board.framesAbout', { count: String(count).replace(/\B(?=(\d{3})+$)/g, ',') })}</span>
      </header>
      <Filters filter={filter} onFilter={onFilter} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section className="frame-list" ref={list} tabIndex={0} aria-label={say('board.frameList')}>
        {rows.length === 0 ? <p className="board-quiet">{say('board.noFrames')}</p> : null}
        <ol>
          {rows.map((row) => (
            <FrameRow key={row.place} row={row} isHere={row === here} isLater={row.t_us > t_us} />
          ))}
        </ol>
      </section>
      {here === undefined ? null : <FrameDetail row={here} />}
    </section>
  );
}

function Filters({ filter, onFilter }: Omit<BoardFramesProps, 'view'>) {
  return (
    <div className="frame-filters">
      <input
        type="text"
        aria-label={say('board.search')}
        placeholder={say('board.search')}
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.target.value })}
      />
      <select
        aria-label={say('board.sorts')}
        value={filter.sort}
        onChange={(event) => onFilter({ ...filter, sort: event.target.value as FrameSort })}
      >
        {FRAME_SORTS.map((one) => (
          <option key={one} value={one}>
            {say(`board.sort.${one}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What is wrong with a frame, in a word; `null`: nothing. */
function troubleOf({ is, attempt }: FrameView): string | null {
  if (is !== 'request' && is !== 'reply') return say(`board.trouble.${is}`);
  return attempt > 1 ? say('board.trouble.again', { count: attempt }) : null;
}

function FrameRow({ row, isHere, isLater }: { readonly row: FrameView; readonly isHere: boolean; readonly isLater: boolean }) {
  const clock = useClock();
  const trouble = troubleOf(row);
  // Whatever counts time changes with each reading, and tells nothing.
  const changed = row.values.filter((one) => one.changed && !one.name.startsWith('uptime'));
  return (
    <li>
      <button
        type="button"
        className={`frame-row${isLater ? ' frame-later' : ''}`}
        aria-current={isHere ? 'true' : undefined}
        title={say('log.jump')}
        onClick={() => seek(row.t_us)}
      >
        <time className="mono">{toTheMilli(clock(row.t_us))}</time>
        <Direction sent={row.direction === 'sent'} />
        <span className="mono frame-function">{row.function === null ? '–' : String(row.function).padStart(2, '0')}</span>
        <span className="frame-says">
          {trouble === null ? null : <strong className="frame-trouble">{trouble} </strong>}
          {row.says}
          {row.direction === 'sent' ? null : (
            <span className="frame-changed">{changed.map((one) => ` ${one.name} ${one.value}`).join(' ·')}</span>
          )}
        </span>
      </button>
    </li>
  );
}

function Direction({ sent }: { readonly sent: boolean }) {
  return (
    <span className={sent ? 'frame-way' : 'frame-way frame-back'}>
      <span aria-hidden="true">{sent ? '→' : '←'}</span>
      <span className="unseen">{say(sent ? 'board.sent' : 'board.received')}</span>
    </span>
  );
}

function FrameDetail({ row }: { readonly row: FrameView }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <section className="frame-detail" tabIndex={0} aria-label={say('board.frameAt', frameWords(row))}>
      <h4>{say('board.frameAt', frameWords(row))}</h4>
      <p className="frame-words">{row.says}</p>
      <dl>
        {row.values.map(({ name, value, changed }) => (
          <div key={name} className={changed ? 'register-changed' : undefined}>
            <dt className="mono">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function frameWords({ place, direction }: FrameView) {
  return { place: place + 1, direction: say(`board.${direction}`) };
}
