import type { WorldSpec } from '@dosetwin/twin';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_WORDS, type EventWord, NEVER_WORDS, type NeverWord } from '../format/expectationWords.js';
import { arbitraryTrace } from '../record/test/arbitraryTrace.js';
import { entriesOf } from '../record/test/entriesOf.js';
import type { Expectation, ExpectationResult } from './Expectation.js';
import { expectationContext } from './ExpectationContext.js';
import { ExpectationFold } from './ExpectationFold.js';
import { EVENT_PHRASES } from './eventPhrases.js';
import { EVENTS, isEvent } from './events.js';
import { INVARIANTS } from './invariants.js';

const M = 'harbour-house-1';
const MIN_US = 60_000_000;
const H_US = 60 * MIN_US;
type Rows = Parameters<typeof entriesOf>[0];

const closed = { days: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }, holidays: null };
const person = (id: string, cartridge: number): WorldSpec['people'][number] => ({
  id,
  machine: M,
  cartridge,
  windows: [{ fromMin: 13 * 60, toMin: 17 * 60 }],
  minIntervalMin: 120,
  dailyCap: 1,
  arrival: { kind: 'habit', attendance: 1 },
  hands: { cold: false, lotionOrDust: false },
  falseNonMatchRate: null,
});
const contact = (id: string, role: WorldSpec['contacts'][number]['role'], hasKey: boolean): WorldSpec['contacts'][number] => ({
  id,
  role,
  zone: 'America/Vancouver',
  province: 'BC',
  hours: closed,
  busy: [],
  hasKey,
  whenBusy: 'declines',
  travelMin: null,
  remote: 'none',
});
/** Tuesday 14 September 2021, noon in Vancouver. */
const WORLD: WorldSpec = {
  epoch_us: Date.UTC(2021, 8, 14, 19) * 1000,
  length_us: 24 * H_US,
  sites: [
    {
      id: 'harbour-house',
      zone: 'America/Vancouver',
      province: 'BC',
      setting: 'housing',
      hours: closed,
      staff: closed,
      chain: [],
      overrideBy: [],
    },
  ],
  machines: [{ id: M, site: 'harbour-house', cartridges: 48, loaded: [], parameters: {} }],
  people: [person('P01', 1), person('P02', 2)],
  contacts: [contact('desk', 'desk', false), contact('nurse', 'nurse', true), contact('pharmacy', 'pharmacist', true)],
  faults: [],
  parameters: {},
};
const CONTEXT = expectationContext(WORLD);

function judge(expectation: Expectation, rows: Rows, endMin: number): ExpectationResult {
  const fold = new ExpectationFold([expectation], CONTEXT);
  for (const entry of entriesOf(rows)) fold.add(entry);
  return fold.result(endMin * MIN_US).results[0] as ExpectationResult;
}

describe('the words', () => {
  it('are the same in the list that scenarios know, in the table of entries and in the phrases', () => {
    expect(['start', ...Object.keys(EVENTS)].sort()).toEqual(Object.keys(EVENT_WORDS).sort());
    expect(Object.keys(EVENT_PHRASES).sort()).toEqual(Object.keys(EVENT_WORDS).sort());
    expect(Object.keys(INVARIANTS).sort()).toEqual(Object.keys(NEVER_WORDS).sort());
  });

  it('name in their texts the source and the kind of the entry that they mean', () => {
    const sources: Record<string, string> = { hinge: 'signal', '': 'person|contact|desk|a desk|prescriber|site' };
    for (const [word, { part, kind }] of Object.entries(EVENTS)) {
      const told = kind === 'signal' ? word : kind;
      expect(EVENT_WORDS[word as EventWord], word).toMatch(new RegExp(`\\((${sources[part] ?? part}): ${told}\\b[^)]*\\)$`));
    }
  });

  it.each<[EventWord, Rows[number], Rows[number]]>([
    ['desk-closed', [0, 'desk', 'answered', { answer: 'closed' }], [0, 'pharmacy', 'answered', { answer: 'closed' }]],
    ['desk-closed', [0, 'desk', 'answered', { answer: 'closed' }], [0, 'desk', 'answered', { answer: 'offline' }]],
    ['contact-busy', [0, 'nurse', 'answered', { answer: 'busy' }], [0, 'nurse', 'answered', { answer: 'comes-when-free' }]],
    ['recovered', [0, `${M}/hinge`, 'signal', { name: 'recovered' }], [0, `${M}/hinge`, 'signal', { name: 'dropped' }]],
    [
      'not-recognised',
      [0, `${M}/palm`, 'attempt', { result: 'not-matched' }],
      [0, `${M}/palm`, 'attempt', { result: 'matched' }],
    ],
    ['remote-recovery-failed', [0, 'desk', 'remote-recovery', { freed: false }], [0, 'desk', 'remote-recovery', { freed: true }]],
    ['cleared-remotely', [0, `${M}/ticket`, 'cleared', { how: 'remotely' }], [0, `${M}/ticket`, 'cleared', { how: 'by-hand' }]],
    ['cleared-by-hand', [0, `${M}/ticket`, 'cleared', { how: 'by-hand' }], [0, `${M}/ticket`, 'cleared', { how: 'remotely' }]],
    ['cleared', [0, `${M}/ticket`, 'cleared', { how: 'remotely' }], [0, `${M}/hinge`, 'cleared', {}]],
    ['refused', [0, `${M}/session`, 'refused', { reason: 'empty' }], [0, `${M}/mailbox`, 'refused', {}]],
  ])('%s means %j and not %j', (word, yes, no) => {
    const [entry, other] = entriesOf([yes, no]);
    expect([isEvent(word, entry!, CONTEXT), isEvent(word, other!, CONTEXT)]).toEqual([true, false]);
  });
});

