import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTrace } from '../record/test/arbitraryTrace.js';
import { entriesOf } from '../record/test/entriesOf.js';
import { MeasureFold } from './MeasureFold.js';
import type { Measures } from './Measures.js';
import { measuresSchema } from './measuresSchema.js';

const M = 'harbour-house-1';
const MIN_US = 60_000_000;
const MIN_MS = 60_000;

function measure(rows: Parameters<typeof entriesOf>[0], endMin: number): Measures {
  const fold = new MeasureFold();
  for (const entry of entriesOf(rows)) fold.add(entry);
  return fold.result(endMin * MIN_US);
}

describe('doses', () => {
  const due = { from_us: 0, to_us: 0 };

  it('each has one end: came and served, left without, did not come, still waiting, not yet come', () => {
    const { doses } = measure(
      [
        [0, 'P01', 'due', { window: 1, ...due }],
        [0, 'P02', 'due', { window: 1, ...due }],
        [0, 'P03', 'due', { window: 1, ...due }],
        [0, 'P04', 'due', { window: 1, ...due }],
        [0, 'P05', 'due', { window: 1, ...due }],
        [1, 'P01', 'came', { window: 1, in_window: true }],
        [2, 'P01', 'served', { window: 1, order: 1, waited_us: MIN_US }],
        [3, 'P02', 'came', { window: 1, in_window: true }],
        [9, 'P02', 'left-without', { window: 1, cause: 'jammed', waited_us: 6 * MIN_US }],
        [10, 'P03', 'did-not-come', { window: 1 }],
        [11, 'P04', 'came', { window: 1, in_window: false }],
      ],
      12,
    );
    expect(doses).toEqual({
      due: 5,
      didNotCome: 1,
      served: 1,
      leftWithout: 1,
      leftWithoutBy: [{ cause: 'jammed', count: 1 }],
      waiting: 1,
      notYetCome: 1,
      came: 3,
      cameInWindow: 2,
    });
  });

  it('who left without and came back is served; who was served stays so', () => {
    const { doses } = measure(
      [
        [0, 'P01', 'due', { window: 1, ...due }],
        [1, 'P01', 'came', { window: 1, in_window: true }],
        [2, 'P01', 'left-without', { window: 1, cause: 'line', waited_us: MIN_US }],
        [3, 'P01', 'came', { window: 1, in_window: true }],
        [4, 'P01', 'served', { window: 1, order: 1, waited_us: MIN_US }],
        [5, 'P01', 'came', { window: 1, in_window: true }],
        [6, 'P01', 'left-without', { window: 1, cause: 'too-soon', waited_us: MIN_US }],
      ],
      7,
    );
    expect(doses).toMatchObject({ due: 1, served: 1, leftWithout: 0, leftWithoutBy: [], waiting: 0, came: 3 });
  });

  it('who came before the window began and left counts as left without once it begins, and not before', () => {
    const early = [
      [1, 'P01', 'came', { window: 1, in_window: false }],
      [2, 'P01', 'left-without', { window: 1, cause: 'too-early', waited_us: MIN_US }],
    ] as const;
    expect(measure(early, 3).doses).toMatchObject({ due: 0, leftWithout: 0, came: 1 });
    expect(measure([...early, [5, 'P01', 'due', { window: 1, ...due }]], 6).doses).toMatchObject({ due: 1, leftWithout: 1 });
  });
});

describe('waiting', () => {
  it('tells median, 95th percentile and longest of those who were served, apart from those who left', () => {
    const rows = Array.from({ length: 20 }, (_, i) => {
      return [i, 'P01', 'served', { window: i, order: i, waited_us: (20 - i) * 1_000_999 }] as const;
    });
    const { waiting } = measure([...rows, [30, 'P02', 'left-without', { window: 1, cause: 'line', waited_us: 5_000 }]], 31);
    expect(waiting.served).toEqual({ count: 20, medianMs: 10_009, p95Ms: 19_018, longestMs: 20_019 });
    expect(waiting.leftWithout).toEqual({ count: 1, medianMs: 5, p95Ms: 5, longestMs: 5 });
    expect(measure([], 1).waiting.served).toEqual({ count: 0, medianMs: null, p95Ms: null, longestMs: null });
  });
});

