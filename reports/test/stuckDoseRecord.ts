import type { CallMeasures, ExpectationResult, Measures, RecordEnd, RecordHeader, RunRecord } from '@dosetwin/scenarios';
import type { Level, Payload, TraceEntry } from '@dosetwin/twin';

/** Microseconds since the scenario's start at noon. */
export function at(hours: number, minutes: number, seconds = 0): number {
  return ((hours - 12) * 3600 + minutes * 60 + seconds) * 1_000_000;
}

const entry = (t_us: number, level: Level, source: string, kind: string, payload: Payload = {}): TraceEntry => ({
  t_us,
  level,
  source,
  kind,
  payload,
});
const answered = (t_us: number, who: string, answer: string, reason: string, until_us: number): TraceEntry =>
  entry(t_us, 3, who, 'answered', { machine: 'harbour-house-1', answer, reason, until_us });

/** An afternoon written by hand after SPEC's table: enough for every section of a report, independent of any run. */
const entries: readonly TraceEntry[] = [
  entry(at(13, 0), 3, 'P19', 'due', { window: 0, from_us: at(13, 0), to_us: at(17, 0) }),
  entry(at(13, 10), 3, 'P04', 'came', { window: 0, in_window: true }),
  entry(at(13, 10, 41), 3, 'P04', 'served', { window: 0, order: 3, waited_us: 41_000_000 }),
  entry(at(14, 5), 0, 'harbour-house-1/mechanism', 'fault', { cause: 'hang-up', cartridge: 19 }),
  entry(at(14, 7, 12), 3, 'P19', 'came', { window: 0, in_window: true }),
  entry(at(14, 7, 16), 2, 'harbour-house-1/hinge', 'command', { name: 'vend', order: 9, cartridge: 19 }),
  entry(at(14, 7, 21), 2, 'harbour-house-1/session', 'jam', { person: 'P19', order: 9, cartridge: 19, mode: 'hung-up' }),
  entry(at(14, 7, 25), 2, 'harbour-house-1/hinge', 'command', { name: 'recover', order: 10, cartridge: 19 }),
  entry(at(14, 8, 2), 3, 'harbour-house-1/ticket', 'noticed', { cartridge: 19, mode: 'hung-up', by: 'person' }),
  entry(at(14, 9, 2), 3, 'pharmacy', 'asked', { machine: 'harbour-house-1' }),
  answered(at(14, 10), 'pharmacy', 'busy', 'busy', at(18, 0)),
  entry(at(14, 12), 3, 'nurse', 'asked', { machine: 'harbour-house-1' }),
  answered(at(14, 13), 'nurse', 'comes-when-free', 'outreach', at(16, 30)),
  entry(at(14, 15), 3, 'desk', 'asked', { machine: 'harbour-house-1' }),
  answered(at(14, 15, 30), 'desk', 'closed', 'closed', at(28, 30)),
  entry(at(14, 15, 30), 3, 'harbour-house-1/ticket', 'nobody-free', { cartridge: 19 }),
  entry(at(14, 52), 3, 'P19', 'left-without', { window: 0, cause: 'jammed', waited_us: at(14, 52) - at(14, 7, 12) }),
  entry(at(16, 30), 3, 'nurse', 'set-off', { machine: 'harbour-house-1' }),
  entry(at(16, 41), 3, 'nurse', 'on-site', { machine: 'harbour-house-1' }),
  entry(at(16, 52), 2, 'harbour-house-1/hinge', 'signal', { name: 'door-opened', boot: 1, sequence: 88, tick: 17_520_000 }),
  entry(at(16, 52), 3, 'harbour-house-1/ticket', 'door-opened', { by: 'nurse', role: 'nurse', key_holder: true }),
  entry(at(16, 57), 2, 'harbour-house-1/inventory', 'signed', { cartridge: 19, found: 9, first: 'nurse', second: 'staff' }),
  entry(at(16, 58), 3, 'harbour-house-1/ticket', 'cleared', { cartridge: 19, how: 'by-hand' }),
];

const header: RecordHeader = {
  format: 'dosetwin-record',
  version: 1,
  scenario: 'stuck-dose-no-key',
  variant: null,
  title: 'Stuck dose, no key',
  source: '',
  seed: 41207,
  length_us: at(18, 0),
  epoch_us: Date.UTC(2021, 8, 14, 19) * 1000,
  zones: { 'harbour-house': 'America/Vancouver' },
  controllers: { 'harbour-house-1': 'model' },
  parameters: [{ machine: null, block: 'support', name: 'remoteFixShare', value: 0.35 }],
  versions: { dosetwin: '0.1.0', zoneData: '2026f' },
};

const call = (
  contact: string,
  asked_us: number,
  answer: CallMeasures['answers'][number],
  more: Partial<CallMeasures> = {},
): CallMeasures => ({
  contact,
  machine: 'harbour-house-1',
  asked_us,
  answers: [answer],
  setOff_us: null,
  onSite_us: null,
  wentHome_us: null,
  toAnswerMs: 60_000,
  toOnSiteMs: null,
  spentMs: 0,
  ...more,
});

