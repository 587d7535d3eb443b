import { say, sayWord } from '../text/say.js';
import { duration } from '../time/duration.js';
import type { ExpectationFacts } from '../worker/BenchFacts.js';
import type { LaneView } from './Lane.js';
import { xAt } from './TimeScale.js';

const LINE_Y = 20;

/** From what starts an expectation's clock, once that has happened, to when it should have been seen. */
export function Expectations({ view, phone }: { readonly view: LaneView; readonly phone: boolean }) {
  const { facts, trace, scale, playhead_us } = view;
  const open = facts.expectations.flatMap((one) => {
    if (one.after === null || one.within_us === null) return [];
    const { at, within_us } = one;
    const start = trace
      .ofKind(playhead_us, one.after)
      .find(({ source }) => at === null || source === at || source.startsWith(`${at}/`));
    return start === undefined ? [] : [{ ...one, from_us: start.t_us, to_us: Math.min(facts.length_us, start.t_us + within_us) }];
  });
  const longest = open.toSorted((a, b) => b.to_us - a.to_us)[0];
  if (longest === undefined) return null;
  const [from, to] = [xAt(scale, longest.from_us), xAt(scale, longest.to_us)];
  return (
    <g className="expectation">
      <line x1={from} x2={to} y1={LINE_Y} y2={LINE_Y} />
      {open.map((one) => (
        <line key={one.says} x1={xAt(scale, one.to_us)} x2={xAt(scale, one.to_us)} y1={LINE_Y - 4} y2={LINE_Y + 4}>
          <title>{sayExpected(one)}</title>
        </line>
      ))}
      {phone ? null : (
        <text x={to - 8} y={LINE_Y - 6} textAnchor="end">
          {sayExpected(longest)}
        </text>
      )}
    </g>
  );
}

/** `door opened by key holder, within 3 h` */
function sayExpected({ see, by, within_us }: ExpectationFacts): string {
  const what = sayWord(see ?? '');
  const within = duration(within_us ?? 0);
  return by === null ? say('timeline.expected', { what, within }) : say('timeline.expectedBy', { what, within, by: sayWord(by) });
}
