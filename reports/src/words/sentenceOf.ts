import { counted, entryInWords, nameInSentence, ownerOf } from '@dosetwin/scenarios';
import type { TraceEntry } from '@dosetwin/twin';
import { answerWords } from './answerWords.js';
import { durationWords } from './durationWords.js';
import { jamWords } from './jamWords.js';
import type { LocalClock } from './LocalClock.js';
import { spaced, theContactFirst } from './nameWords.js';
import { capitalised } from './numberWords.js';
import { PROGRAMME_EVIDENCE, PROGRAMME_SAYINGS } from './programmeSayings.js';
import { reasonWords } from './reasonWords.js';
import { SERVICE_SAYINGS } from './serviceSayings.js';

type Say = (entry: TraceEntry, clock: LocalClock) => string;

const text = (entry: TraceEntry, key: string): string => String(entry.payload[key] ?? '');
const number = (entry: TraceEntry, key: string): number => Number(entry.payload[key] ?? 0);
const cartridge = (entry: TraceEntry): string => `cartridge ${text(entry, 'cartridge')}`;

const FAULTS: Readonly<Record<string, string>> = {
  'stall-by-current': 'something in the coil’s way',
  'stall-by-cam': 'a coil that does not leave home',
  'hang-up': 'a package that will hang on its coil',
  misalignment: 'a package that lies askew',
  'double-feed': 'two packages that will fall together',
  'blind-beam': 'a drop beam that cannot see',
  'blocked-chute-door': 'a flap that will not open',
};

const REFUSED_SIGNATURES: Readonly<Record<string, string>> = {
  'nobody is locked out': 'nobody was locked out',
  'the person themself': 'nobody vouches for themself',
  'may not sign here': 'they may not sign here',
  'signed already': 'they had signed already',
};

/** What the entries of a story say; every other kind stays in the record alone. Kinds and payloads are SPEC's table. */
const SAYINGS: Readonly<Record<string, Say>> = {
  fault: (e) =>
    `The scenario arranged ${FAULTS[text(e, 'cause')] ?? spaced(text(e, 'cause'))}${number(e, 'cartridge') > 0 ? `, in ${cartridge(e)}` : ''}.`,
  jam: (e) => `${capitalised(jamWords(text(e, 'mode')).clause)}, in ${cartridge(e)}; ${text(e, 'person')} stood there.`,
  refused: (e) => `${text(e, 'person') || 'Somebody'} was turned away: ${reasonWords(text(e, 'reason'))}.`,
  'locked-out': (e) => `The reader did not recognise the palm of ${text(e, 'person')}, and locked it out.`,
  override: (e) =>
    `${theContactFirst(text(e, 'first'))} and ${nameInSentence(text(e, 'second'))} vouched for ${text(e, 'person')}.`,
  surplus: (e) => `One package more than was asked for came from ${cartridge(e)}.`,
  signed: (e) =>
    `${theContactFirst(text(e, 'first'))} and ${nameInSentence(text(e, 'second'))} counted ${cartridge(e)}: ${counted(number(e, 'found'), 'package')}.`,
  'link-lost': () => 'The machine lost its link to the outside.',
  'link-restored': () => 'The link was back.',
  'dose-not-taken': (e) => `The package of ${text(e, 'person')} was not taken from the box.`,
  'left-without': (e) =>
    `${e.source} left without the dose after ${durationWords(number(e, 'waited_us'))}: ${reasonWords(text(e, 'cause'))}.`,
  asked: (e) => `${theContactFirst(e.source)} was asked.`,
  answered: (e, clock) => {
    const answer = { answer: text(e, 'answer'), reason: text(e, 'reason'), until_us: number(e, 'until_us') };
    // Out of hours nobody answers.
    const said = answer.answer === 'closed' ? 'could not be reached' : 'answered';
    return `${theContactFirst(e.source)} ${said}: ${answerWords(answer, clock)}.`;
  },
  'set-off': (e) => `${theContactFirst(e.source)} set off.`,
  'on-site': (e) => `${theContactFirst(e.source)} arrived at the machine.`,
  'went-home': (e) => `${theContactFirst(e.source)} went home.`,
  'remote-recovery': (e) =>
    `${theContactFirst(e.source)} tried from afar to free ${cartridge(e)}, ${e.payload.freed === true ? 'and it came free' : 'which did not free it'}.`,
  noticed: (e) => `The jam of ${cartridge(e)} was noticed by ${noticer(text(e, 'by'))}.`,
  'nobody-free': () => 'Everybody on the list had been asked, and nobody was free.',
  'part-ordered': (e, clock) =>
    `${capitalised(cartridge(e))} needs a part, which was ordered; it stays locked until the part has come (${clock.time(number(e, 'comes_us'))}).`,
  'part-came': (e) => `The part for ${cartridge(e)} arrived.`,
  'door-opened': (e) => `${theContactFirst(text(e, 'by'))} opened the door${e.payload.key_holder === true ? ' with a key' : ''}.`,
  'nobody-to-sign': (e) => `Two people were needed to vouch for ${text(e, 'person')}, and there were not two.`,
  'signature-refused': (e) =>
    `A signature of ${nameInSentence(text(e, 'by'))} was not taken: ${REFUSED_SIGNATURES[text(e, 'reason')] ?? spaced(text(e, 'reason'))}.`,
  cleared: (e) => `${capitalised(cartridge(e))} was cleared ${text(e, 'how') === 'remotely' ? 'from afar' : 'by hand'}.`,
  ...PROGRAMME_SAYINGS,
  ...SERVICE_SAYINGS,
};

