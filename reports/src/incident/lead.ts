import { counted, type JamMeasures, listed, type Measures, nameInSentence } from '@dosetwin/scenarios';
import { cartridgeAddress } from '@dosetwin/twin';
import { type DurationParts, durationParts, durationWords } from '../words/durationWords.js';
import { jamWords } from '../words/jamWords.js';
import { theContactFirst } from '../words/nameWords.js';
import { capitalised, numberWords } from '../words/numberWords.js';
import { hasSeveralMachines, type Incident } from './Incident.js';

/** The figure at the head of a report, and what it is. */
export interface Headline extends DurationParts {
  readonly note: string;
}

/** From jam to cleared, or doses served when there was no jam. */
export function headlineOf(incident: Incident): Headline {
  const { measures, jam, end_us, isFinished } = incident;
  if (jam === null) {
    const { served, due } = measures.doses;
    return {
      figure: incident.isHidden(served) ? '<5' : String(served),
      unit: served === 1 && !incident.isHidden(served) ? 'dose' : 'doses',
      note: `served, of ${incident.shown(due)} that fell due. Nothing jammed.`,
    };
  }
  const more = furtherJams(measures);
  if (jam.toClearMs === null || jam.cleared_us === null) {
    return {
      ...durationParts(end_us - jam.jammed_us),
      note: `from the jam to the end of the ${isFinished ? 'run' : 'record'}: not cleared by then.${more}`,
    };
  }
  return {
    ...durationParts(jam.toClearMs * 1000),
    note: `from jam to cleared, in this one run.${more} Another seed gives another figure.`,
  };
}

function furtherJams({ jams }: Measures): string {
  return jams.length > 1 ? ` The first of ${numberWords(jams.length)} jams.` : '';
}

/** What happened, in a few plain sentences, each made from what was recorded. */
export function leadSentences(incident: Incident): string[] {
  const { jam } = incident;
  return jam === null ? quietDay(incident) : [...jamSentences(incident, jam), ...doseSentences(incident)];
}

function jamSentences(incident: Incident, jam: JamMeasures): string[] {
  const { clock } = incident;
  const { clause, detail } = jamWords(jam.mode);
  return [
    `At ${clock.timeWithSeconds(jam.jammed_us)} ${clause}, in cartridge ${jam.cartridge}${hasSeveralMachines(incident) ? ` of ${jam.machine}` : ''}${halfTurns(incident, jam)}.`,
    detail,
    triedAgain(incident, jam),
    ...askedSentences(incident, jam),
    ...cameSentences(incident, jam),
    partNeeded(incident, jam),
    jam.toClearMs === null
      ? `The cartridge was not cleared before the ${incident.isFinished ? 'run' : 'record'} ended.`
      : `The cartridge was cleared ${jam.clearedHow === 'remotely' ? 'from afar ' : ''}${durationWords(jam.toClearMs * 1000)} after the jam.`,
  ].filter((sentence) => sentence !== '');
}

/** Further half turns, which the controller makes on its own when no drop was seen (SPEC's chart of the cartridge). */
function halfTurns({ measures }: Incident, jam: JamMeasures): string {
  const times = measures.states.find(({ address }) => address === cartridgeAddress(jam.machine, jam.cartridge))?.times ?? [];
  const turns = times.filter(({ state }) => state.includes('halfTurn')).reduce((most, { entered }) => Math.max(most, entered), 0);
  return turns === 0 ? '' : `, after ${turns === 1 ? 'a further half turn' : `${numberWords(turns)} further half turns`}`;
}

/** Recovery from afar is a command of level 2, answered by a signal of its own when a package came after all. */
function triedAgain({ record }: Incident, jam: JamMeasures): string {
  const mine = record.entries.filter(
    ({ source, payload }) => source === `${jam.machine}/hinge` && payload.cartridge === jam.cartridge,
  );
  const tried = mine.some(({ kind, payload }) => kind === 'command' && payload.name === 'recover');
  const worked = mine.some(({ kind, payload }) => kind === 'signal' && payload.name === 'recovered');
  if (!tried) return '';
  return worked ? 'Recovery brought the package down, into the reject bin.' : 'Recovery did not bring it down.';
}

