import { type CallMeasures, type ExpectationResult, nameInSentence } from '@dosetwin/scenarios';
import type { CalendarSpell } from '@dosetwin/twin';
import type { TimelineBar, TimelineBracket, TimelineLane, TimelineMark, TimelineModel } from '../timeline/TimelineModel.js';
import { answerWords } from '../words/answerWords.js';
import { durationWords, HOUR_US, MINUTE_US } from '../words/durationWords.js';
import { jamWords } from '../words/jamWords.js';
import { contactName, zonePlace } from '../words/nameWords.js';
import { hasSeveralMachines, type Incident, jammedCartridges } from './Incident.js';
import { visitLanes } from './visitLanes.js';

const WHOLE_RUN_UP_TO_US = 8 * HOUR_US;
const MARGIN_US = HOUR_US;
/** Beyond these, the table of causes has everybody. */
const MAX_VISIT_LANES = 8;
const TICK_STEPS_MIN = [5, 15, 30, 60, 120, 180, 360, 720, 1440];
const MAX_TICKS = 8;

/** The picture of a run: what stuck, who waited, who was asked and where they were, the door, and what was expected. */
export function timelineOf(incident: Incident): TimelineModel {
  const { jam, clock } = incident;
  const { from_us, to_us } = stretch(incident);
  const tells = (lane: TimelineLane) => somethingHappens(lane, from_us, to_us);
  const lanes = [
    ...cartridgeLanes(incident).filter(tells),
    ...visitLanes(incident).filter(tells).slice(0, MAX_VISIT_LANES),
    ...[...doseLane(incident), ...contactLanes(incident), ...doorLanes(incident)].filter(tells),
  ];
  const isPart = from_us > 0 || to_us < incident.record.header.length_us;
  return {
    from_us,
    to_us,
    ticks: ticks(incident, from_us, to_us),
    moments: jam ? [{ t_us: jam.jammed_us, label: clock.timeWithSeconds(jam.jammed_us) }] : [],
    brackets: brackets(incident),
    lanes,
    note: isPart
      ? `The hours around the first jam, of a run of ${durationWords(incident.record.header.length_us)}. Lanes in which nothing happened then are left out.`
      : null,
    says: `Timeline from ${clock.time(from_us)} to ${clock.time(to_us)}: ${lanes.map(({ name }) => name).join(', ')}. The table “In order” tells the same in words.`,
  };
}

/** The whole run, or, of a long one, the hours around what happened. */
function stretch(incident: Incident): { from_us: number; to_us: number } {
  const { jam, end_us, record } = incident;
  const length_us = Math.max(end_us, record.header.length_us, MINUTE_US);
  if (jam === null || length_us <= WHOLE_RUN_UP_TO_US) return { from_us: 0, to_us: length_us };
  const last_us = jam.cleared_us ?? jam.doorOpened_us ?? jam.jammed_us + 6 * HOUR_US;
  return {
    from_us: Math.max(0, wholeHour(jam.jammed_us - MARGIN_US)),
    to_us: Math.min(length_us, wholeHour(last_us + MARGIN_US) + HOUR_US),
  };
}

/** A mark, or a bar that is more than a calendar's or a machine in service. */
function somethingHappens({ bars, marks }: TimelineLane, from_us: number, to_us: number): boolean {
  return (
    marks.some(({ t_us }) => t_us >= from_us && t_us <= to_us) ||
    bars.some((bar) => (bar.look === 'fault' || bar.look === 'waits') && bar.to_us > from_us && bar.from_us < to_us)
  );
}

function wholeHour(t_us: number): number {
  return Math.floor(t_us / HOUR_US) * HOUR_US;
}

/** Round times of the local day, the finest step that gives at most eight; found by looking, so that a clock change is no trap. */
function ticks(incident: Incident, from_us: number, to_us: number): { t_us: number; label: string }[] {
  const { clock } = incident;
  const step = TICK_STEPS_MIN.find((min) => (to_us - from_us) / (min * MINUTE_US) <= MAX_TICKS) ?? 1440;
  const found: { t_us: number; label: string }[] = [];
  const days = Math.max(1, Math.ceil((to_us - from_us) / (1440 * MINUTE_US) / MAX_TICKS));
  for (let t_us = Math.ceil(from_us / (5 * MINUTE_US)) * 5 * MINUTE_US; t_us <= to_us; t_us += 5 * MINUTE_US) {
    const minute = clock.minuteOfDay(t_us);
    if (minute % step !== 0 || (step === 1440 && clock.day(t_us) % days !== 0)) continue;
    found.push({
      t_us,
      label: step === 1440 ? `${clock.shortWeekday(t_us)} ${clock.isoDate(t_us).slice(8)}` : clock.hoursAndMinutes(t_us),
    });
  }
  return found;
}

function brackets(incident: Incident): TimelineBracket[] {
  const { jam, record } = incident;
  if (jam === null) return [];
  return (record.end?.expectations ?? []).flatMap((result) => {
    const { expectation } = result;
    if (expectation.kind !== 'shows' || expectation.after !== 'jam') return [];
    return [
      {
        from_us: jam.jammed_us,
        to_us: jam.jammed_us + expectation.within_us,
        label: bracketLabel(result),
        isMet: result.verdict === 'held',
      },
    ];
  });
}

