import './week.css';
import { hoursText, weekHeadline, weekLead } from '@dosetwin/reports';
import type { WeekStrip } from '@dosetwin/scenarios';
import { useState } from 'react';
import { Sheet } from '../sheet/Sheet.js';
import { useBench } from '../store/bench.js';
import { say } from '../text/say.js';
import { siteOf } from '../time/useClock.js';
import { WeekDays } from './WeekDays.js';

/** A site's week from the calendars of whoever it may ask: desk, staff and key holders by its own clocks, and the gaps. */
export function WeekSheet() {
  const facts = useBench((state) => state.facts);
  const machine = useBench((state) => state.machine);
  const weeks = facts?.weeks ?? [];
  const [site, setSite] = useState(siteOf(facts, machine)?.id ?? '');
  const trace = useBench((state) => state.trace);
  const week = weeks.find((one) => one.site === site) ?? weeks[0];
  return (
    <Sheet title={say('week.title')} size="full">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it */}
      <section className="sheet-body week-body" tabIndex={0} aria-label={say('week.title')}>
        {week === undefined ? (
          <p>{say('week.none')}</p>
        ) : (
          <>
            {weeks.length < 2 ? null : <SitePicker weeks={weeks} site={week.site} onPick={setSite} />}
            {trace.next(-1, week.site, 'not-opened') === undefined ? null : <p className="week-lead">{say('week.notOpened')}</p>}
            <p className="week-headline">{weekHeadline(week)}</p>
            <p className="week-lead">{weekLead(week)}</p>
            <WeekDays week={week} />
            <Legend />
          </>
        )}
      </section>
    </Sheet>
  );
}

interface SitePickerProps {
  readonly weeks: readonly WeekStrip[];
  readonly site: string;
  readonly onPick: (site: string) => void;
}

function SitePicker({ weeks, site, onPick }: SitePickerProps) {
  return (
    <label className="week-site">
      <span>{say('week.site')}</span>
      <select value={site} onChange={(event) => onPick(event.target.value)}>
        {weeks.map((one) => (
          <option key={one.site} value={one.site}>
            {one.site}, {say('week.nobody')} {say('week.hours', { hours: hoursText(one.nobody_us) })}
          </option>
        ))}
      </select>
    </label>
  );
}

const KEYS = ['nobody', 'afar', 'comes', 'busy', 'due', 'now'] as const;

function Legend() {
  return (
    <ul className="week-legend">
      {KEYS.map((one) => (
        <li key={one}>
          <span className={`week-key week-key-${one}`} aria-hidden="true" />
          {say(`week.legend.${one}`)}
        </li>
      ))}
    </ul>
  );
}