function askedSentences({ measures, clock }: Incident, jam: JamMeasures): string[] {
  const until_us = jam.cleared_us ?? measures.end_us ?? 0;
  const calls = measures.calls.filter(
    ({ machine, asked_us }) => machine === jam.machine && asked_us >= jam.jammed_us && asked_us <= until_us,
  );
  const people = new Set(calls.map(({ contact }) => contact));
  if (people.size === 0) return ['Nobody was asked to come.'];
  const first = calls[0]?.asked_us ?? 0;
  // After a visit that ordered a part the chain is asked anew, which is another matter.
  const nobody_us = jam.nobodyFree_us.find((t_us) => t_us < (jam.doorOpened_us ?? Number.POSITIVE_INFINITY));
  const only = people.size === 1 ? calls[0]?.contact : undefined;
  if (only !== undefined && nobody_us === undefined) return [`${theContactFirst(only)} was asked at ${clock.time(first)}.`];
  const who = people.size <= 3 ? listed([...people].map(nameInSentence)) : `${numberWords(people.size)} contacts`;
  const asked = `${capitalised(who)} ${people.size === 1 ? 'was' : 'were'} asked`;
  return [
    nobody_us === undefined
      ? `${asked}, from ${clock.time(first)} on.`
      : `${asked}, and by ${clock.time(nobody_us)} it was clear that nobody could come at once.`,
  ];
}

function cameSentences({ measures, clock }: Incident, jam: JamMeasures): string[] {
  if (jam.doorOpened_us === null) return [];
  const by = jam.doorOpenedBy;
  if (by === null) return [`The door was opened at ${clock.time(jam.doorOpened_us)}.`];
  const call = measures.calls.find(
    ({ contact, onSite_us }) => contact === by && onSite_us !== null && onSite_us >= jam.jammed_us,
  );
  const there = call?.onSite_us ?? null;
  if (there !== null && clock.time(there) === clock.time(jam.doorOpened_us))
    return [`${theContactFirst(by)} arrived at ${clock.time(there)} and opened the door.`];
  if (there === null) return [`${theContactFirst(by)} opened the door at ${clock.time(jam.doorOpened_us)}.`];
  return [`${theContactFirst(by)} arrived at ${clock.time(there)} and opened the door at ${clock.time(jam.doorOpened_us)}.`];
}

function partNeeded({ record, clock }: Incident, jam: JamMeasures): string {
  const told = (kind: string) =>
    record.entries.find(
      (entry) =>
        entry.kind === kind &&
        entry.source === `${jam.machine}/ticket` &&
        entry.payload.cartridge === jam.cartridge &&
        entry.t_us >= jam.jammed_us,
    );
  if (told('part-ordered') === undefined) return '';
  const came = told('part-came');
  return came === undefined
    ? 'The cartridge needed a part, which had not come by the end.'
    : `The cartridge needed a part, which came at ${clock.time(came.t_us)}.`;
}

function doseSentences({ measures: { doses }, isHidden }: Incident): string[] {
  const { leftWithout, waiting } = doses;
  if (leftWithout === 0 && waiting > 0)
    return [`${isHidden(waiting) ? 'Fewer than five people' : people(waiting)} still waited when the run ended.`];
  if (leftWithout === 0) return [];
  if (isHidden(leftWithout)) return ['Fewer than five visits ended without the dose.'];
  return [
    doses.leftWithout === 1
      ? 'One person left without the dose.'
      : `${capitalised(numberWords(doses.leftWithout))} visits ended without the dose.`,
  ];
}

function quietDay(incident: Incident): string[] {
  const { doses, palm, orders } = incident.measures;
  const words = (count: number) => (incident.isHidden(count) ? 'fewer than five' : numberWords(count));
  const sentences = [
    `${capitalised(words(doses.due))} ${doses.due === 1 ? 'dose' : 'doses'} fell due, ${doses.served === doses.due ? 'and every one was' : `and ${words(doses.served)} ${doses.served === 1 ? 'was' : 'were'}`} served.`,
  ];
  if (doses.didNotCome > 0)
    sentences.push(`For ${words(doses.didNotCome)} of them nobody came, which is no failure and nobody’s fault.`);
  sentences.push(...doseSentences(incident));
  if (palm.lockedOut > 0) {
    sentences.push(
      `The reader did not recognise a palm ${words(palm.notMatched)} ${palm.notMatched === 1 ? 'time' : 'times'} and locked ${palm.lockedOut === 1 && !incident.isHidden(1) ? 'one person' : `${words(palm.lockedOut)} people`} out; ${palm.overrides === 0 ? 'nobody vouched for them' : `two people vouched ${palm.overrides === 1 && !incident.isHidden(1) ? 'once' : `${words(palm.overrides)} times`}`}.`,
    );
  }
  sentences.push(
    orders.begunTwice === 0
      ? `${incident.isHidden(orders.begun) ? 'Fewer than five orders' : capitalised(counted(orders.begun, 'order'))} began, none of them twice.`
      : `${counted(orders.begunTwice, 'motion')} began a second time.`,
  );
  return sentences;
}

function people(count: number): string {
  return count === 1 ? 'One person' : `${capitalised(numberWords(count))} people`;
}
