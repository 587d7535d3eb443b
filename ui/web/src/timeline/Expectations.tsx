import { useBench } from '../store/bench.js';
import { say, sayWord } from '../text/say.js';
import { duration } from '../time/duration.js';
import type { ExpectationFacts, VerdictFacts } from '../worker/BenchFacts.js';
import { isAsHoped } from './isAsHoped.js';
import type { LaneView } from './Lane.js';
import { xAt } from './TimeScale.js';
import { VerdictSign } from './VerdictSign.js';

const LINE_Y = 20;
const PER_LETTER = 6.2;
/** The transport's buttons stand over the timeline's left, the lens's own words at its left edge. */
const TRANSPORT_PX = 710;
const LENS_WORDS_PX = 196;

/** From what starts an expectation's clock to when it should have been seen; and, once it is known, what came of each. */
export function Expectations({ view, phone }: { readonly view: LaneView; readonly phone: boolean }) {
  const verdicts = useBench((state) => state.verdicts);
  const known = verdicts.filter((one) => one.t_us <= view.horizon_us);
  const early = known.filter((one) => one.t_us < view.facts.length_us);
  const waiting = waitsOf(view, early);
  const longest = waiting.filter((one) => !one.over).toSorted((a, b) => b.to_us - a.to_us)[0];
  const { scale, facts } = view;
  const hoped = say('timeline.asHoped', { count: known.filter(isAsHoped).length, all: known.length });
  const end = xAt(scale, facts.length_us) - 18;
  const room = end - hoped.length * PER_LETTER - 16 > (scale.lens?.x0 ?? 0) + LENS_WORDS_PX;
  return (
    <g className="expectation">
      {waiting.map((one) => (
        <g key={one.says}>
          <line x1={xAt(scale, one.from_us)} x2={xAt(scale, one.to_us)} y1={LINE_Y} y2={LINE_Y} />
          {one.over ? null : (
            <line x1={xAt(scale, one.to_us)} x2={xAt(scale, one.to_us)} y1={LINE_Y - 4} y2={LINE_Y + 4}>
              <title>{sayExpected(one)}</title>
            </line>
          )}
        </g>
      ))}
      {longest === undefined || phone ? null : <Words view={view} to={xAt(scale, longest.to_us)} says={sayExpected(longest)} />}
      {early.map((one) => (
        <VerdictMark key={one.says} x={xAt(scale, one.t_us)} good={isAsHoped(one)} says={sayVerdict(one)} />
      ))}
      {known.length < verdicts.length || known.length === 0 ? null : (
        <VerdictMark
          x={end}
          good={known.every(isAsHoped)}
          says={known.map(sayVerdict).join('\n')}
          {...(room ? { words: hoped } : {})}
        />
      )}
    </g>
  );
}

interface Wait extends ExpectationFacts {
  readonly from_us: number;
  readonly to_us: number;
  /** What came of it is known by now. */
  readonly over: boolean;
}

function waitsOf({ facts, trace, playhead_us }: LaneView, known: readonly VerdictFacts[]): Wait[] {
  return facts.expectations.flatMap((one) => {
    if (one.after === null || one.within_us === null) return [];
    const { at, within_us, says } = one;
    const start = trace
      .ofKind(playhead_us, one.after)
      .find(({ source }) => at === null || source === at || source.startsWith(`${at}/`));
    if (start === undefined) return [];
    const verdict = known.find((other) => other.says === says && other.t_us <= playhead_us);
    const to_us = verdict?.t_us ?? Math.min(facts.length_us, start.t_us + within_us);
    return [{ ...one, from_us: start.t_us, to_us, over: verdict !== undefined }];
  });
}

/** Words at the end of the wait, where nothing else stands. */
function Words({ view, to, says }: { readonly view: LaneView; readonly to: number; readonly says: string }) {
  const { lens } = view.scale;
  const [from, end] = [to - 8 - says.length * PER_LETTER, to - 8];
  const onLensWords = lens !== null && end > lens.x0 && from < lens.x0 + LENS_WORDS_PX;
  const playhead = xAt(view.scale, view.playhead_us);
  const onPlayhead = end > playhead - 8 && from < playhead + 8;
  if (from < TRANSPORT_PX || onLensWords || onPlayhead) return null;
  return (
    <text x={end} y={LINE_Y - 6} textAnchor="end">
      {says}
    </text>
  );
}

interface VerdictMarkProps {
  readonly x: number;
  readonly good: boolean;
  readonly says: string;
  readonly words?: string;
}

function VerdictMark({ x, good, says, words }: VerdictMarkProps) {
  return (
    <g>
      <title>{says}</title>
      <VerdictSign x={x} y={LINE_Y} good={good} />
      {words === undefined ? null : (
        <text x={x - 11} y={LINE_Y + 4} textAnchor="end">
          {words}
        </text>
      )}
    </g>
  );
}

export function sayVerdict({ says, found, verdict }: VerdictFacts): string {
  return say('timeline.verdict', { says, found, verdict: sayWord(verdict) });
}

/** `door opened by key holder, within 3 h` */
function sayExpected({ see, by, within_us }: ExpectationFacts): string {
  const what = sayWord(see ?? '');
  const within = duration(within_us ?? 0);
  return by === null ? say('timeline.expected', { what, within }) : say('timeline.expectedBy', { what, within, by: sayWord(by) });
}