describe('shows', () => {
  const shows = { kind: 'shows', after: 'jam', at: M, within_us: 3 * H_US, see: 'door-opened', by: 'key-holder' } as const;
  const jam = [5, `${M}/session`, 'jam', { person: 'P01', order: 1, cartridge: 1, mode: 'hung-up' }] as const;
  const door = (min: number, by: string, key_holder: boolean) =>
    [min, `${M}/ticket`, 'door-opened', { by, role: by, key_holder }] as const;

  it('holds when it is seen in time, with the entries that show it, in a sentence', () => {
    expect(judge(shows, [[0, 'P01', 'came', {}], jam, door(170, 'nurse', true)], 200)).toEqual({
      expectation: shows,
      verdict: 'held',
      says: `Within 3 h of the first jam at ${M}: door opened by a key holder`,
      found: 'the nurse opened the door 2 h 45 min after the jam',
      evidence: [1, 2],
      share: null,
    });
  });

  it('holds at the last instant and fails one microsecond after it', () => {
    expect(judge(shows, [jam, door(185, 'nurse', true)], 400).verdict).toBe('held');
    const late = judge(shows, [jam, door(185 + 1 / 60_000_000, 'nurse', true)], 400);
    expect(late.verdict).toBe('failed');
    expect(late.found).toBe('the nurse opened the door 3 h after the jam, later than the 3 h expected');
  });

  it('fails with its reason when there was nothing to count from', () => {
    const result = judge(shows, [door(3, 'nurse', true)], 200);
    expect(result).toMatchObject({ verdict: 'failed', evidence: [] });
    expect(result.found).toBe(`nothing to count from, since this did not happen at ${M}: a jam`);
  });

  it('fails when it was not seen, or the run ended before, or somebody without a key did it', () => {
    expect(judge(shows, [jam], 400).found).toBe('not seen: door opened by a key holder, within 3 h of the jam');
    expect(judge(shows, [jam], 65).found).toBe('not seen: door opened by a key holder, until the run ended, 1 h after the jam');
    const another = judge(shows, [jam, door(15, 'staff', false)], 400);
    expect(another).toMatchObject({ verdict: 'failed', evidence: [0, 1] });
    expect(another.found).toBe(
      'not seen: door opened by a key holder, within 3 h of the jam; a member of staff opened the door 10 min after the jam',
    );
  });

  it('counts from the first jam, and sees nothing that was before it or at another machine', () => {
    expect(judge(shows, [door(1, 'nurse', true), jam, [...jam], door(186, 'nurse', true)], 400).verdict).toBe('failed');
    const elsewhere = [6, 'other-1/ticket', 'door-opened', { by: 'nurse', role: 'nurse', key_holder: true }] as const;
    expect(judge(shows, [jam, elsewhere], 400).verdict).toBe('failed');
    expect(judge({ ...shows, at: null }, [jam, elsewhere], 400).verdict).toBe('held');
    expect(judge({ ...shows, at: 'harbour-house' }, [jam, door(6, 'nurse', true)], 400).verdict).toBe('held');
  });

  it('from the start counts from 0, and by a role or a name', () => {
    const closedDesk = { ...shows, after: 'start', see: 'desk-closed', by: null } as const;
    const answered = [30, 'desk', 'answered', { machine: M, answer: 'closed', reason: 'hours', until_us: 0 }] as const;
    expect(judge(closedDesk, [answered], 400)).toMatchObject({
      verdict: 'held',
      says: `Within 3 h of the start at ${M}: desk found closed`,
      found: 'the desk was found closed 30 min after the start',
      evidence: [0],
    });
    const byRole = { ...shows, see: 'set-off', by: 'nurse' } as const;
    expect(judge(byRole, [jam, [6, 'pharmacy', 'set-off', { machine: M }]], 400).verdict).toBe('failed');
    expect(judge({ ...byRole, by: 'pharmacist' }, [jam, [6, 'pharmacy', 'set-off', { machine: M }]], 400).verdict).toBe('held');
    expect(judge({ ...byRole, by: 'key-holder' }, [jam, [6, 'desk', 'set-off', { machine: M }]], 400).verdict).toBe('failed');
  });
});