describe('time in each state', () => {
  const rows = [
    [0, `${M}/session`, 'state', { is: 'inService.idle', on: 'start' }],
    [0, `${M}/cartridge-01`, 'state', { is: 'home', on: 'start' }],
    [0, `${M}/cartridge-02`, 'state', { is: 'home', on: 'start' }],
    [0, `${M}/palm`, 'state', { is: 'idle', on: 'start' }],
    [2, `${M}/session`, 'state', { is: 'inService.matching', on: 'PRESENTED' }],
    [2, `${M}/cartridge-01`, 'state', { is: 'turning', on: 'TURN' }],
    [3, `${M}/session`, 'state', { is: 'inService.matching', on: 'X', 'counter.tries': 1 }],
    [5, `${M}/session`, 'state', { is: 'inService.idle', on: 'GONE' }],
  ] as const;

  it('adds up to the run, a counter being no change, for sessions and cartridges that ever left home', () => {
    expect(measure(rows, 10).states).toEqual([
      {
        address: `${M}/cartridge-01`,
        times: [
          { state: 'home', ms: 2 * MIN_MS, entered: 1 },
          { state: 'turning', ms: 8 * MIN_MS, entered: 1 },
        ],
      },
      {
        address: `${M}/session`,
        times: [
          { state: 'inService.idle', ms: 7 * MIN_MS, entered: 2 },
          { state: 'inService.matching', ms: 3 * MIN_MS, entered: 1 },
        ],
      },
    ]);
  });
});

const AFTERNOON = [
  [1, `${M}/session`, 'jam', { person: 'P19', order: 4, cartridge: 19, mode: 'hung-up' }],
  [3, `${M}/ticket`, 'noticed', { cartridge: 19, mode: 'hung-up', by: 'person' }],
  [3, 'pharmacy', 'asked', { machine: M }],
  [4, 'pharmacy', 'answered', { machine: M, answer: 'busy', reason: 'busy', until_us: 0 }],
  [4, 'desk', 'asked', { machine: M }],
  [5, 'desk', 'answered', { machine: M, answer: 'closed', reason: 'hours', until_us: 900 }],
  [5, `${M}/ticket`, 'nobody-free', { cartridge: 19 }],
  [60, 'nurse', 'asked', { machine: M }],
  [61, 'nurse', 'answered', { machine: M, answer: 'coming', reason: '', until_us: 0 }],
  [62, 'nurse', 'set-off', { machine: M }],
  [73, 'nurse', 'on-site', { machine: M }],
  [74, `${M}/ticket`, 'door-opened', { by: 'nurse', role: 'nurse', key_holder: true }],
  [80, `${M}/ticket`, 'cleared', { cartridge: 19, how: 'by-hand' }],
  [85, 'nurse', 'went-home', { machine: M }],
] as const;

