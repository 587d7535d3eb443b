import { hourMinute, type LocalTime } from '../time/localTime.js';
import { type TimeScale, xAt } from './TimeScale.js';

const MIN_US = 60_000_000;
const STEPS_MIN = [15, 30, 60, 120, 180, 360, 720];
const LENS_STEPS_US = [1, 2, 5, 10, 30, 60, 120, 300, 600].map((s) => s * 1_000_000);

interface TimeAxisProps {
  readonly scale: TimeScale;
  readonly top: number;
  readonly height: number;
  readonly epoch: (t_us: number) => LocalTime;
}

/** Hours outside the lens, seconds or minutes inside it. */
export function TimeAxis({ scale, top, height, epoch }: TimeAxisProps) {
  return (
    <g className="axis">
      {outerTicks(scale, epoch).map((t_us) => (
        <g key={t_us}>
          <line x1={xAt(scale, t_us)} x2={xAt(scale, t_us)} y1={top} y2={height} />
          <text x={xAt(scale, t_us)} y={height + 15} textAnchor="middle">
            {hourMinute(epoch(t_us))}
          </text>
        </g>
      ))}
      {lensTicks(scale, epoch).map((t_us) => (
        <g key={`lens ${t_us}`} className="axis-lens">
          <line x1={xAt(scale, t_us)} x2={xAt(scale, t_us)} y1={height - 4} y2={height} />
          <text x={xAt(scale, t_us)} y={height + 15} textAnchor="middle">
            {lensLabel(scale, epoch(t_us))}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Full hours, or as many as have room, outside the lens and not too near to it. */
function outerTicks(scale: TimeScale, epoch: (t_us: number) => LocalTime): number[] {
  const { lens, from_us, to_us, x0, x1 } = scale;
  const px = (x1 - x0 - (lens === null ? 0 : lens.x1 - lens.x0)) / ((to_us - from_us) / MIN_US);
  const stepMin = STEPS_MIN.find((step) => step * px >= 56) ?? 1440;
  const start = epoch(0);
  const firstMin = (stepMin - ((start.hour * 60 + start.minute) % stepMin)) % stepMin;
  const ticks: number[] = [];
  for (let t_us = firstMin * MIN_US; t_us <= to_us; t_us += stepMin * MIN_US) {
    const x = xAt(scale, t_us);
    const near = lens !== null && x > lens.x0 - 24 && x < lens.x1 + 24;
    if (!near) ticks.push(t_us);
  }
  return ticks;
}

function lensTicks({ lens }: TimeScale, epoch: (t_us: number) => LocalTime): number[] {
  if (lens === null) return [];
  const usPerPx = (lens.to_us - lens.from_us) / (lens.x1 - lens.x0);
  const step_us = LENS_STEPS_US.find((step) => step / usPerPx >= 60) ?? 3_600_000_000;
  const into_us = (epoch(lens.from_us).minute * 60 + epoch(lens.from_us).second) * 1_000_000;
  const whole_us = Math.floor(lens.from_us / 1_000_000) * 1_000_000;
  const ticks: number[] = [];
  for (let t_us = whole_us - (into_us % step_us); t_us <= lens.to_us; t_us += step_us) {
    const inside = t_us >= lens.from_us + 12 * usPerPx && t_us <= lens.to_us - 12 * usPerPx;
    if (inside) ticks.push(t_us);
  }
  return ticks;
}

function lensLabel({ lens }: TimeScale, time: LocalTime): string {
  const span_us = lens === null ? 0 : lens.to_us - lens.from_us;
  return span_us <= MIN_US ? `:${String(time.second).padStart(2, '0')}` : hourMinute(time);
}
