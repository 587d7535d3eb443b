import type { TraceEntry } from '@dosetwin/twin';
import type { EventWord } from '../format/expectationWords.js';
import { partOf } from '../measures/address.js';
import { flagOf, textOf } from '../measures/fieldsOf.js';
import type { ExpectationContext } from './ExpectationContext.js';
import { windowOf } from './invariants/windowOf.js';

/** Which entries a word means. */
interface EventMeaning {
  readonly kind: string;
  /** The last part of the source's address; '' for a person or a contact, whose address has none. */
  readonly part: string;
  readonly holds?: (entry: TraceEntry, context: ExpectationContext) => boolean;
}

/** The start is no entry: it is where a run begins. */
export type EntryWord = Exclude<EventWord, 'start'>;

const answer = (word: string) => (entry: TraceEntry) => textOf(entry, 'answer') === word;
const reason = (word: string) => (entry: TraceEntry) => textOf(entry, 'reason') === word;
const mode = (word: string) => (entry: TraceEntry) => textOf(entry, 'mode') === word;
const by = (word: string) => (entry: TraceEntry) => textOf(entry, 'by') === word;
const how = (word: string) => (entry: TraceEntry) => textOf(entry, 'how') === word;

/** Each word of `expectationWords` with the entries of SPEC's table that it means. */
export const EVENTS: { readonly [word in EntryWord]: EventMeaning } = {
  due: { kind: 'due', part: '' },
  came: { kind: 'came', part: '' },
  presented: { kind: 'presented', part: 'session' },
  'not-recognised': { kind: 'attempt', part: 'palm', holds: (entry) => textOf(entry, 'result') === 'not-matched' },
  'locked-out': { kind: 'locked-out', part: 'palm' },
  override: { kind: 'override', part: 'override' },
  authorised: { kind: 'authorised', part: 'session' },
  refused: { kind: 'refused', part: 'session' },
  'dose-given': { kind: 'dose-given', part: 'session' },
  'dose-taken': { kind: 'dose-taken', part: 'session' },
  'dose-not-taken': { kind: 'dose-not-taken', part: 'session' },
  'left-without': { kind: 'left-without', part: '' },
  jam: { kind: 'jam', part: 'session' },
  recovered: { kind: 'signal', part: 'hinge', holds: (entry) => textOf(entry, 'name') === 'recovered' },
  'jam-noticed': { kind: 'noticed', part: 'ticket' },
  asked: { kind: 'asked', part: '' },
  'comes-when-free': { kind: 'answered', part: '', holds: answer('comes-when-free') },
  'contact-busy': { kind: 'answered', part: '', holds: answer('busy') },
  'desk-closed': {
    kind: 'answered',
    part: '',
    holds: (entry, { contacts }) => answer('closed')(entry) && contacts.get(entry.source)?.role === 'desk',
  },
  'helping-remotely': { kind: 'answered', part: '', holds: answer('helping-remotely') },
  'remote-recovery-failed': { kind: 'remote-recovery', part: '', holds: (entry) => !flagOf(entry, 'freed') },
  'nobody-free': { kind: 'nobody-free', part: 'ticket' },
  'set-off': { kind: 'set-off', part: '' },
  'on-site': { kind: 'on-site', part: '' },
  'part-ordered': { kind: 'part-ordered', part: 'ticket' },
  'part-came': { kind: 'part-came', part: 'ticket' },
  'door-opened': { kind: 'door-opened', part: 'ticket' },
  cleared: { kind: 'cleared', part: 'ticket' },
  'cleared-by-hand': { kind: 'cleared', part: 'ticket', holds: how('by-hand') },
  'cleared-remotely': { kind: 'cleared', part: 'ticket', holds: how('remotely') },
  'unknown-counted': { kind: 'signed', part: 'inventory' },
  'link-lost': { kind: 'link-lost', part: 'link' },
  'link-restored': { kind: 'link-restored', part: 'link' },
  'refused-too-early': { kind: 'refused', part: 'session', holds: reason('too-early') },
  'refused-too-late': { kind: 'refused', part: 'session', holds: reason('too-late') },
  opening: { kind: 'opening', part: 'doorkeeper' },
  delivered: { kind: 'delivered', part: 'restock' },
  restocked: { kind: 'restocked', part: 'restock' },
  expired: { kind: 'expired', part: 'restock' },
  'restock-missed': { kind: 'restock-missed', part: 'restock' },
  'handed-over': { kind: 'handed-over', part: 'counter' },
  'pharmacy-paid': { kind: 'pharmacy-paid', part: 'books' },
  'restock-withdrawn': { kind: 'restock-withdrawn', part: 'restock' },
  'check-in': { kind: 'check-in', part: 'check-ins' },
  'round-began': { kind: 'round-began', part: 'rounds' },
  'staff-looked-up': { kind: 'looked-up', part: 'look-ups', holds: (entry) => textOf(entry, 'role') === 'staff' },
  'prescriber-looked-up': { kind: 'looked-up', part: 'look-ups', holds: (entry) => textOf(entry, 'role') === 'prescriber' },
  'met-staff': { kind: 'met-staff', part: 'shift' },
  'met-nobody': { kind: 'met-nobody', part: 'shift' },
  'noticed-at-check-in': { kind: 'noticed', part: 'ticket', holds: by('check-in') },
  'noticed-on-round': { kind: 'noticed', part: 'ticket', holds: by('round') },
  'refused-in-window': {
    kind: 'refused',
    part: 'session',
    holds: (entry, { people, epoch_us }) => {
      const person = people.get(textOf(entry, 'person') ?? '');
      const isByTheClock = ['too-early', 'too-late'].includes(textOf(entry, 'reason') ?? '');
      return isByTheClock && person !== undefined && windowOf(person, epoch_us + entry.t_us) !== null;
    },
  },
  'refused-empty': { kind: 'refused', part: 'session', holds: reason('empty') },
  'refused-out-of-service': { kind: 'refused', part: 'session', holds: reason('out-of-service') },
  'jam-stall-current': { kind: 'jam', part: 'session', holds: mode('stall-current') },
  'jam-stall-cam': { kind: 'jam', part: 'session', holds: mode('stall-cam') },
  'jam-hung-up': { kind: 'jam', part: 'session', holds: mode('hung-up') },
  'jam-misaligned': { kind: 'jam', part: 'session', holds: mode('misaligned') },
  'jam-double-feed': { kind: 'jam', part: 'session', holds: mode('double-feed') },
  'jam-blind-beam': { kind: 'jam', part: 'session', holds: mode('blind-beam') },
  'jam-chute-blocked': { kind: 'jam', part: 'session', holds: mode('chute-blocked') },
  'jam-interrupted': { kind: 'jam', part: 'session', holds: mode('interrupted') },
  'power-lost': { kind: 'power-lost', part: 'power' },
  'power-restored': { kind: 'power-restored', part: 'power' },
  'controller-reset': { kind: 'controller-reset', part: 'power' },
  'guard-stopped': { kind: 'guard-stopped', part: 'guard' },
  'guard-confirmed': { kind: 'guard-confirmed', part: 'guard' },
  'nobody-to-confirm': { kind: 'nobody-to-confirm', part: 'guard' },
  'tamper-alarm': { kind: 'tamper-alarm', part: 'guard' },
  'video-lost': { kind: 'video-lost', part: 'guard' },
  'video-restored': { kind: 'video-restored', part: 'guard' },
  'update-offered': { kind: 'update-offered', part: 'update' },
  'update-not-reached': { kind: 'update-not-reached', part: 'update' },
  'update-staged': { kind: 'update-staged', part: 'update' },
  'update-failed': { kind: 'update-failed', part: 'update' },
  'update-half-applied': { kind: 'update-half-applied', part: 'update' },
  'update-rolled-back': { kind: 'update-rolled-back', part: 'update' },
  'update-given-up': { kind: 'update-given-up', part: 'update' },
  'update-applied': { kind: 'update-applied', part: 'update' },
  'not-opened': { kind: 'not-opened', part: '' },
  'kept-away': { kind: 'kept-away', part: '' },
  'went-elsewhere': { kind: 'went-elsewhere', part: '' },
  'turned-away': { kind: 'turned-away', part: '' },
  'others-collected': { kind: 'others-collected', part: '' },
  'others-left': { kind: 'others-left', part: '' },
  'card-given': { kind: 'card-given', part: '' },
  seeks: { kind: 'seeks', part: 'participant' },
  assessed: { kind: 'saw', part: '', holds: (entry) => textOf(entry, 'what') === 'assessment' },
  'taken-on': { kind: 'taken-on', part: 'participant' },
  enrolled: { kind: 'enrolled', part: 'participant' },
  'registration-failed': { kind: 'registration-failed', part: 'participant' },
  registered: { kind: 'registered', part: 'participant' },
  'first-dose': { kind: 'first-dose', part: 'participant' },
  'left-for-pharmacy': { kind: 'left-for-pharmacy', part: 'participant' },
  'came-back': { kind: 'returned', part: 'participant' },
  'not-coming': { kind: 'not-coming', part: 'participant' },
  evicted: { kind: 'evicted', part: 'participant' },
  moved: { kind: 'moved', part: 'participant' },
  prescribed: { kind: 'prescribed', part: 'prescription' },
  lapsed: { kind: 'lapsed', part: 'prescription' },
  'no-cartridge': { kind: 'no-cartridge', part: 'lanes' },
  witnessed: { kind: 'witnessed', part: 'witness' },
  'refused-no-witness': { kind: 'refused', part: 'session', holds: (entry) => textOf(entry, 'reason') === 'no-witness' },
  'refused-lapsed': { kind: 'refused', part: 'session', holds: (entry) => textOf(entry, 'reason') === 'lapsed' },
  'site-was-closed': { kind: 'left-without', part: '', holds: (entry) => textOf(entry, 'cause') === 'site-closed' },
};

/** Whether an entry is what a word means. */
export function isEvent(word: EventWord, entry: TraceEntry, context: ExpectationContext): boolean {
  if (word === 'start') return false;
  const { kind, part, holds } = EVENTS[word];
  return entry.kind === kind && partOf(entry.source) === part && (holds?.(entry, context) ?? true);
}
