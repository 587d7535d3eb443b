import './real-boards.css';
import { useState } from 'react';
import { useBench } from '../store/bench.js';
import { say } from '../text/say.js';
import { askLive } from './joinLive.js';
import type { LiveRight, LiveState } from './liveProtocol.js';
import { Prompts } from './Prompts.js';

interface RealBoardsProps {
  readonly state: LiveState;
  readonly armed: boolean;
  readonly rights: readonly LiveRight[];
}

/** Only where real motors stand below a hinge: whether they may move, whether their boards answer, and what is asked at the machine. */
export function RealBoards({ state, armed, rights }: RealBoardsProps) {
  const isOver = state.finished || state.failed !== null;
  return (
    <section className="real-boards" aria-label={say('live.boards.label')}>
      {armed ? (
        <Armed mayDisarm={rights.includes('act')} />
      ) : (
        <Disarmed state={state} mayArm={rights.includes('arm') && !isOver} />
      )}
      <ul>
        {state.boards.map((board) => (
          <Board key={board.machine} board={board} />
        ))}
      </ul>
      <Prompts prompts={state.prompts} mayAnswer={rights.includes('act') && !isOver} />
    </section>
  );
}

function Armed({ mayDisarm }: { readonly mayDisarm: boolean }) {
  return (
    <p className="motors motors-armed" role="status">
      <strong>{say('live.armed')}</strong>
      {mayDisarm ? (
        <button type="button" className="link-button" title={say('live.armedAbout')} onClick={() => askLive({ type: 'disarm' })}>
          {say('live.disarm')}
        </button>
      ) : null}
    </p>
  );
}

/** Whoever arms says that what is loaded is inert. */
function Disarmed({ state, mayArm }: { readonly state: LiveState; readonly mayArm: boolean }) {
  const [inert, setInert] = useState(false);
  const waits = state.paused && state.now_us === 0;
  return (
    <div className="motors">
      <p role="status">
        <strong>{say('live.disarmed')}</strong>
      </p>
      {waits ? <p className="live-about">{say('live.waits')}</p> : null}
      {mayArm ? (
        <p className="motors-ask">
          <label>
            <input type="checkbox" checked={inert} onChange={(event) => setInert(event.target.checked)} /> {say('live.inert')}
          </label>
          <button
            type="button"
            className="button"
            disabled={!inert}
            onClick={() => {
              setInert(false);
              askLive({ type: 'arm', inert: true });
            }}
          >
            {say('live.arm')}
          </button>
        </p>
      ) : (
        <p className="live-about">{say('live.armElsewhere')}</p>
      )}
    </div>
  );
}

/** How a board stands on its wire, and while it does not answer, what its wire last said. */
function Board({ board: { machine, port, answers } }: { readonly board: LiveState['boards'][number] }) {
  const trace = useBench((state) => state.trace);
  useBench((state) => state.revision);
  const told = trace.last(Number.POSITIVE_INFINITY, `${machine}/board`, 'wire');
  const lowered = trace.between(0, Number.POSITIVE_INFINITY, `${machine}/board`, 'promise');
  return (
    <li className={answers ? 'real-board' : 'real-board real-board-gone'}>
      <p role="status">
        {machine}, <span className="mono">{port}</span>:{' '}
        <strong>{say(answers ? 'live.boards.answers' : 'live.boards.gone')}</strong>
      </p>
      {answers ? null : (
        <p className="live-about">
          {told === undefined ? null : `${told.payload.says}. `}
          {say('live.boards.goneAbout')}
        </p>
      )}
      {lowered.length === 0 ? null : (
        <details className="live-about">
          <summary>{say('live.boards.lowered', { number: lowered.length })}</summary>
          <ul>
            {lowered.map(({ payload }) => (
              <li key={String(payload.says)}>{String(payload.says)}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
