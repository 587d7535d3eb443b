import './run-note.css';
import { bench, useBench } from '../store/bench.js';
import { say } from '../text/say.js';
import { hourMinute, hourMinuteSecond } from '../time/localTime.js';
import { useClock } from '../time/useClock.js';

/** How far firmware has run ahead of the playhead, and what somebody waits for; nothing once all is run. */
export function RunNote() {
  const reached_us = useBench((state) => state.reached_us);
  const length_us = useBench((state) => state.facts?.length_us ?? 0);
  const emulated = useBench((state) => Object.values(state.controllers).includes('emulated'));
  const wanted_us = useBench((state) => state.wanted_us);
  const clock = useClock();
  if (reached_us >= length_us || (!emulated && wanted_us === null)) return null;
  return (
    <div className="run-note">
      {emulated ? (
        <p title={say('board.aheadAbout')}>
          <span>{say('board.ahead', { time: hourMinute(clock(reached_us)) })}</span>
          <progress max={length_us} value={reached_us} aria-label={say('board.aheadOf')} />
        </p>
      ) : null}
      {wanted_us === null ? null : (
        <p role="status">
          <span>{say('board.wanted', { time: hourMinuteSecond(clock(wanted_us)) })}</span>
          <button type="button" className="link-button" onClick={() => bench.setState({ wanted_us: null })}>
            {say('board.stay')}
          </button>
        </p>
      )}
    </div>
  );
}
