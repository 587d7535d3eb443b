import { LANE_PITCH, type LaneView } from './Lane.js';
import { type Mark, marksOf } from './marksOf.js';
import { xAt } from './TimeScale.js';

const MIDDLE = LANE_PITCH / 2;
const PER_LETTER = 6;
/** Between a mark and its words. */
const BESIDE = 9;

/**
 * What came into the run from outside points down, ink for hands and amber for faults; a fault of the scenario's own, or by
 * chance, points up.
 */
export function MarksLane(view: LaneView) {
  const { trace, machine, scale, horizon_us } = view;
  const marks = marksOf(trace, machine, horizon_us);
  return marks.map((mark, place) => {
    const x = xAt(scale, mark.t_us);
    const next = marks[place + 1];
    const room = (next === undefined ? scale.x1 : xAt(scale, next.t_us)) - x;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: several may be at one instant
      <g key={place} className={`mark mark-${mark.is}`}>
        <title>{mark.says}</title>
        <path d={shapeOf(mark, x)} />
        {mark.says.length * PER_LETTER + 2 * BESIDE < room ? (
          <text x={x + BESIDE} y={MIDDLE + 4}>
            {mark.says}
          </text>
        ) : null}
      </g>
    );
  });
}

function shapeOf({ is }: Mark, x: number): string {
  return is === 'fault' ? `M${x} ${MIDDLE - 5}l5.4 9.6h-10.8z` : `M${x} ${MIDDLE + 5}l-5.4 -9.6h10.8z`;
}