function bracketLabel({ expectation, verdict }: ExpectationResult): string {
  if (expectation.kind !== 'shows') return '';
  const what = `${expectation.see.replaceAll('-', ' ')}${expectation.by === null ? '' : ` by ${nameInSentence(expectation.by)}`}`;
  return `${what}: ${verdict === 'held' ? 'expected' : 'not seen'} within ${durationWords(expectation.within_us)}`;
}

function cartridgeLanes(incident: Incident): TimelineLane[] {
  const { measures, end_us } = incident;
  return jammedCartridges(incident).map(({ machine, cartridge }) => {
    const bars: TimelineBar[] = [];
    let free_us = 0;
    let since = 'in service';
    for (const jam of measures.jams) {
      if (jam.machine !== machine || jam.cartridge !== cartridge) continue;
      if (jam.jammed_us < free_us) continue;
      bars.push({ from_us: free_us, to_us: jam.jammed_us, look: 'open', label: since });
      const to_us = jam.cleared_us ?? end_us;
      const lasted = jam.cleared_us === null ? 'not cleared' : durationWords(to_us - jam.jammed_us);
      bars.push({ from_us: jam.jammed_us, to_us, look: 'fault', label: `${jamWords(jam.mode).label}, ${lasted}` });
      free_us = to_us;
      since = jam.clearedHow === 'by-hand' ? 'counted, in service' : 'in service';
    }
    if (free_us < end_us) bars.push({ from_us: free_us, to_us: end_us, look: 'open', label: since });
    const name = hasSeveralMachines(incident) ? `${machine}, ${cartridge}` : `Cartridge ${cartridge}`;
    return { name, isStrong: true, bars, marks: [] };
  });
}

/** When nothing jammed, every dose served as a stroke of one lane: the rhythm of the day. */
function doseLane({ jam, record }: Incident): TimelineLane[] {
  if (jam !== null) return [];
  const served = record.entries.filter(({ kind }) => kind === 'served');
  return [
    { name: 'Doses served', isStrong: false, bars: [], marks: served.map(({ t_us }) => ({ t_us, look: 'tick', label: null })) },
  ];
}

/** One lane for each person or desk that was asked: where they were, what they said, when they came. */
function contactLanes(incident: Incident): TimelineLane[] {
  const calls = incident.measures.calls;
  return [...new Set(calls.map(({ contact }) => contact))].map((contact) => ({
    name: laneName(incident, contact),
    isStrong: false,
    bars: incident.surroundings.spells(contact).map(spellBar),
    marks: callMarks(
      calls.filter((call) => call.contact === contact),
      incident,
    ),
  }));
}

/** Busy in the house is a quieter fill; busy elsewhere, on outreach or on the way, is away. */
function spellBar({ from_us, to_us, is, reason }: CalendarSpell): TimelineBar {
  return { from_us, to_us, look: is === 'busy' && reason !== 'busy' ? 'away' : is, label: null };
}

function laneName(incident: Incident, contact: string): string {
  const zone = incident.surroundings.scenario?.world.contacts.find(({ id }) => id === contact)?.zone;
  return zone === undefined || zone === incident.clock.zone
    ? contactName(contact)
    : `${contactName(contact)}, ${zonePlace(zone)}`;
}

/** An answer is written out once; who was asked again and said the same has a dot. */
function callMarks(calls: readonly CallMeasures[], { clock }: Incident): TimelineMark[] {
  let before = '';
  return calls.flatMap((call) => {
    const answer = call.answers[0] ? answerWords(call.answers[0], clock) : 'no answer';
    const label = answer === before ? null : `asked ${clock.time(call.asked_us)}: ${answer}`;
    before = answer;
    const asked: TimelineMark = { t_us: call.asked_us, look: 'dot', label };
    return call.onSite_us === null
      ? [asked]
      : [asked, { t_us: call.onSite_us, look: 'dot', label: `on site ${clock.time(call.onSite_us)}` }];
  });
}

function doorLanes(incident: Incident): TimelineLane[] {
  const { clock, measures } = incident;
  const machines = [...new Set(measures.jams.map(({ machine }) => machine))];
  return machines.map((machine) => {
    const marks: TimelineMark[] = [];
    for (const jam of measures.jams) {
      if (jam.machine !== machine) continue;
      if (jam.doorOpened_us !== null)
        marks.push({ t_us: jam.doorOpened_us, look: 'dot', label: openedLabel(jam, clock.time(jam.doorOpened_us)) });
      for (const { at_us, freed } of jam.remoteRecoveries)
        marks.push({ t_us: at_us, look: 'tick', label: `${freed ? 'freed' : 'not freed'} from afar ${clock.time(at_us)}` });
      if (jam.cleared_us !== null)
        marks.push({ t_us: jam.cleared_us, look: 'tick', label: `cleared ${clock.time(jam.cleared_us)}` });
    }
    return { name: hasSeveralMachines(incident) ? `Door, ${machine}` : 'Door', isStrong: false, bars: [], marks };
  });
}

function openedLabel(jam: { readonly doorOpenedBy: string | null }, time: string): string {
  return jam.doorOpenedBy === null ? `opened ${time}` : `opened ${time} by ${nameInSentence(jam.doorOpenedBy)}`;
}
