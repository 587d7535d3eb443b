import { cartridgeAddress } from '../pose/cartridgeAddress.js';
import { say, sayWord } from '../text/say.js';
import { isFaultState } from '../trace/isFault.js';
import { sayState } from '../trace/sayEntry.js';
import { type StateSpan, stateSpans } from '../trace/stateSpans.js';
import { Bar } from './Bar.js';
import { BAR, LANE_PITCH, type LaneView, outside } from './Lane.js';
import { xAt } from './TimeScale.js';

const MIDDLE = LANE_PITCH / 2;
const REST = /(^|\.)(idle|home|empty)$/;
const LIVE = /dispensing|turning|leaving|halfTurn|collecting/;

/** Ticks for doses outside, states in the lens. */
export function SessionLane(view: LaneView) {
  const source = `${view.machine}/session`;
  return (
    <>
      {outside(view, source, 'dose-given').map((one) => (
        <Tick key={one.t_us} x={xAt(view.scale, one.t_us)} tone="ink" />
      ))}
      {outside(view, source, 'jam').map((one) => (
        <Tick key={one.t_us} x={xAt(view.scale, one.t_us)} tone="fault" />
      ))}
      <LensBars view={view} source={source} />
    </>
  );
}

export function CartridgeLane({ view, cartridge }: { readonly view: LaneView; readonly cartridge: number }) {
  const source = cartridgeAddress(view.machine, cartridge);
  const { scale, jam, horizon_us } = view;
  const faultTo_us = Math.min(horizon_us, jam?.cleared?.t_us ?? horizon_us);
  const lensTo_us = scale.lens?.to_us ?? 0;
  const late = jam !== null && jam.cartridge === cartridge && faultTo_us > Math.max(lensTo_us, jam.t_us);
  const early = jam !== null && jam.cartridge === cartridge && scale.lens !== null && jam.t_us < scale.lens.from_us;
  return (
    <>
      {early ? (
        <Bar
          x0={xAt(scale, jam.t_us)}
          x1={xAt(scale, Math.min(faultTo_us, scale.lens?.from_us ?? 0))}
          tone="fault"
          words={sayWord(jam.mode)}
        />
      ) : null}
      <LensBars view={view} source={source} />
      {late ? (
        <Bar x0={xAt(scale, Math.max(lensTo_us, jam.t_us))} x1={xAt(scale, faultTo_us)} tone="fault" words={sayWord(jam.mode)} />
      ) : null}
    </>
  );
}

/** The states of a chart in the lens; rest is not drawn. */
function LensBars({ view, source }: { readonly view: LaneView; readonly source: string }) {
  const { lens } = view.scale;
  if (lens === null) return null;
  const spans = stateSpans(view.trace, source, lens.from_us, Math.min(lens.to_us, view.horizon_us));
  // A state that was left at the instant at which it was entered has no bar.
  const shown = joined(spans).filter((span) => !REST.test(span.is) && span.to_us > span.from_us);
  return shown.map((span) => (
    <Bar
      key={span.from_us}
      x0={Math.max(lens.x0, xAt(view.scale, Math.max(lens.from_us, span.from_us)))}
      x1={xAt(view.scale, span.to_us)}
      tone={toneOf(span)}
      words={/halfTurn/.test(span.is) ? '½' : sayState(span.is)}
    />
  ));
}

/** Neighbours in the same configuration, told apart by a counter only, are one bar. */
function joined(spans: readonly StateSpan[]): StateSpan[] {
  const bars: StateSpan[] = [];
  for (const span of spans) {
    const last = bars.at(-1);
    if (last !== undefined && last.is === span.is) bars[bars.length - 1] = { ...last, to_us: span.to_us };
    else bars.push(span);
  }
  return bars;
}

function toneOf({ is }: StateSpan): 'live' | 'passed' | 'fault' {
  if (isFaultState(is)) return 'fault';
  return LIVE.test(is) ? 'live' : 'passed';
}

/** A line while lit, a gap and a tick where it was broken. */
export function BeamLane(view: LaneView) {
  const { trace, machine, scale, horizon_us } = view;
  const body = `${machine}/mechanism`;
  const broken = trace.between(0, horizon_us, body, 'beam').filter((one) => one.payload.broken === true);
  const blind = trace.between(0, horizon_us, body, 'beam-blind');
  return (
    <>
      <line className="beam-line" x1={scale.x0} x2={xAt(scale, horizon_us)} y1={MIDDLE} y2={MIDDLE} />
      {broken.map((one) => (
        <g key={one.t_us}>
          <rect className="lane-ground" x={xAt(scale, one.t_us) - 2.5} y={MIDDLE - 2} width="5" height="4" />
          <line className="beam-tick" x1={xAt(scale, one.t_us)} x2={xAt(scale, one.t_us)} y1={MIDDLE - 4.5} y2={MIDDLE + 4.5} />
        </g>
      ))}
      {blind.map((one, place) =>
        one.payload.is === true ? (
          <Bar
            key={one.t_us}
            x0={xAt(scale, one.t_us)}
            x1={xAt(scale, Math.min(horizon_us, blind[place + 1]?.t_us ?? horizon_us))}
            tone="fault"
            words={say('words.blind-beam')}
          />
        ) : null,
      )}
    </>
  );
}

/** A dot for each who came, a ring for who did not or left without; in the lens a line for as long as they were there. */
export function PeopleLane(view: LaneView) {
  const { trace, facts, machine, scale, horizon_us } = view;
  const here = new Set(facts.people.filter((one) => one.machine === machine).map((one) => one.id));
  const ours = (source: string) => here.size === 0 || here.has(source);
  const came = trace.ofKind(horizon_us, 'came').filter((one) => ours(one.source));
  const absent = trace.ofKind(horizon_us, 'did-not-come').filter((one) => ours(one.source));
  return (
    <>
      {absent.map((one) => (
        <circle key={`${one.source} ${one.t_us}`} className="ring" cx={xAt(scale, one.t_us)} cy={MIDDLE} r="3" />
      ))}
      {came.map((one) => {
        const left = trace.next(one.t_us, one.source, 'served') ?? trace.next(one.t_us, one.source, 'left-without');
        const to_us = Math.min(horizon_us, left?.t_us ?? horizon_us);
        const without = left?.kind === 'left-without' && left.t_us <= horizon_us;
        return (
          <g key={`${one.source} ${one.t_us}`}>
            <line className="stay" x1={xAt(scale, one.t_us)} x2={xAt(scale, to_us)} y1={MIDDLE} y2={MIDDLE} />
            <circle className="dot" cx={xAt(scale, one.t_us)} cy={MIDDLE} r="3.2" />
            {without ? <circle className="ring ring-fault" cx={xAt(scale, to_us)} cy={MIDDLE} r="3" /> : null}
          </g>
        );
      })}
    </>
  );
}

function Tick({ x, tone }: { readonly x: number; readonly tone: 'ink' | 'fault' }) {
  return <rect className={`tick tick-${tone}`} x={x - 1.5} y={(LANE_PITCH - BAR) / 2} width="3" height={BAR} rx="1" />;
}
