import './board.css';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { Icon } from '../sheet/Icon.js';
import { Sheet } from '../sheet/Sheet.js';
import { useBench } from '../store/bench.js';
import { chooseController } from '../store/client.js';
import { goToJam, stepEvent, togglePlay } from '../store/playback.js';
import { usePose } from '../store/usePose.js';
import { say } from '../text/say.js';
import { useMedia } from '../theme/useMedia.js';
import { toTheMilli } from '../time/localTime.js';
import { useClock } from '../time/useClock.js';
import type { BoardView, FrameFilter } from '../worker/board/BoardView.js';
import { BoardBeside } from './BoardBeside.js';
import { BoardCurrent } from './BoardCurrent.js';
import { BoardFrames } from './BoardFrames.js';
import { BoardRegisters } from './BoardRegisters.js';
import { ControllerPicker } from './ControllerPicker.js';
import { RunNote } from './RunNote.js';
import { useBoardView } from './useBoardView.js';

/** Room for one part at a time. */
const ONE_PART = '(max-width: 1100px)';
const PARTS = ['frames', 'current', 'registers', 'beside'] as const;
type Part = (typeof PARTS)[number];

/** What an engineer wants of the board below a hinge, as it was at the instant shown. */
export function BoardSheet() {
  const controller = useBench((state) => state.controllers[state.machine]);
  return (
    <Sheet title={say('board.title')} size={controller === 'emulated' ? 'full' : 'small'}>
      <div className="board">
        <Head timed={controller === 'emulated'} />
        {controller === 'emulated' ? <Emulated /> : <NoBoard elsewhere={controller === undefined} />}
      </div>
    </Sheet>
  );
}

function Head({ timed }: { readonly timed: boolean }) {
  const several = useBench((state) => Object.keys(state.controllers).length > 1);
  const controller = useBench((state) => state.controllers[state.machine]);
  return (
    <div className="board-head">
      <ControllerPicker />
      {several && controller !== undefined ? (
        <button type="button" className="text-button" onClick={() => chooseController(null, controller)}>
          {say('board.all')}
        </button>
      ) : null}
      <RunNote />
      {timed ? <Time /> : null}
    </div>
  );
}

function Time() {
  const playing = useBench((state) => state.playing);
  const playhead_us = useBench((state) => state.playhead_us);
  const clock = useClock();
  return (
    <span className="board-time">
      <time className="mono">{toTheMilli(clock(playhead_us))}</time>
      <Control name="back" says={say('timeline.back')} onPress={() => stepEvent(-1)} />
      <Control name={playing ? 'pause' : 'play'} says={say(playing ? 'timeline.pause' : 'timeline.play')} onPress={togglePlay} />
      <Control name="forward" says={say('timeline.forward')} onPress={() => stepEvent(1)} />
      <button type="button" className="text-button" onClick={goToJam}>
        {say('board.jam')}
      </button>
    </span>
  );
}

interface ControlProps {
  readonly name: 'back' | 'play' | 'pause' | 'forward';
  readonly says: string;
  readonly onPress: () => void;
}

function Control({ name, says, onPress }: ControlProps) {
  return (
    <button type="button" className="icon-button" aria-label={says} title={says} onClick={onPress}>
      <Icon name={name} />
    </button>
  );
}

function NoBoard({ elsewhere }: { readonly elsewhere: boolean }) {
  if (elsewhere) return <p className="board-none">{say('board.elsewhere')}</p>;
  return (
    <div className="board-none">
      <p>
        <strong>{say('board.none')}</strong>
      </p>
      <p className="board-none-about">{say('board.noneAbout')}</p>
      <p className="board-none-about">{say('board.change')}</p>
    </div>
  );
}

function Emulated() {
  const [filter, setFilter] = useState<FrameFilter>({ sort: 'all', text: '' });
  const [part, setPart] = useState<Part>('frames');
  const deferred = useDeferredValue(filter);
  const cartridge = usePose().focusCartridge ?? 1;
  const view = useBoardView({ filter: deferred, cartridge });
  const single = useMedia(ONE_PART);
  if (view === null) return <p className="board-none">{say('board.waiting')}</p>;
  const parts: Readonly<Record<Part, ReactNode>> = {
    frames: <BoardFrames view={view} filter={filter} onFilter={setFilter} />,
    current: <BoardCurrent view={view} />,
    registers: <BoardRegisters view={view} />,
    beside: <BoardBeside view={view} />,
  };
  if (!single) return <Whole view={view} parts={parts} />;
  return (
    <div className="board-single">
      <div className="board-tabs" role="tablist" aria-label={say('board.parts')}>
        {PARTS.map((one) => (
          <button
            key={one}
            id={`board-tab-${one}`}
            type="button"
            role="tab"
            aria-selected={part === one}
            aria-controls="board-part"
            onClick={() => setPart(one)}
          >
            {say(`board.part.${one}`)}
          </button>
        ))}
      </div>
      <div className="board-part" id="board-part" role="tabpanel" aria-labelledby={`board-tab-${part}`}>
        {parts[part]}
      </div>
    </div>
  );
}

function Whole({ view, parts }: { readonly view: BoardView; readonly parts: Readonly<Record<Part, ReactNode>> }) {
  return (
    <div className="board-whole" data-link={view.link}>
      {parts.frames}
      <div className="board-middle">
        {parts.current}
        {parts.registers}
      </div>
      {parts.beside}
    </div>
  );
}
