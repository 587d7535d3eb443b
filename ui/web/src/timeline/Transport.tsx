import { Icon } from '../sheet/Icon.js';
import { SPEEDS, type Speed } from '../store/BenchState.js';
import { bench, useBench } from '../store/bench.js';
import { saveRecord } from '../store/client.js';
import { seek, setSpeed, stepEvent, toggleLoop, togglePlay } from '../store/playback.js';
import { say } from '../text/say.js';
import { TWO_COLUMNS, useMedia } from '../theme/useMedia.js';

/** Play, pause, step, speed and loop; and the quiet ways to the rest of the bench. */
export function Transport() {
  const playing = useBench((state) => state.playing);
  const looping = useBench((state) => state.loop !== null);
  const seed = useBench((state) => state.facts?.seed ?? 0);
  const ended = useBench((state) => state.facts !== null && state.playhead_us >= state.facts.length_us);
  const region = useBench((state) => state.region);
  const twoColumns = useMedia(TWO_COLUMNS);
  return (
    <div className="transport">
      <Control name="rewind" says={say('timeline.rewind')} onPress={() => seek(0)} />
      <Control name="back" says={say('timeline.back')} onPress={() => stepEvent(-1)} />
      <Control name={playing ? 'pause' : 'play'} says={say(playing ? 'timeline.pause' : 'timeline.play')} onPress={togglePlay} />
      <Control name="forward" says={say('timeline.forward')} onPress={() => stepEvent(1)} />
      <button
        type="button"
        className={looping ? 'icon-button pressed' : 'icon-button'}
        aria-pressed={looping}
        aria-label={say('timeline.loop')}
        title={say('timeline.loop')}
        onClick={toggleLoop}
      >
        <Icon name="loop" />
      </button>
      <SpeedChoice />
      <strong className="transport-is">{say(playing ? 'timeline.playing' : ended ? 'timeline.ended' : 'timeline.paused')}</strong>
      <span className="transport-seed mono">{say('timeline.seed', { seed })}</span>
      <span className="transport-more">
        {region ? null : <OfTheMachine />}
        <button type="button" className="text-button" onClick={() => bench.setState({ sheet: 'week' })}>
          {say('week.open')}
        </button>
        <button type="button" className="text-button" onClick={() => bench.setState({ sheet: 'log' })}>
          {say('bench.log')}
        </button>
        {twoColumns && !region ? (
          <button type="button" className="text-button" onClick={() => bench.setState({ sheet: 'chart' })}>
            {say('chart.title')}
          </button>
        ) : null}
        <button type="button" className="text-button" onClick={saveRecord}>
          {say('bench.save')}
        </button>
        <button type="button" className="text-button" onClick={() => bench.setState({ sheet: 'help' })}>
          {say('bench.help')}
        </button>
      </span>
    </div>
  );
}

function OfTheMachine() {
  return (
    <>
      <button type="button" className="text-button" onClick={() => bench.setState({ sheet: 'hands' })}>
        {say('bench.hands')}
      </button>
      <button type="button" className="text-button" onClick={() => bench.setState({ sheet: 'board' })}>
        {say('board.title')}
      </button>
    </>
  );
}

interface ControlProps {
  readonly name: 'rewind' | 'back' | 'play' | 'pause' | 'forward';
  readonly says: string;
  readonly onPress: () => void;
}

function Control({ name, says, onPress }: ControlProps) {
  return (
    <button type="button" className={`icon-button control-${name}`} aria-label={says} title={says} onClick={onPress}>
      <Icon name={name} size={name === 'play' || name === 'pause' ? 18 : 15} />
    </button>
  );
}

function SpeedChoice() {
  const speed = useBench((state) => state.speed);
  return (
    <label className="speed">
      <span className="unseen">{say('timeline.speed')}</span>
      <select value={speed} onChange={(event) => setSpeed(Number(event.target.value) as Speed)}>
        {SPEEDS.map((one) => (
          <option key={one} value={one}>
            {one === 0 ? say('timeline.max') : `${one}×`}
          </option>
        ))}
      </select>
    </label>
  );
}
