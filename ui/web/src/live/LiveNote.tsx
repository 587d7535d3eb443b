import './live.css';
import { say } from '../text/say.js';
import { askLive, followLive } from './joinLive.js';
import { LIVE_PACES, type LivePace, type LiveState } from './liveProtocol.js';
import { useLive } from './liveStore.js';
import { RealBoards } from './RealBoards.js';

/** Says that the run is live and who else is there, and holds what those who may act can do to all of it. */
export function LiveNote() {
  const is = useLive((view) => view.is);
  const state = useLive((view) => view.state);
  const rights = useLive((view) => view.rights);
  const following = useLive((view) => view.following);
  const joined = is === 'joined' && state !== null;
  return (
    <section className="live-note" aria-label={say('live.label')}>
      <p className="live-is" role="status">
        <span className={joined ? 'live-dot' : 'live-dot live-dot-off'} aria-hidden="true" />
        <strong>{say(`live.is.${is}`)}</strong>
        {joined ? <span className="live-others">{others(state.viewers - 1)}</span> : null}
        {following || !joined ? null : (
          <button type="button" className="link-button" onClick={followLive}>
            {say('live.now')}
          </button>
        )}
      </p>
      {is === 'lost' ? <p className="live-about">{say('live.lostAbout')}</p> : null}
      {joined ? <Standing state={state} /> : null}
      {joined && rights.includes('act') && !state.finished && state.failed === null ? <Control state={state} /> : null}
      {joined && state.armed !== null ? <RealBoards state={state} armed={state.armed} rights={rights} /> : null}
      <Notice />
    </section>
  );
}

function others(count: number): string {
  if (count <= 0) return say('live.sharedWith.nobody');
  return count === 1 ? say('live.sharedWith.one') : say('live.sharedWith.many', { count });
}

function Standing({ state }: { readonly state: LiveState }) {
  const { finished, failed, slips } = state;
  if (failed !== null) return <p className="live-about">{say('live.failed', { says: failed })}</p>;
  if (finished) return <p className="live-about">{say('live.finished')}</p>;
  if (slips.count === 0) return null;
  return <p className="live-about">{say('live.slipped', { seconds: (slips.worstMs / 1_000).toFixed(1) })}</p>;
}

/** For everybody: the run itself stands still or goes on, not only the picture here. */
function Control({ state }: { readonly state: LiveState }) {
  const { paused, pace } = state;
  return (
    <p className="live-control">
      <button type="button" className="link-button" onClick={() => askLive({ type: 'control', pause: !paused })}>
        {say(paused ? 'live.goOn' : 'live.pause')}
      </button>
      <label>
        <span className="unseen">{say('live.pace')}</span>
        <select value={pace} onChange={(event) => askLive({ type: 'control', pace: Number(event.target.value) as LivePace })}>
          {LIVE_PACES.map((one) => (
            <option key={one} value={one}>
              {one === 0 ? say('live.max') : `${one}×`}
            </option>
          ))}
        </select>
      </label>
    </p>
  );
}

function Notice() {
  const notice = useLive((view) => view.notice);
  return (
    <p className="live-about" role="status">
      {notice}
    </p>
  );
}
