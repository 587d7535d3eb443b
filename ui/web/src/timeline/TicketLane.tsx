import { sayState } from '../trace/sayEntry.js';
import { stateSpans } from '../trace/stateSpans.js';
import { Bar } from './Bar.js';
import { LANE_PITCH, type LaneView, outside } from './Lane.js';
import { xAt } from './TimeScale.js';

const MIDDLE = LANE_PITCH / 2;

/** One machine of a region: a tick for each dose, and while something is wrong with it, who is asked and who is there. */
export function TicketLane({ view, machine }: { readonly view: LaneView; readonly machine: string }) {
  const { trace, scale, horizon_us } = view;
  const spans = joined(
    stateSpans(trace, `${machine}/ticket`, 0, horizon_us).filter(({ is, from_us, to_us }) => is !== 'none' && to_us > from_us),
  );
  return (
    <>
      {outside(view, `${machine}/session`, 'dose-given').map(({ t_us }) => (
        <rect key={t_us} className="tick tick-ink" x={xAt(scale, t_us) - 1} y={MIDDLE - 4} width="2" height="8" />
      ))}
      {spans.map(({ from_us, to_us, is }) => (
        <Bar
          key={from_us}
          x0={xAt(scale, from_us)}
          x1={xAt(scale, to_us)}
          tone={is.startsWith('visit') ? 'live' : 'fault'}
          words={is.startsWith('visit') ? sayState('visit') : sayState(is)}
        />
      ))}
    </>
  );
}

interface Span {
  readonly from_us: number;
  readonly to_us: number;
  readonly is: string;
}

/** A visit is one bar, whatever is done in it. */
function joined(spans: readonly Span[]): Span[] {
  const bars: Span[] = [];
  for (const span of spans) {
    const last = bars.at(-1);
    const goesOn =
      last !== undefined && last.to_us === span.from_us && last.is.split('.')[0] === 'visit' && span.is.startsWith('visit');
    if (goesOn) bars[bars.length - 1] = { ...last, to_us: span.to_us };
    else bars.push(span);
  }
  return bars;
}
