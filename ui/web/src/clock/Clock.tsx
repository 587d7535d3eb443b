import './clock.css';
import { useBench } from '../store/bench.js';
import { say, sayOne } from '../text/say.js';
import { hourMinute, type LocalTime, localTime } from '../time/localTime.js';
import { placeOf, useClock, useZone } from '../time/useClock.js';
import type { BenchFacts, ContactFacts } from '../worker/BenchFacts.js';

/** The instant shown: the site's local time and date, and the desk's, as the pinned zone data has them. */
export function Clock({ short = false }: { readonly short?: boolean }) {
  const facts = useBench((state) => state.facts);
  const t_us = useBench((state) => state.playhead_us);
  const clock = useClock();
  const zone = useZone();
  if (facts === null) return null;
  const now = clock(t_us);
  return (
    <div className="clock">
      <h2 className="unseen">{say('clock.simulated')}</h2>
      <p className="clock-time">
        <span className="clock-minute">{hourMinute(now)}</span>
        <span className="clock-second">{secondOf(now)}</span>
      </p>
      <p className="clock-date">{dateOf(now, placeOf(zone), short)}</p>
      <DeskTime facts={facts} t_us={t_us} short={short} />
    </div>
  );
}

function secondOf(now: LocalTime): string {
  return `:${String(now.second).padStart(2, '0')}.${String(now.milli).padStart(3, '0')}`;
}

function dateOf(now: LocalTime, place: string, short: boolean): string {
  return say(short ? 'clock.shortDate' : 'clock.date', {
    day: now.day,
    year: now.year,
    place,
    weekday: sayOne(short ? 'clock.shortWeekdays' : 'clock.weekdays', now.weekday),
    month: sayOne(short ? 'clock.shortMonths' : 'clock.months', now.month - 1),
  });
}

/** The desk's local time and what its calendar says at that instant. */
interface DeskTimeProps {
  readonly facts: BenchFacts;
  readonly t_us: number;
  readonly short: boolean;
}

function DeskTime({ facts, t_us, short }: DeskTimeProps) {
  const desk = facts.contacts.find((one) => one.role === 'desk');
  if (desk === undefined) return null;
  const there = (at_us: number) => localTime(facts.epoch_us, facts.offsets[desk.zone] ?? [], at_us);
  const values = { time: hourMinute(there(t_us)), place: placeOf(desk.zone) };
  if (short) return <p className="clock-desk">{say(`clock.shortDesk.${isOpen(desk, t_us) ? 'open' : 'closed'}`, values)}</p>;
  return <p className="clock-desk">{deskSays(desk, t_us, values, (at_us) => hourMinute(there(at_us)))}</p>;
}

function spanAt(desk: ContactFacts, t_us: number) {
  return desk.spans.find((one) => one.from_us <= t_us && t_us < one.to_us);
}

function isOpen(desk: ContactFacts, t_us: number): boolean {
  return (spanAt(desk, t_us)?.is ?? 'closed') !== 'closed';
}

function deskSays(
  desk: ContactFacts,
  t_us: number,
  values: { readonly time: string; readonly place: string },
  write: (t_us: number) => string,
): string {
  const span = spanAt(desk, t_us);
  if (span === undefined) return say('clock.deskShut', values);
  if (span.is !== 'closed') return say('clock.deskOpen', { ...values, until: write(span.to_us) });
  return span.from_us > 0 ? say('clock.deskClosed', { ...values, since: write(span.from_us) }) : say('clock.deskShut', values);
}