const measures: Measures = {
  end_us: at(18, 0),
  doses: {
    due: 30,
    didNotCome: 3,
    served: 26,
    leftWithout: 1,
    leftWithoutBy: [{ cause: 'jammed', count: 1 }],
    waiting: 0,
    notYetCome: 0,
    came: 27,
    cameInWindow: 27,
  },
  waiting: {
    served: { count: 26, medianMs: 11_200, p95Ms: 48_000, longestMs: 71_000 },
    leftWithout: { count: 1, medianMs: 2_688_000, p95Ms: 2_688_000, longestMs: 2_688_000 },
  },
  states: [
    {
      address: 'harbour-house-1/cartridge-19',
      times: [
        { state: 'home', ms: 11_400_000, entered: 3 },
        { state: 'moving.coil.turning,moving.current.normal', ms: 6_000, entered: 2 },
        { state: 'moving.coil.halfTurn.turning,moving.current.normal', ms: 4_200, entered: 3 },
        { state: 'lockedOut', ms: 10_239_000, entered: 1 },
      ],
    },
    {
      address: 'harbour-house-1/session',
      times: [
        { state: 'idle', ms: 20_900_000, entered: 28 },
        { state: 'matching', ms: 80_000, entered: 27 },
        { state: 'dispensing', ms: 250_000, entered: 27 },
      ],
    },
  ],
  jams: [
    {
      machine: 'harbour-house-1',
      cartridge: 19,
      mode: 'hung-up',
      jammed_us: at(14, 7, 21),
      person: 'P19',
      noticed_us: at(14, 8, 2),
      noticedBy: 'person',
      nobodyFree_us: [at(14, 15, 30)],
      remoteRecoveries: [],
      doorOpened_us: at(16, 52),
      doorOpenedBy: 'nurse',
      doorOpenedRole: 'nurse',
      cleared_us: at(16, 58),
      clearedHow: 'by-hand',
      toNoticeMs: 41_000,
      toOpenMs: 9_879_000,
      toClearMs: 10_239_000,
    },
  ],
  calls: [
    call('pharmacy', at(14, 9, 2), { at_us: at(14, 10), answer: 'busy', reason: 'busy', until_us: at(18, 0) }),
    call(
      'nurse',
      at(14, 12),
      { at_us: at(14, 13), answer: 'comes-when-free', reason: 'outreach', until_us: at(16, 30) },
      { setOff_us: at(16, 30), onSite_us: at(16, 41) },
    ),
    call('desk', at(14, 15), { at_us: at(14, 15, 30), answer: 'closed', reason: 'closed', until_us: at(28, 30) }),
  ],
  orders: { begun: 28, dropped: 26, recovered: 0, jammed: 1, refused: 0, begunTwice: 0 },
  counts: [
    {
      machine: 'harbour-house-1',
      cartridge: 4,
      counted_us: at(13, 10),
      loaded: 14,
      dispensed: 1,
      rejected: 0,
      remaining: 13,
      unknown: 0,
    },
    {
      machine: 'harbour-house-1',
      cartridge: 19,
      counted_us: at(14, 8),
      loaded: 14,
      dispensed: 5,
      rejected: 0,
      remaining: 8,
      unknown: 1,
    },
  ],
  palm: { attempts: 28, matched: 27, notMatched: 1, failedToAcquire: 0, poorQuality: 1, lockedOut: 0, overrides: 0 },
  nobodyCouldHelp: [
    {
      machine: 'harbour-house-1',
      from_us: at(14, 15, 30),
      to_us: at(16, 30),
      ms: 8_070_000,
      because: [
        { contact: 'pharmacy', answer: 'busy', reason: 'busy' },
        { contact: 'nurse', answer: 'comes-when-free', reason: 'outreach' },
        { contact: 'desk', answer: 'closed', reason: 'closed' },
      ],
    },
  ],
};

const expectations: readonly ExpectationResult[] = [
  {
    expectation: { kind: 'never', event: 'order-begins-twice' },
    verdict: 'held',
    says: 'Never: an order begins twice',
    found: '28 orders, none of them twice',
    evidence: [],
    share: null,
  },
  {
    expectation: {
      kind: 'shows',
      after: 'jam',
      at: 'harbour-house-1',
      within_us: 3 * 3_600_000_000,
      see: 'door-opened',
      by: 'key-holder',
    },
    verdict: 'held',
    says: 'Within 3 h of the first jam at harbour-house-1: door opened by a key holder',
    found: 'door opened by nurse 2 h 45 min after the jam',
    evidence: [6, 20],
    share: null,
  },
  {
    expectation: { kind: 'shows', after: 'jam', at: 'harbour-house-1', within_us: 5 * 60_000_000, see: 'desk-closed', by: null },
    verdict: 'failed',
    says: 'Within 5 min of the first jam at harbour-house-1: the desk is closed',
    found: 'the desk answered 8 min after the jam',
    evidence: [6, 14],
    share: null,
  },
  {
    expectation: { kind: 'target', of: 'came-in-window', see: 'dose-given', within_us: 600_000_000, atLeast_millionths: 950_000 },
    verdict: 'met',
    says: 'Target: of those who came in their window, 95 % had their dose within 10 min',
    found: '26 of 27, 96.3 %',
    evidence: [16],
    share: { reached: 26, of: 27, undecided: 0 },
  },
];

const end: RecordEnd = {
  digest: '9f3c1e07a4b2c8d95e6f70812a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d',
  controllerDigest: '1b2c3d4e5f60718293a4b5c6d7e8f9010203040506070809aabbccddeeff0011',
  entries: entries.length,
  outcome: 'failed',
  expectations,
  measures,
};

export const stuckDoseRecord: RunRecord & { readonly end: RecordEnd } = { header, entries, end, altered: [] };