describe('jams', () => {
  it('are followed from the jam to the cleared cartridge', () => {
    expect(measure(AFTERNOON, 90).jams).toEqual([
      {
        machine: M,
        cartridge: 19,
        mode: 'hung-up',
        jammed_us: MIN_US,
        person: 'P19',
        noticed_us: 3 * MIN_US,
        noticedBy: 'person',
        nobodyFree_us: [5 * MIN_US],
        remoteRecoveries: [],
        doorOpened_us: 74 * MIN_US,
        doorOpenedBy: 'nurse',
        doorOpenedRole: 'nurse',
        cleared_us: 80 * MIN_US,
        clearedHow: 'by-hand',
        toNoticeMs: 2 * MIN_MS,
        toOpenMs: 73 * MIN_MS,
        toClearMs: 79 * MIN_MS,
      },
    ]);
  });

  it('a second jam of a cleared cartridge is another one; what the desk tried from afar belongs to the open one', () => {
    const { jams } = measure(
      [
        ...AFTERNOON,
        [100, `${M}/session`, 'jam', { person: 'P02', order: 5, cartridge: 19, mode: 'stall-cam' }],
        [101, 'desk', 'remote-recovery', { machine: M, cartridge: 19, freed: false }],
        [102, 'desk', 'remote-recovery', { machine: 'other-1', cartridge: 19, freed: true }],
      ],
      110,
    );
    expect(jams).toHaveLength(2);
    expect(jams[0]?.remoteRecoveries).toEqual([]);
    expect(jams[1]).toMatchObject({
      mode: 'stall-cam',
      cleared_us: null,
      remoteRecoveries: [{ at_us: 101 * MIN_US, by: 'desk', freed: false }],
    });
  });

  it('one that the ticket heard of at the same instant, before the session spoke, is one jam', () => {
    const { jams } = measure(
      [
        [1, `${M}/ticket`, 'noticed', { cartridge: 7, mode: 'hung-up', by: 'alert' }],
        [1, `${M}/session`, 'jam', { person: 'P07', order: 1, cartridge: 7, mode: 'hung-up' }],
      ],
      2,
    );
    expect(jams).toEqual([expect.objectContaining({ person: 'P07', noticedBy: 'alert', toNoticeMs: 0 })]);
  });
});

describe('calls', () => {
  it('tell who was asked when, what they answered, when they were there and for how long away', () => {
    const { calls } = measure(AFTERNOON, 90);
    expect(calls.map(({ contact }) => contact)).toEqual(['pharmacy', 'desk', 'nurse']);
    expect(calls[1]?.answers).toEqual([{ at_us: 5 * MIN_US, answer: 'closed', reason: 'hours', until_us: 900 }]);
    expect(calls[0]).toMatchObject({ setOff_us: null, onSite_us: null, toOnSiteMs: null, spentMs: 0 });
    expect(calls[2]).toMatchObject({ toAnswerMs: MIN_MS, toOnSiteMs: 13 * MIN_MS, spentMs: 23 * MIN_MS });
    expect(calls[2]?.answers[0]?.until_us).toBeNull();
  });

  it('asking again begins another call; a visit that is under way lasts to the end of the run', () => {
    const { calls } = measure(
      [
        [0, 'nurse', 'asked', { machine: M }],
        [1, 'nurse', 'answered', { machine: M, answer: 'busy', reason: '', until_us: 0 }],
        [10, 'nurse', 'asked', { machine: M }],
        [11, 'nurse', 'set-off', { machine: M }],
      ],
      20,
    );
    expect(calls.map(({ spentMs, answers }) => [spentMs, answers.length])).toEqual([
      [0, 1],
      [9 * MIN_MS, 0],
    ]);
  });
});

describe('spells in which nobody could help', () => {
  it('last from the whole chain asked until somebody sets out, with what each had answered', () => {
    expect(measure(AFTERNOON, 90).nobodyCouldHelp).toEqual([
      {
        machine: M,
        from_us: 5 * MIN_US,
        to_us: 61 * MIN_US,
        ms: 56 * MIN_MS,
        because: [
          { contact: 'pharmacy', answer: 'busy', reason: 'busy' },
          { contact: 'desk', answer: 'closed', reason: 'hours' },
        ],
      },
    ]);
  });

  it('a second round without success is the same spell, which lasts to the end of the run if nobody comes', () => {
    const rows = [...AFTERNOON.slice(0, 7), [30, `${M}/ticket`, 'nobody-free', { cartridge: 19 }]] as const;
    expect(measure(rows, 45).nobodyCouldHelp).toEqual([expect.objectContaining({ to_us: null, ms: 40 * MIN_MS })]);
  });
});

