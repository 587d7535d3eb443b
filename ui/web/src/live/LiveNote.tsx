import './live.css';
import { useState } from 'react';
import { say } from '../text/say.js';
import { askLive, followLive } from './joinLive.js';
import { LIVE_PACES, type LivePace, type LiveState } from './liveProtocol.js';
import { useLive } from './liveStore.js';

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
      {joined ? <Motors state={state} mayArm={rights.includes('arm')} mayAct={rights.includes('act')} /> : null}
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

interface MotorsProps {
  readonly state: LiveState;
  readonly mayArm: boolean;
  readonly mayAct: boolean;
}

/** Only where real motors stand below a hinge. Whoever arms says that what is loaded is inert; whoever may act can stop them. */
function Motors({ state, mayArm, mayAct }: MotorsProps) {
  const [inert, setInert] = useState(false);
  if (state.armed === null) return null;
  if (state.armed) {
    return (
      <p className="live-control live-armed" role="status">
        <strong>{say('live.armed')}</strong>
        {mayAct ? (
          <button type="button" className="link-button" onClick={() => askLive({ type: 'disarm' })}>
            {say('live.disarm')}
          </button>
        ) : null}
      </p>
    );
  }
  return (
    <p className="live-control">
      <span>{say('live.disarmed')}</span>
      {mayArm ? (
        <>
          <label>
            <input type="checkbox" checked={inert} onChange={(event) => setInert(event.target.checked)} /> {say('live.inert')}
          </label>
          <button
            type="button"
            className="link-button"
            disabled={!inert}
            onClick={() => {
              setInert(false);
              askLive({ type: 'arm', inert: true });
            }}
          >
            {say('live.arm')}
          </button>
        </>
      ) : null}
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