describe('target', () => {
  const target = {
    kind: 'target',
    of: 'came-in-window',
    see: 'dose-given',
    within_us: 10 * MIN_US,
    atLeast_millionths: 500_000,
  } as const;
  const came = (min: number, who: string, in_window = true) => [min, who, 'came', { window: 1, in_window }] as const;
  const given = (min: number, who: string) =>
    [min, `${M}/session`, 'dose-given', { person: who, order: min, cartridge: 1 }] as const;

  it('is met by the share that was reached, with those who were not as evidence', () => {
    const result = judge(target, [came(0, 'P01'), came(1, 'P02'), given(5, 'P01'), given(12, 'P02')], 60);
    expect(result).toEqual({
      expectation: target,
      verdict: 'met',
      says: 'At least 50 % of visits inside a window: dose given within 10 min',
      found: '1 of 2 visits inside a window (50 %); not P02',
      evidence: [1],
      share: { reached: 1, of: 2, undecided: 0 },
    });
    expect(judge({ ...target, atLeast_millionths: 500_001 }, [came(0, 'P01'), came(1, 'P02'), given(5, 'P01')], 60).verdict).toBe(
      'missed',
    );
  });

  it('counts the last instant in, visits outside a window only where asked, and nobody twice', () => {
    expect(judge(target, [came(0, 'P01'), given(10, 'P01')], 60).share?.reached).toBe(1);
    const rows = [came(0, 'P01', false), came(1, 'P02'), given(2, 'P02')];
    expect(judge(target, rows, 60).share).toEqual({ reached: 1, of: 1, undecided: 0 });
    expect(judge({ ...target, of: 'came' }, rows, 60).share).toEqual({ reached: 1, of: 2, undecided: 0 });
    expect(judge({ ...target, of: 'due' }, [[0, 'P01', 'due', { window: 1 }], given(3, 'P01')], 60).share?.reached).toBe(1);
  });

  it('does not judge whose time was not over when the run ended; nobody at all is no miss', () => {
    const result = judge(target, [came(0, 'P01'), came(55, 'P02')], 60);
    expect(result).toMatchObject({ verdict: 'missed', share: { reached: 0, of: 1, undecided: 1 } });
    expect(result.found).toBe('0 of 1 visit inside a window (0 %); not P01; 1 not over when the run ended, and not counted');
    expect(judge(target, [], 60)).toMatchObject({ verdict: 'met', found: 'nobody came inside a window' });
  });

  it('decides nothing about the outcome', () => {
    const fold = new ExpectationFold([{ ...target, atLeast_millionths: 1_000_000 }], CONTEXT);
    for (const entry of entriesOf([came(0, 'P01')])) fold.add(entry);
    expect(fold.result(H_US)).toMatchObject({ outcome: 'held', results: [{ verdict: 'missed' }] });
  });
});