describe('orders, counts and palms', () => {
  it('H6 counts each order once, and what begins again apart', () => {
    const phase = (order: number, name: string) =>
      [order, `${M}/mailbox`, 'phase', { order, cartridge: 1, phase: name }] as const;
    const { orders } = measure(
      [
        phase(1, 'moving'),
        phase(1, 'dropped'),
        phase(2, 'moving'),
        phase(2, 'moving'),
        phase(2, 'jammed'),
        phase(3, 'refused'),
        [9, 'harbour-house-2/mailbox', 'phase', { order: 1, cartridge: 1, phase: 'moving' }],
      ],
      10,
    );
    expect(orders).toEqual({ begun: 3, dropped: 1, recovered: 0, jammed: 1, refused: 1, begunTwice: 1 });
  });

  it('H7 keeps the latest count of each cartridge, in order', () => {
    const count = (min: number, cartridge: number, dispensed: number) =>
      [
        min,
        `${M}/inventory`,
        'count',
        { cartridge, loaded: 14, dispensed, rejected: 0, remaining: 14 - dispensed, unknown: 0, why: 'dropped' },
      ] as const;
    const { counts } = measure([count(0, 10, 0), count(0, 2, 0), count(5, 10, 1)], 9);
    expect(counts.map(({ cartridge, dispensed, counted_us }) => [cartridge, dispensed, counted_us])).toEqual([
      [2, 0, 0],
      [10, 1, 5 * MIN_US],
    ]);
  });

  it('tells palm attempts by their results', () => {
    const attempt = (result: string, quality: string) => [0, `${M}/palm`, 'attempt', { person: 'P01', result, quality }] as const;
    const { palm } = measure(
      [
        attempt('matched', 'good'),
        attempt('not-matched', 'good'),
        attempt('not-matched', 'poor'),
        attempt('failed-to-acquire', 'poor'),
        [1, `${M}/palm`, 'locked-out', { person: 'P01' }],
        [2, `${M}/override`, 'override', { person: 'P01', first: 'staff', second: 'nurse' }],
      ],
      3,
    );
    expect(palm).toEqual({
      attempts: 4,
      matched: 1,
      notMatched: 2,
      failedToAcquire: 1,
      poorQuality: 2,
      lockedOut: 1,
      overrides: 1,
    });
  });
});

describe('any trace', () => {
  it('folded in pieces, with results asked for between, comes to the same as folded at once', () => {
    fc.assert(
      fc.property(arbitraryTrace, fc.nat(), (entries, cut) => {
        const atOnce = new MeasureFold();
        for (const entry of entries) atOnce.add(entry);
        const inPieces = new MeasureFold();
        const end_us = entries.at(-1)?.t_us ?? 0;
        const at = cut % entries.length;
        for (const entry of entries.slice(0, at)) inPieces.add(entry);
        const between = inPieces.result(end_us);
        const frozen = JSON.stringify(between);
        for (const entry of entries.slice(at)) {
          inPieces.add(entry);
          inPieces.result(entry.t_us);
        }
        expect(inPieces.result(end_us)).toEqual(atOnce.result(end_us));
        expect(JSON.stringify(between)).toBe(frozen);
      }),
    );
  });

  it('gives measures of the promised shape, in which every dose has one end', () => {
    fc.assert(
      fc.property(arbitraryTrace, (entries) => {
        const fold = new MeasureFold();
        for (const entry of entries) fold.add(entry);
        const measures = fold.result(entries.at(-1)?.t_us ?? 0);
        const { due, didNotCome, served, leftWithout, waiting, notYetCome, leftWithoutBy } = measures.doses;
        expect(didNotCome + served + leftWithout + waiting + notYetCome).toBe(due);
        expect(leftWithoutBy.reduce((sum, { count }) => sum + count, 0)).toBe(leftWithout);
        expect(measuresSchema.parse(JSON.parse(JSON.stringify(measures)))).toEqual(measures);
      }),
    );
  });
});
