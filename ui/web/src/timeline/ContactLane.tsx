import { say, sayWord } from '../text/say.js';
import type { CalendarSpan, ContactFacts } from '../worker/BenchFacts.js';
import { Bar } from './Bar.js';
import { LANE_PITCH, type LaneView } from './Lane.js';
import { xAt } from './TimeScale.js';

/** A span's words reach about so far into it. */
const WORDS_PX = 160;

/** A contact's calendar through the whole run, known in advance, and over it what they did. Away is hatched. */
export function ContactLane({ view, contact }: { readonly view: LaneView; readonly contact: ContactFacts }) {
  const { trace, scale, horizon_us, write, facts } = view;
  // What several machines ask at one instant is one mark.
  const deedsOf = (kind: string) =>
    trace.between(0, horizon_us, contact.id, kind).filter(({ t_us }, place, all) => t_us !== all[place - 1]?.t_us);
  const sets = deedsOf('set-off');
  const there = deedsOf('on-site');
  const asked = deedsOf('asked');
  const endOf = (t_us: number, kind: string) => Math.min(horizon_us, trace.next(t_us, contact.id, kind)?.t_us ?? horizon_us);
  const deeds = [
    ...sets.map((one) => ({ from_us: one.t_us, to_us: endOf(one.t_us, 'on-site') })),
    ...there.map((one) => ({ from_us: one.t_us, to_us: endOf(one.t_us, 'went-home') })),
  ];
  // What somebody did lies over what their calendar says.
  const isCovered = ({ from_us, to_us }: CalendarSpan) =>
    deeds.some(
      (deed) =>
        deed.from_us < to_us &&
        deed.to_us > from_us &&
        xAt(scale, Math.max(deed.from_us, from_us)) < xAt(scale, from_us) + WORDS_PX,
    );
  // The first mark within a span ends the room for its words.
  const firstAsked = ({ from_us, to_us }: CalendarSpan) => {
    const mark = asked.find(({ t_us }) => t_us >= from_us && t_us < to_us);
    return mark === undefined ? null : { clear: xAt(scale, mark.t_us) - 6 };
  };
  return (
    <>
      {contact.spans.map((span) => (
        <Bar
          key={span.from_us}
          x0={xAt(scale, span.from_us)}
          x1={xAt(scale, span.to_us)}
          tone={isAway(span) ? 'away' : 'passed'}
          words={isCovered(span) ? '' : spanWords(span, write, facts.length_us)}
          short={isCovered(span) ? '' : sayIs(span)}
          {...(firstAsked(span) ?? {})}
        />
      ))}
      {sets.map((one) => (
        <Bar
          key={one.t_us}
          x0={xAt(scale, one.t_us)}
          x1={xAt(scale, endOf(one.t_us, 'on-site'))}
          tone="live"
          words={say('log.facts.set-off')}
        />
      ))}
      {there.map((one) => (
        <Bar
          key={one.t_us}
          x0={xAt(scale, one.t_us)}
          x1={xAt(scale, endOf(one.t_us, 'went-home'))}
          tone="live"
          words={say('log.facts.on-site')}
        />
      ))}
      {asked.map((one) => (
        <path key={one.t_us} className="asked" d={`M${xAt(scale, one.t_us)} ${LANE_PITCH / 2 - 4}l4 4l-4 4l-4 -4z`} />
      ))}
    </>
  );
}

/** There but busy is no absence. */
function isAway({ is, reason }: CalendarSpan): boolean {
  return is === 'closed' || (is === 'busy' && reason !== 'busy');
}

function sayIs({ is, reason }: CalendarSpan): string {
  return sayWord(is === 'busy' ? reason || 'busy' : is);
}

function spanWords(span: CalendarSpan, write: (t_us: number) => string, length_us: number): string {
  const is = sayIs(span);
  if (span.to_us < length_us) return say('timeline.until', { is, time: write(span.to_us) });
  return span.from_us > 0 ? say('timeline.since', { is, time: write(span.from_us) }) : is;
}