describe('never', () => {
  const phase = (min: number, order: number, machine = M) =>
    [min, `${machine}/mailbox`, 'phase', { order, cartridge: 1, phase: 'moving' }] as const;
  const moving = (min: number, order: number, sequence: number) =>
    [min, `${M}/hinge`, 'signal', { name: 'moving', order, cartridge: 1, boot: 1, sequence, tick: 1 }] as const;
  const count = (min: number, fields: Record<string, number>) =>
    [
      min,
      `${M}/inventory`,
      'count',
      { cartridge: 1, loaded: 14, dispensed: 0, rejected: 0, remaining: 14, unknown: 0, ...fields },
    ] as const;
  const signed = (min: number, first: string, second: string) =>
    [min, `${M}/inventory`, 'signed', { cartridge: 1, found: 13, first, second }] as const;
  const drive = (min: number, on: boolean) =>
    [min, `${M}/mechanism`, 'drive', { cartridge: 1, on, coil_mdeg: 0, speed_mdeg_s: 0 }] as const;
  const door = (min: number, open: boolean) => [min, `${M}/mechanism`, 'door', { open }] as const;
  const override = (first: string, second: string) => [0, `${M}/override`, 'override', { person: 'P01', first, second }] as const;
  /** Minutes since noon. */
  const dose = (min: number, order: number, who = 'P01', cartridge = 1): Rows => [
    [min, `${M}/session`, 'authorised', { person: who, order, cartridge }],
    [min + 0.1, `${M}/session`, 'dose-given', { person: who, order, cartridge }],
  ];
  const flapStuck = (min: number, order: number) =>
    [min, `${M}/session`, 'jam', { person: 'P01', order, cartridge: 1, mode: 'chute-blocked' }] as const;
  const notTaken = (min: number, order: number) => [min, `${M}/session`, 'dose-not-taken', { person: 'P01', order }] as const;
  const day = 24 * 60;

  it.each<[NeverWord, string, Rows, string]>([
    [
      'order-begins-twice',
      'of two machines, one signal told twice',
      [phase(0, 1), moving(0, 1, 5), moving(1, 1, 5), phase(2, 1, 'other-1'), phase(3, 2)],
      '3 orders began, none twice',
    ],
    [
      'count-out-of-balance',
      'with everything somewhere',
      [count(0, {}), count(1, { remaining: 10, dispensed: 1, rejected: 2, unknown: 1 })],
      '2 counts looked at, all in balance',
    ],
    [
      'unsigned-count',
      'signed by two',
      [count(0, { unknown: 1 }), signed(1, 'nurse', 'staff'), count(1, {})],
      '1 signed count, and unknown fell by nothing else',
    ],
    [
      'motor-with-door-open',
      'cut in time, and turning again behind a shut door',
      [drive(0, true), door(1, true), drive(1 + 1 / 60_000, false), door(2, false), drive(3, true), drive(9, false)],
      'the door was opened once, no motor turning',
    ],
    ['override-by-one', 'by two', [override('staff', 'nurse')], '1 override, each by two people'],
    [
      'dose-outside-window',
      'authorised in the last minute',
      [...dose(60, 1), ...dose(299.95, 2, 'P02', 2)],
      '2 doses given, each inside a window',
    ],
    [
      'dose-too-early',
      'two hours apart, and anew after the flap stuck or nobody took',
      [...dose(60, 1), flapStuck(61, 1), ...dose(70, 2), notTaken(71, 2), ...dose(80, 3), ...dose(200, 4)],
      '4 doses given, none too early',
    ],
    [
      'dose-over-daily-cap',
      'one a day, and anew after the flap stuck or nobody took',
      [...dose(60, 1), flapStuck(61, 1), ...dose(70, 2), notTaken(71, 2), ...dose(80, 3), ...dose(60 + day, 4)],
      '4 doses given, no day over its cap',
    ],
    [
      'dose-to-another',
      'from the own cartridge',
      [...dose(60, 1), ...dose(61, 2, 'P02', 2)],
      "2 doses given, each from the person's own cartridge",
    ],
  ])('%s: %s is held, and says what was looked at', (event, _, rows, found) => {
    expect(judge({ kind: 'never', event }, rows, 2 * day)).toMatchObject({ verdict: 'held', found, evidence: [] });
  });

  it.each<[NeverWord, Rows, string, number[]]>([
    ['order-begins-twice', [phase(0, 1), phase(1, 2), phase(2, 1)], `order 1 of ${M} began its motion again`, [0, 2]],
    [
      'count-out-of-balance',
      [count(0, { remaining: 13 })],
      `cartridge 1 of ${M}: 14 loaded, but 0 dispensed + 0 rejected + 13 remaining + 0 unknown`,
      [0],
    ],
    ['count-out-of-balance', [count(0, { remaining: 15, unknown: -1 })], `cartridge 1 of ${M}: unknown is -1`, [0]],
    [
      'unsigned-count',
      [count(0, { unknown: 1 }), count(1, {})],
      'cartridge 1: unknown fell from 1 to 0 without a count signed by two people',
      [0, 1],
    ],
    [
      'unsigned-count',
      [count(0, { unknown: 1 }), signed(1, 'nurse', 'nurse'), count(1, {})],
      'cartridge 1: unknown fell from 1 to 0 without a count signed by two people',
      [0, 2],
    ],
    [
      'motor-with-door-open',
      [door(0, true), drive(1, true)],
      `the motor of cartridge 1 of ${M} began to turn while the door was open`,
      [0, 1],
    ],
    [
      'motor-with-door-open',
      [drive(0, true), door(1, true), [2, 'P01', 'came', {}]],
      `the motor of cartridge 1 of ${M} turned on after the door was opened`,
      [0, 1],
    ],
    ['override-by-one', [override('staff', 'staff')], 'the override for P01 names staff and staff', [0]],
    ['override-by-one', [override('staff', '')], 'the override for P01 names staff and nobody', [0]],
    ['override-by-one', [override('staff', 'P01')], 'the override for P01 names staff and P01', [0]],
    ['dose-outside-window', dose(59.99, 1), `order 1 of ${M} was given to P01 outside every window`, [0, 1]],
    ['dose-outside-window', dose(300, 1), `order 1 of ${M} was given to P01 outside every window`, [0, 1]],
    [
      'dose-too-early',
      [...dose(60, 1), ...dose(179, 2)],
      'P01 was given a dose 1 h 59 min after the last, before 2 h had passed',
      [0, 1, 2, 3],
    ],
    [
      'dose-over-daily-cap',
      [...dose(60, 1), ...dose(200, 2)],
      'P01 was given 2 packages in a day; the daily cap is 1',
      [0, 1, 2, 3],
    ],
    ['dose-to-another', dose(60, 1, 'P01', 2), `P01 was given a package from cartridge 2 of ${M}, which is P02's`, [0, 1]],
  ])('%s fails on %j', (event, rows, found, evidence) => {
    const fold = new ExpectationFold([{ kind: 'never', event }], CONTEXT);
    for (const entry of entriesOf(rows)) fold.add(entry);
    expect(fold.result(2 * day * MIN_US)).toMatchObject({ outcome: 'failed', results: [{ verdict: 'failed', found, evidence }] });
  });

  it('tells the first breach and how many more there are', () => {
    const result = judge({ kind: 'never', event: 'order-begins-twice' }, [phase(0, 1), phase(1, 1), phase(2, 1), phase(3, 1)], 9);
    expect(result).toMatchObject({
      found: `order 1 of ${M} began its motion again; 2 more such entries`,
      evidence: [0, 1, 2, 3],
    });
  });
});

