import { clockText, dayName, hoursText, zoneCity } from '@dosetwin/reports';
import type { WeekDay, WeekStrip } from '@dosetwin/scenarios';
import { useRef } from 'react';
import { useBoxSize } from '../region/useBoxSize.js';
import { useBench } from '../store/bench.js';
import { say } from '../text/say.js';
import { DayStrip } from './DayStrip.js';
import { dayWords } from './dayWords.js';

const HOURS = [0, 3, 6, 9, 12, 15, 18, 21, 24];
/** Narrower than this there is room for every second of them. */
const NARROW_PX = 480;

/** Seven days, midnight to midnight by the site's clocks, with the hours in which nobody can help hatched. */
export function WeekDays({ week }: { readonly week: WeekStrip }) {
  const box = useRef<HTMLDivElement>(null);
  const { width } = useBoxSize(box);
  return (
    <div className="week-days">
      <div className="week-row week-axis" aria-hidden="true">
        <span className="week-name">
          <strong>{zoneCity(week.zone)}</strong>
          {week.deskClocks.map(({ zone }) => (
            <span key={zone}>{zoneCity(zone)}</span>
          ))}
        </span>
        <div ref={box}>
          <Clocks minutes={HOURS.map((hour) => hour * 60)} width={width} own />
          {week.deskClocks.map(({ zone, minutes }) => (
            <Clocks key={zone} minutes={minutes} width={width} />
          ))}
        </div>
        <span className="week-figures">{say('week.nobody')}</span>
      </div>
      <ol aria-label={say('week.picture')}>
        {week.days.map((day) => (
          <Day key={day.from_us} week={week} day={day} width={width} />
        ))}
      </ol>
    </div>
  );
}

interface ClocksProps {
  readonly minutes: readonly number[];
  readonly width: number;
  readonly own?: boolean;
}

function Clocks({ minutes, width, own = false }: ClocksProps) {
  const step = width < NARROW_PX ? 2 : 1;
  return (
    <span className={own ? 'week-clocks week-clocks-own mono' : 'week-clocks mono'}>
      {minutes.map((minute, place) =>
        place % step === 0 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: each is the clock at its own place
          <span key={place} style={{ left: `${(place / (minutes.length - 1)) * 100}%` }}>
            {clockText(minute)}
          </span>
        ) : null,
      )}
    </span>
  );
}

interface DayProps {
  readonly week: WeekStrip;
  readonly day: WeekDay;
  readonly width: number;
}

const DAY_US = 86_400_000_000;

function Day({ week, day, width }: DayProps) {
  const isNow = useBench(({ playhead_us }) => day.from_us <= playhead_us && playhead_us < day.to_us);
  const name = dayName(day);
  const length_us = day.to_us - day.from_us;
  const note = [day.holiday, length_us === DAY_US ? '' : say('week.length', { hours: hoursText(length_us) })].filter(Boolean);
  return (
    <li className="week-row" aria-current={isNow ? 'date' : undefined}>
      <span className="week-name">
        <span>
          <strong>{name.weekday}</strong> {name.day}
        </span>
        {note.length > 0 ? <span>{note.join(', ')}</span> : null}
      </span>
      {width === 0 ? <span /> : <DayStrip week={week} day={day} width={width} />}
      <span className="week-figures">
        <strong>{say('week.hours', { hours: hoursText(day.nobody_us) })}</strong>
        {day.due_us.length === 0 ? null : <span>{say('week.doses', { nobody: day.dueWithNobody, due: day.due_us.length })}</span>}
      </span>
      <ul className="unseen">
        {dayWords(day).map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </li>
  );
}
