import type { TimelineBar, TimelineLane, TimelineMark } from '../timeline/TimelineModel.js';
import type { Incident } from './Incident.js';

const PALM_KINDS = ['locked-out', 'override'];

/**
 * Lanes for the people whom the fault touched: who stood there when it came, who left without the dose, who was locked
 * out by the reader.
 */
export function visitLanes(incident: Incident): TimelineLane[] {
  return touchedPeople(incident).map((person) => visitLane(incident, person));
}

function touchedPeople({ record, measures }: Incident): string[] {
  const people = new Set<string>();
  for (const jam of measures.jams) if (jam.person !== null) people.add(jam.person);
  for (const { source, kind, payload } of record.entries) {
    if (kind === 'left-without') people.add(source);
    if (PALM_KINDS.includes(kind) && source.endsWith('/palm') && payload.person !== undefined) people.add(String(payload.person));
  }
  return [...people];
}

function visitLane({ record, clock, end_us }: Incident, person: string): TimelineLane {
  const bars: TimelineBar[] = [];
  const marks: TimelineMark[] = [];
  let came_us: number | null = null;
  for (const { t_us, source, kind, payload } of record.entries) {
    if (PALM_KINDS.includes(kind) && payload.person === person) {
      marks.push({
        t_us,
        look: 'tick',
        label: kind === 'override' ? `two vouch ${clock.time(t_us)}` : `locked out ${clock.time(t_us)}`,
      });
    }
    if (source !== person) continue;
    if (kind === 'came') came_us = t_us;
    if (kind !== 'served' && kind !== 'left-without') continue;
    bars.push({ from_us: came_us ?? t_us, to_us: t_us, look: 'waits', label: 'waits' });
    marks.push({ t_us, look: 'tick', label: `${kind === 'served' ? 'served' : 'leaves without,'} ${clock.time(t_us)}` });
    came_us = null;
  }
  if (came_us !== null) bars.push({ from_us: came_us, to_us: end_us, look: 'waits', label: 'still waits' });
  return { name: person, isStrong: false, bars, marks };
}
