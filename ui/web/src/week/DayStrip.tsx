import { spellWords } from '@dosetwin/reports';
import type { HelperSpell, WeekDay, WeekStrip } from '@dosetwin/scenarios';
import { useBench } from '../store/bench.js';
import { say } from '../text/say.js';
import { clockAt } from './dayWords.js';

const LANE = 17;
const BAR = 14;
const ABOVE = 5;
/** For the ticks of doses. */
const BELOW = 13;
const PER_LETTER = 6.1;
const HOURS = [3, 6, 9, 12, 15, 18, 21];

interface DayStripProps {
  readonly week: WeekStrip;
  readonly day: WeekDay;
  readonly width: number;
}

type At = (t_us: number) => number;

/** One day: a bar for each who may help, the gaps hatched, what has jammed, and the instant shown. Drawn; the words stand beside it. */
export function DayStrip({ week, day, width }: DayStripProps) {
  const lanes = Math.max(2, week.helpers.length);
  const height = ABOVE + lanes * LANE + BELOW;
  const at: At = (t_us) => ((t_us - day.from_us) / (day.to_us - day.from_us)) * width;
  return (
    <svg className="day-strip" width={width} height={height} aria-hidden="true" focusable="false">
      <defs>
        <pattern id="nobody" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="nobody-ground" width="9" height="9" />
          <line className="nobody-line" x1="0" y1="0" x2="0" y2="9" />
        </pattern>
      </defs>
      <rect className="day-ground" width={width} height={height} />
      {day.fromAfarOnly.map(({ from_us, to_us }) => (
        <rect key={from_us} className="day-afar" x={at(from_us)} width={at(to_us) - at(from_us)} height={height} />
      ))}
      {day.nobody.map(({ from_us, to_us }) => (
        <rect key={from_us} fill="url(#nobody)" x={at(from_us)} width={at(to_us) - at(from_us)} height={height} />
      ))}
      <path className="day-grid" d={HOURS.map((hour) => `M${(hour / 24) * width} 0V${height}`).join('')} />
      {day.spells.map((spell) => (
        <SpellBar key={`${spell.helper} ${spell.from_us}`} spell={spell} lane={laneOf(week, spell)} at={at} />
      ))}
      {/* One path: several doses may fall due at one instant. */}
      <path className="day-due" d={day.due_us.map((t_us) => `M${at(t_us)} ${height - 7}V${height}`).join('')} />
      <Happened week={week} day={day} at={at} width={width} height={height} />
    </svg>
  );
}

function laneOf({ helpers }: WeekStrip, { helper }: HelperSpell): number {
  return helpers.findIndex(({ id }) => id === helper);
}

interface SpellBarProps {
  readonly spell: HelperSpell;
  readonly lane: number;
  readonly at: At;
}

function SpellBar({ spell, lane, at }: SpellBarProps) {
  const [x, top] = [at(spell.from_us), ABOVE + lane * LANE];
  const width = Math.max(1, at(spell.to_us) - x);
  const words = [spellWords(spell), spell.helper.replaceAll('-', ' ')].find((one) => one.length * PER_LETTER + 12 < width);
  return (
    <g className={`spell spell-${spell.is}`}>
      <rect x={x} y={top} width={width} height={BAR} rx="2" />
      {words === undefined ? null : (
        <text x={x + 7} y={top + 10.8}>
          {words}
        </text>
      )}
    </g>
  );
}

/** Up to the instant shown: what jammed at this site; and the instant itself. */
function Happened({ week, day, at, width, height }: DayStripProps & { readonly at: At; readonly height: number }) {
  const trace = useBench((state) => state.trace);
  const facts = useBench((state) => state.facts);
  const playhead_us = useBench((state) => state.playhead_us);
  const machines = facts?.machines.filter(({ site }) => site === week.site) ?? [];
  const jams = machines
    .flatMap(({ id }) => trace.between(day.from_us, Math.min(playhead_us, day.to_us - 1), `${id}/session`, 'jam'))
    .sort((a, b) => a.t_us - b.t_us);
  const isNow = day.from_us <= playhead_us && playhead_us < day.to_us;
  return (
    <>
      {isNow ? <path className="day-now" d={`M${at(playhead_us)} 0V${height}`} /> : null}
      {jams.map(({ t_us, source }) => {
        const says = say('week.jam', { time: clockAt(day, t_us) });
        const plate = says.length * 6.6 + 12;
        const x = Math.min(at(t_us), width - plate);
        return (
          <g key={`${source} ${t_us}`} className="day-jam">
            <path d={`M${at(t_us)} 0V${height}`} />
            <rect x={x} width={plate} height="15" />
            <text x={x + 6} y="11">
              {says}
            </text>
          </g>
        );
      })}
    </>
  );
}
