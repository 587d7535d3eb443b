import { nameInSentence, ownerOf } from '@dosetwin/scenarios';
import type { TraceEntry } from '@dosetwin/twin';
import { spaced, theContactFirst } from './nameWords.js';

type Say = (entry: TraceEntry) => string;

const text = (entry: TraceEntry, key: string): string => String(entry.payload[key] ?? '');
const who = (entry: TraceEntry): string => text(entry, 'person') || entry.source;
const km = (entry: TraceEntry): string => `${Math.round(Number(entry.payload.distance_m ?? 0) / 100) / 10} km`;

const KEPT_AWAY: Readonly<Record<string, string>> = {
  distance: 'the way was too long',
  crowded: 'the place was crowded',
  watched: 'the place felt watched',
  policed: 'police were near',
  medical: 'the place was medical',
  palm: 'a palm was asked for',
  'not-opened': 'the site never opened',
  product: 'it was another product than the one asked for',
};

/** What people and their programme do that belongs in a story. */
export const PROGRAMME_SAYINGS: Readonly<Record<string, Say>> = {
  'went-elsewhere': (e) => `${e.source} went on to ${spaced(text(e, 'machine'))}, ${km(e)} away.`,
  'turned-away': (e) =>
    `${e.source} was not taken on${text(e, 'site') ? ` at ${spaced(text(e, 'site'))}` : ''}: ${ruleWords(text(e, 'rule'))}.`,
  'not-opened': (e) => `${theContactFirst(e.source)} never opened.`,
  'card-given': (e) => `${e.source} was given a card in place of a palm.`,
  'first-dose': (e) => `${who(e)} had the first dose.`,
  'left-for-pharmacy': (e) => `${who(e)} left for a pharmacy.`,
  returned: (e) => `${who(e)} came back to the programme.`,
  evicted: (e) => `${who(e)} lost the home.`,
  moved: (e) => `${who(e)} moved.`,
  lapsed: (e) => `The prescription of ${who(e)} lapsed.`,
  'no-cartridge': (e) => `No cartridge was free for ${who(e)}.`,
  drives: (e) => `${theContactFirst(text(e, 'by') || ownerOf(e.source))} drove ${km(e)}.`,
  'turns-round': (e) =>
    `${theContactFirst(e.source)} turned round after ${Math.round(Number(e.payload.driven_m ?? 0) / 100) / 10} km.`,
};

/** What is too common for a story, and said where it is evidence. */
export const PROGRAMME_EVIDENCE: Readonly<Record<string, Say>> = {
  'kept-away': (e) => `${e.source} stayed away: ${KEPT_AWAY[text(e, 'because')] ?? spaced(text(e, 'because'))}.`,
  seeks: (e) => `${who(e)} asked for a place.`,
  'taken-on': (e) => `A site took ${who(e)} on.`,
  enrolled: (e) => `${who(e)} was given cartridge ${text(e, 'cartridge')} of ${spaced(text(e, 'machine'))}.`,
  'registration-failed': (e) => `The palm of ${who(e)} could not be registered.`,
  registered: (e) => `${who(e)} was registered.`,
  'not-coming': (e) => `${who(e)} did not come any more.`,
  prescribed: (e) => `${who(e)} was prescribed for.`,
  screen: (e) => `${who(e)} ${e.payload.given === true ? 'gave' : 'did not give'} a screen.`,
  saw: (e) => `${spaced(e.source)} saw ${nameInSentence(who(e))} for ${SEEN_FOR[text(e, 'what')] ?? spaced(text(e, 'what'))}.`,
  'cartridge-given': (e) => `Cartridge ${text(e, 'cartridge')} of ${spaced(ownerOf(e.source))} went to ${who(e)}.`,
  'cartridge-freed': (e) => `Cartridge ${text(e, 'cartridge')} of ${spaced(ownerOf(e.source))} was free again.`,
  'handed-over': (e) => `A pharmacist handed a dose over to ${who(e)}.`,
  'pharmacy-paid': (e) => `The pharmacy was paid ${(Number(e.payload.paid_cents ?? 0) / 100).toFixed(2)} CAD.`,
  witnessed: (e) => `Staff witnessed the dose of ${who(e)}.`,
  'others-collected': (e) => `${e.source} collected other prescriptions.`,
  'others-left': (e) => `Other prescriptions of ${e.source} stayed at the pharmacy.`,
};

const SEEN_FOR: Readonly<Record<string, string>> = {
  assessment: 'an assessment',
  renewal: 'a renewal',
  transfer: 'a prescription for another machine',
};

function ruleWords(rule: string): string {
  if (rule === 'tenants-only') return 'only for those who live there';
  if (rule === 'prescriber-full') return 'the prescriber’s list was full';
  if (rule === 'palm-not-registered') return 'the palm could not be registered';
  if (rule.startsWith('requires-')) return `${spaced(rule.slice('requires-'.length))} was asked for`;
  return rule.startsWith('refuses-') ? `nobody with ${spaced(rule.slice('refuses-'.length))}` : spaced(rule);
}