/** Kinds that more than one component records, and who must say them to be part of a story. */
const SPEAKER: Readonly<Record<string, RegExp>> = {
  fault: /\/mechanism$/,
  jam: /\/session$/,
  refused: /\/session$/,
  'door-opened': /\/ticket$/,
  cleared: /\/ticket$/,
};

/** An entry as a sentence in plain words, or `null` when it is no part of a story. */
export function sentenceOf(entry: TraceEntry, clock: LocalClock): string | null {
  if (entry.source === 'input') return inputSentence(entry);
  if (entry.kind === 'state') return waitingSentence(entry);
  if (SPEAKER[entry.kind]?.test(entry.source) === false) return null;
  return Object.hasOwn(SAYINGS, entry.kind) ? (SAYINGS[entry.kind] as Say)(entry, clock) : null;
}

/** For what a ticket waits, where no other entry says it. */
const WAITS: Readonly<Record<string, string>> = {
  'open.nobodyFree.keyPromised': 'The ticket waits for a key that was promised.',
  'open.nobodyFree.waitingForDesk': 'The ticket waits for the desk, which helps others first.',
  'open.partOnOrder': 'The ticket waits for a part on order.',
};

function waitingSentence({ source, payload }: TraceEntry): string | null {
  return source.endsWith('/ticket') ? (WAITS[String(payload.is)] ?? null) : null;
}

/** What else an expectation may point at: said where it is evidence, too common for a story. */
const EVIDENCE: Readonly<Record<string, Say>> = {
  came: (e) => `${e.source} came.`,
  due: (e) => `The window of ${e.source} began.`,
  served: (e) => `${e.source} went with the dose after ${durationWords(number(e, 'waited_us'))}.`,
  'did-not-come': (e) => `${e.source} did not come.`,
  presented: (e) => `${text(e, 'person')} held out a palm.`,
  attempt: (e) => `The reader ${ATTEMPTS[text(e, 'result')] ?? 'read'} the palm of ${text(e, 'person')}.`,
  authorised: (e) => `Order ${text(e, 'order')} was authorised for ${text(e, 'person')}, from ${cartridge(e)}.`,
  'dose-given': (e) => `The dose of ${text(e, 'person')} fell, from ${cartridge(e)}.`,
  'dose-taken': (e) => `${text(e, 'person')} took the package from the box.`,
  ...PROGRAMME_EVIDENCE,
};

const ATTEMPTS: Readonly<Record<string, string>> = {
  matched: 'recognised',
  'not-matched': 'did not recognise',
  'failed-to-acquire': 'had no usable picture of',
};

/** An entry as a sentence wherever it has one, and as the record has it where not. */
export function evidenceSentence(entry: TraceEntry, clock: LocalClock): string {
  const said = sentenceOf(entry, clock);
  if (said !== null) return said;
  return Object.hasOwn(EVIDENCE, entry.kind) ? (EVIDENCE[entry.kind] as Say)(entry, clock) : `${entryInWords(entry)}.`;
}

/** The machine that an entry speaks of, where it speaks of one. */
export function machineOfEntry(entry: TraceEntry): string | null {
  const named = entry.payload.machine;
  if (typeof named === 'string') return named;
  return entry.source.includes('/') ? ownerOf(entry.source) : null;
}

function noticer(by: string): string {
  return by === 'person'
    ? 'the person who stood there'
    : by === 'staff'
      ? 'staff'
      : by === 'alert'
        ? 'an alert of the machine'
        : spaced(by);
}

function inputSentence(entry: TraceEntry): string {
  const { role, ...rest } = entry.payload;
  const words = Object.entries(rest).map(([key, value]) => `${spaced(key)} ${value}`);
  return `From outside, as ${spaced(String(role ?? 'somebody'))}: ${spaced(entry.kind)}${words.length > 0 ? ` (${words.join(', ')})` : ''}.`;
}
