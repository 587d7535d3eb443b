import './beside.css';
import { useMemo } from 'react';
import { ChartDrawing } from '../chart/ChartDrawing.js';
import { chartLife, withParents } from '../chart/chartLife.js';
import { foldChart } from '../chart/foldChart.js';
import { spineLayout } from '../chart/spineLayout.js';
import { useBench } from '../store/bench.js';
import { say } from '../text/say.js';
import { toTheMilli } from '../time/localTime.js';
import { useClock } from '../time/useClock.js';
import { saySource, sayState } from '../trace/sayEntry.js';
import type { BesideView, BoardView } from '../worker/board/BoardView.js';

/** The chart of the cartridge in focus with the board's states lit, and where the model would be. */
export function BoardBeside({ view }: { readonly view: BoardView }) {
  const clock = useClock();
  const [lane] = view.beside;
  const read_us = Math.max(...view.beside.map((one) => one.board?.read_us ?? 0));
  return (
    <section className="board-panel board-beside" aria-label={say('board.beside')}>
      <header>
        <h3>{say('board.beside')}</h3>
      </header>
      <table className="beside">
        <thead>
          <tr>
            <td />
            <th scope="col">{say('board.stands')}</th>
            <th scope="col">{say('board.modelStands')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {view.beside.map((one) => (
            <Beside key={one.address} beside={one} />
          ))}
        </tbody>
      </table>
      {lane === undefined ? null : <Lane beside={lane} t_us={view.ask.t_us} />}
      <p className="beside-about">{say('board.besideAbout', { time: toTheMilli(clock(read_us)) })}</p>
    </section>
  );
}

function Beside({ beside: { address, board, model, agrees } }: { readonly beside: BesideView }) {
  const words = (is: string | null | undefined) => (is == null ? say('board.unread') : sayState(is.split(',').sort().join()));
  return (
    <tr className={agrees ? undefined : 'beside-differs'}>
      <th scope="row">{saySource(address)}</th>
      {agrees && isLong(board?.is) ? (
        <td colSpan={2}>{words(board?.is)}</td>
      ) : (
        <>
          <td>{words(board?.is)}</td>
          <td>{words(model)}</td>
        </>
      )}
      <td className="beside-verdict">{board === null ? '' : say(agrees ? 'board.agrees' : 'board.differs')}</td>
    </tr>
  );
}

/** Many regions that both stand in alike are said once. */
function isLong(is: string | undefined): boolean {
  return (is ?? '').split(',').length > 3;
}

function Lane({ beside, t_us }: { readonly beside: BesideView; readonly t_us: number }) {
  const trace = useBench((state) => state.trace);
  const revision = useBench((state) => state.revision);
  const whole = useBench((state) => state.facts?.charts.cartridge);
  const graph = useMemo(() => (whole === undefined ? undefined : foldChart(whole).graph), [whole]);
  const layout = useMemo(() => (graph === undefined ? null : spineLayout(graph)), [graph]);
  const life = useMemo(
    () => (whole === undefined || revision < 0 ? null : chartLife(trace, beside.address, whole, t_us)),
    [trace, revision, whole, beside.address, t_us],
  );
  if (graph === undefined || layout === null || life === null) return null;
  return (
    <div className="beside-chart">
      <ChartDrawing
        graph={graph}
        layout={layout}
        life={{ ...life, taken: new Set(), last: null }}
        title={saySource(beside.address)}
        labels={false}
        expected={withParents(beside.model ?? '')}
      />
    </div>
  );
}
