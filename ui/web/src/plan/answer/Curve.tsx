import { hasTravel, type JudgedPlan } from '@dosetwin/scenarios';
import { useRef } from 'react';
import { useBoxSize } from '../../region/useBoxSize.js';
import { say } from '../../text/say.js';
import { CURVES, type CurveMeasure } from '../store/PlanState.js';
import { plan, usePlan } from '../store/plan.js';
import { ticksUpTo } from './curveScale.js';
import { figure } from './figures.js';

const HEIGHT = 268;
const EDGE = { left: 44, right: 20, top: 26, bottom: 40 } as const;

/** What more machines come to: the mean, and bands that hold 70 and 95 of 100 futures. The table below says the same in words. */
export function Curve({ plans, answer }: { readonly plans: readonly JudgedPlan[]; readonly answer: number | null }) {
  const measure = usePlan((state) => state.curve);
  const box = useRef<HTMLDivElement>(null);
  const { width } = useBoxSize(box);
  return (
    <section className="plan-paper" aria-labelledby="curve-title">
      <div className="curve-head">
        <h2 id="curve-title">{say('plan.curve.title')}</h2>
        <p className="plan-second">{say('plan.curve.bands')}</p>
      </div>
      <fieldset className="curve-measures">
        <legend className="unseen">{say('plan.curve.choose')}</legend>
        {CURVES.filter((one) => one !== 'meanKm' || hasTravel(plans)).map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="curve"
              value={one}
              checked={one === measure}
              onChange={() => plan.setState({ curve: one })}
            />
            <span>{say(`plan.measure.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      <div
        ref={box}
        className="curve-box"
        role="img"
        aria-label={say('plan.curve.says', { measure: say(`plan.measure.${measure}`) })}
      >
        {width === 0 ? null : <CurveDrawing plans={plans} measure={measure} answer={answer} width={width} />}
      </div>
    </section>
  );
}

interface DrawingProps {
  readonly plans: readonly JudgedPlan[];
  readonly measure: CurveMeasure;
  readonly answer: number | null;
  readonly width: number;
}

function CurveDrawing({ plans, measure, answer, width }: DrawingProps) {
  const bands = plans.map((one) => ({ machines: one.machines, ...one.bands[measure] }));
  const target = usePlan(({ region }) =>
    measure === 'served' || measure === 'reached' || measure === 'meanKm' ? region?.targets[measure] : undefined,
  );
  const most = Math.max(...bands.map(({ high95 }) => high95), target ?? 0) * 1.04;
  const last = Math.max(...bands.map(({ machines }) => machines));
  const x = (machines: number) => EDGE.left + (machines / last) * (width - EDGE.left - EDGE.right);
  const y = (value: number) => HEIGHT - EDGE.bottom - (value / most) * (HEIGHT - EDGE.top - EDGE.bottom);
  const area = (low: 'low95' | 'low70', high: 'high95' | 'high70') => {
    const up = bands.map((one) => `${x(one.machines)} ${y(one[high])}`);
    const down = [...bands].reverse().map((one) => `${x(one.machines)} ${y(one[low])}`);
    return `M${[...up, ...down].join('L')}Z`;
  };
  const chosen = bands.find(({ machines }) => machines === answer);
  return (
    <svg width={width} height={HEIGHT} aria-hidden="true" focusable="false">
      {ticksUpTo(most, 5).map((tick) => (
        <g key={tick}>
          <path className="curve-grid" d={`M${EDGE.left} ${y(tick)}H${width - EDGE.right}`} />
          <text className="curve-tick" x={EDGE.left - 8} y={y(tick) + 4} textAnchor="end">
            {figure(measure, tick)}
          </text>
        </g>
      ))}
      {ticksUpTo(last, 8)
        .filter((tick) => Number.isInteger(tick))
        .map((tick) => (
          <text key={tick} className="curve-tick" x={x(tick)} y={HEIGHT - EDGE.bottom + 18} textAnchor="middle">
            {tick}
          </text>
        ))}
      <text className="curve-axis" x={width - EDGE.right} y={HEIGHT - 4} textAnchor="end">
        {say('plan.curve.machines')}
      </text>
      <text className="curve-axis" x={0} y={12}>
        {say(`plan.unit.${measure}`)}
      </text>
      <path className="curve-band-95" d={area('low95', 'high95')} />
      <path className="curve-band-70" d={area('low70', 'high70')} />
      {target === undefined ? null : (
        <>
          <path className="curve-target" d={`M${EDGE.left} ${y(target)}H${width - EDGE.right}`} />
          <text className="curve-axis" x={width - EDGE.right} y={y(target) - 6} textAnchor="end">
            {say('plan.curve.target', { value: figure(measure, target) })}
          </text>
        </>
      )}
      <path className="curve-mean" d={`M${bands.map((one) => `${x(one.machines)} ${y(one.mean)}`).join('L')}`} />
      {bands.map((one) => (
        <circle key={one.machines} className="curve-point" cx={x(one.machines)} cy={y(one.mean)} r="3" />
      ))}
      {chosen === undefined ? null : (
        <g>
          <path className="curve-answer" d={`M${x(chosen.machines)} ${y(0)}V${y(chosen.high95)}`} />
          <circle className="curve-answer-point" cx={x(chosen.machines)} cy={y(chosen.mean)} r="5" />
        </g>
      )}
    </svg>
  );
}