describe('any trace', () => {
  const all: Expectation[] = [
    ...(Object.keys(NEVER_WORDS) as NeverWord[]).map((event) => ({ kind: 'never', event }) as const),
    ...(Object.keys(EVENT_WORDS) as EventWord[])
      .filter((see) => see !== 'start')
      .map((see) => ({ kind: 'shows', after: 'start', at: null, within_us: H_US, see, by: null }) as const),
    { kind: 'target', of: 'came', see: 'dose-given', within_us: H_US, atLeast_millionths: 900_000 },
  ];

  it('judged in pieces is judged the same as at once, with evidence that exists', () => {
    fc.assert(
      fc.property(arbitraryTrace, (entries) => {
        const atOnce = new ExpectationFold(all, CONTEXT);
        const inPieces = new ExpectationFold(all, CONTEXT);
        for (const entry of entries) atOnce.add(entry);
        for (const entry of entries) {
          inPieces.add(entry);
          inPieces.result(entry.t_us);
        }
        const end_us = entries.at(-1)?.t_us ?? 0;
        const { outcome, results } = atOnce.result(end_us);
        expect(inPieces.result(end_us)).toEqual({ outcome, results });
        expect(outcome).toBe(results.some(({ verdict }) => verdict === 'failed') ? 'failed' : 'held');
        for (const { evidence } of results) {
          expect(evidence).toEqual([...new Set(evidence)].sort((a, b) => a - b));
          expect(evidence.every((index) => entries[index] !== undefined)).toBe(true);
        }
      }),
    );
  });
});
