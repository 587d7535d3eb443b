import { useLayoutEffect, useRef, useState } from 'react';
import { useJam } from '../question/QuestionCard.js';
import { Icon } from '../sheet/Icon.js';
import { useBench } from '../store/bench.js';
import { stepEvent, togglePlay } from '../store/playback.js';
import { usePose } from '../store/usePose.js';
import { say } from '../text/say.js';
import { hourMinute } from '../time/localTime.js';
import { useClock } from '../time/useClock.js';
import { LANE_PITCH, type LaneView } from '../timeline/Lane.js';
import { BeamLane, CartridgeLane } from '../timeline/MachineLanes.js';
import { TimeAxis } from '../timeline/TimeAxis.js';
import { timeScale, xAt } from '../timeline/TimeScale.js';

/** The last seconds of the cartridge in focus, and the beam: the timeline's lens alone. */
export function MiniLane() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => setWidth(box.current?.clientWidth ?? 0), []);
  const facts = useBench((state) => state.facts);
  const trace = useBench((state) => state.trace);
  const machine = useBench((state) => state.machine);
  const horizon_us = useBench((state) => state.horizon_us);
  const playhead_us = useBench((state) => state.playhead_us);
  const playing = useBench((state) => state.playing);
  const jam = useJam();
  const clock = useClock();
  const cartridge = usePose().focusCartridge ?? 1;
  if (facts === null) return null;
  const usPerPx = 12_000_000 / Math.max(1, width);
  const scale = timeScale({ x0: 0, x1: width, length_us: facts.length_us, playhead_us, lensPx: width - 0.001, usPerPx });
  const write = (t_us: number) => hourMinute(clock(t_us));
  const view: LaneView = { trace, facts, machine, scale, horizon_us, playhead_us, jam, write };
  const height = 2 * LANE_PITCH + 4;
  return (
    <section className="mini" aria-label={say('timeline.title')}>
      <div className="mini-head">
        <strong>{say('timeline.lanes.cartridge', { number: cartridge })}</strong>
        <span className="mini-controls">
          <button type="button" className="icon-button" aria-label={say('timeline.back')} onClick={() => stepEvent(-1)}>
            <Icon name="back" />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={say(playing ? 'timeline.pause' : 'timeline.play')}
            onClick={togglePlay}
          >
            <Icon name={playing ? 'pause' : 'play'} />
          </button>
          <button type="button" className="icon-button" aria-label={say('timeline.forward')} onClick={() => stepEvent(1)}>
            <Icon name="forward" />
          </button>
        </span>
      </div>
      <div ref={box}>
        {width === 0 ? null : (
          <svg width={width} height={height + 20} aria-hidden="true" focusable="false" className="mini-lanes">
            <defs>
              <pattern id="fault-bar" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect width="7" height="7" fill="var(--fault-ground)" />
                <rect width="3.6" height="7" fill="var(--fault-hatch)" />
              </pattern>
            </defs>
            <CartridgeLane view={view} cartridge={cartridge} />
            <g transform={`translate(0 ${LANE_PITCH})`}>
              <BeamLane {...view} />
            </g>
            <TimeAxis scale={scale} top={height - 4} height={height} epoch={clock} />
            <line className="mini-playhead" x1={xAt(scale, playhead_us)} x2={xAt(scale, playhead_us)} y1="0" y2={height} />
          </svg>
        )}
      </div>
    </section>
  );
}
