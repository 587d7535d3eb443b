import './current.css';
import { useBench } from '../store/bench.js';
import { say } from '../text/say.js';
import { toTheMilli } from '../time/localTime.js';
import { useClock } from '../time/useClock.js';
import type { BoardView, CurrentView } from '../worker/board/BoardView.js';
import { CurrentPlot } from './CurrentPlot.js';

/** The board samples once a millisecond while a motor is on. */
const SAMPLE_MS = 1;

/** The motor current of the last motion: at the pins, as the board kept it, and the limit at which it is cut. */
export function BoardCurrent({ view }: { readonly view: BoardView }) {
  const limit = useFigure('mechanism.stallLimitMilliamp');
  const limitMs = useFigure('cartridge.stallCurrentMs');
  const { current } = view;
  return (
    <section className="board-panel board-current" aria-label={say('board.current')}>
      <header>
        <h3>{say('board.current')}</h3>
        {current === null ? null : <span>{say('board.currentOf', { order: current.order, cartridge: current.cartridge })}</span>}
      </header>
      {current === null ? (
        <p className="board-quiet">{say('board.noCurrent')}</p>
      ) : (
        <Motion current={current} t_us={view.ask.t_us} limit={limit} limitMs={limitMs} />
      )}
    </section>
  );
}

function useFigure(name: string): number {
  return useBench((state) => state.facts?.parameters.find((one) => one.name === name)?.value ?? 0);
}

interface MotionProps {
  readonly current: CurrentView;
  readonly t_us: number;
  readonly limit: number;
  readonly limitMs: number;
}

function Motion({ current, t_us, limit, limitMs }: MotionProps) {
  const clock = useClock();
  const { pins, board, order } = current;
  const peak = Math.round(pins.milliamp.reduce((most, one) => Math.max(most, one), 0));
  const over = pins.milliamp.filter((one) => one >= limit).length * SAMPLE_MS;
  return (
    <>
      <div role="img" aria-label={say('board.plot', { order, peak, over, limit })}>
        <CurrentPlot
          current={current}
          t_us={t_us}
          limit={limit}
          limitSays={say('board.limit', { milliamp: limit, ms: limitMs })}
        />
      </div>
      <ul className="current-legend">
        <li className="current-pins">{say('board.pins', { count: pins.at_us.length })}</li>
        <li className={board === null ? '' : 'current-board'}>
          {board === null
            ? say('board.notKept')
            : say('board.kept', { step: board.stepMs, time: toTheMilli(clock(board.read_us)) })}
        </li>
      </ul>
      <dl className="current-figures">
        <Figure says={say('board.peak')} value={`${peak} mA`} />
        <Figure says={say('board.over')} value={`${over} ms`} />
        <Figure says={say('board.lasted')} value={`${pins.at_us.length * SAMPLE_MS} ms`} />
      </dl>
    </>
  );
}

function Figure({ says, value }: { readonly says: string; readonly value: string }) {
  return (
    <div>
      <dt>{says}</dt>
      <dd>{value}</dd>
    </div>
  );
}
