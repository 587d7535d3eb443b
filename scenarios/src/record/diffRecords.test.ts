import type { TraceEntry } from '@dosetwin/twin';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffRecords } from './diffRecords.js';
import { parametersSet } from './parametersSet.js';
import type { RunRecord } from './RunRecord.js';
import { arbitraryTrace } from './test/arbitraryTrace.js';
import { entriesOf } from './test/entriesOf.js';
import { endOf, HEADER } from './test/recordOf.js';

const M = 'harbour-house-1';
const BASE = entriesOf([
  [0, `${M}/session`, 'presented', { person: 'P19' }],
  [1, `${M}/hinge`, 'signal', { name: 'dropped', boot: 1, sequence: 4, tick: 60_000 }],
  [1, `${M}/mechanism`, 'beam', { broken: true }],
  [2, `${M}/session`, 'dose-given', { person: 'P19', order: 1, cartridge: 19 }],
  [3, 'P19', 'served', { window: 1, order: 1, waited_us: 180_000_000 }],
]);

function recordOf(entries: readonly TraceEntry[], finished = true): RunRecord {
  return { header: HEADER, entries, end: finished ? endOf(entries) : null, altered: [] };
}

function changed(index: number, change: Partial<TraceEntry>): RunRecord {
  return recordOf(BASE.map((entry, i) => (i === index ? { ...entry, ...change } : entry)));
}

const diff = (b: RunRecord, a = recordOf(BASE)) => diffRecords(a, b, { level: 2 });

describe('two records', () => {
  it('are equal to themselves, and with all times shifted by at most 40 ms', () => {
    fc.assert(
      fc.property(arbitraryTrace, fc.array(fc.nat(40_000), { minLength: 60, maxLength: 60 }), (entries, late_us) => {
        const shifted = entries.map((entry, i) => ({ ...entry, t_us: entry.t_us + (late_us[i] ?? 0) }));
        expect(diff(recordOf(shifted), recordOf(entries))).toEqual({ equal: true, first: null, sources: 0, headers: [] });
      }),
    );
  });

  it('differ one microsecond beyond 40 ms, in time and in payload fields that hold a time', () => {
    const t_us = BASE[3]!.t_us;
    expect(diff(changed(3, { t_us: t_us + 40_000 })).equal).toBe(true);
    expect(diff(changed(3, { t_us: t_us + 40_001 })).first?.says).toBe(
      `${M}/session, after 1 equal entry: A (line 5) ${M}/session dose-given (cartridge 19, order 1, person P19) at 0:02:00.000000; B (line 5) ${M}/session dose-given (cartridge 19, order 1, person P19) at 0:02:00.040001. The times lie 40 ms apart; at most 40 ms were expected.`,
    );
    const served = (waited_us: number) => diff(changed(4, { payload: { window: 1, order: 1, waited_us } })).equal;
    expect([served(180_040_000), served(180_040_001)]).toEqual([true, false]);
    const signal = (tick: number) => diff(changed(1, { payload: { name: 'dropped', boot: 1, sequence: 4, tick } })).equal;
    expect([signal(60_040), signal(60_041)]).toEqual([true, false]);
  });

  it('are not held against each other below the level that was asked for', () => {
    const b = changed(2, { payload: { broken: false } });
    expect(diff(b).equal).toBe(true);
    expect(diffRecords(recordOf(BASE), b, { level: 0 }).first).toMatchObject({
      source: `${M}/mechanism`,
      ordinal: 1,
      lineA: 4,
      lineB: 4,
    });
  });

  it('may tell different sources in a different order, but not one source', () => {
    const [a, b, c, d, e] = BASE as [TraceEntry, TraceEntry, TraceEntry, TraceEntry, TraceEntry];
    const close = { ...d, t_us: b.t_us };
    expect(diff(recordOf([a, close, b, c, e]), recordOf([a, b, c, close, e])).equal).toBe(true);
    const again = { ...a, t_us: b.t_us };
    expect(diff(recordOf([a, close, again]), recordOf([a, again, close])).first?.says).toContain(
      'The kinds differ: presented, dose-given.',
    );
  });

  it('name the first difference by time, what differs in it, and how many sources differ', () => {
    const b = recordOf(
      BASE.map((entry, i) => {
        if (i === 1) return { ...entry, payload: { ...entry.payload, sequence: 5, mode: 'hung-up' } };
        return i === 4 ? { ...entry, kind: 'left-without' } : entry;
      }),
    );
    const { first, sources, equal } = diff(b);
    expect([equal, sources, first?.source, first?.lineA, first?.ordinal]).toEqual([false, 2, `${M}/hinge`, 3, 1]);
    expect(first?.says).toMatch(/ mode is missing in A and hung-up in B; sequence is 4 in A and 5 in B\.$/);
  });

  it('name an entry that one of them has not, unless that one is unfinished and did not come so far', () => {
    const short = BASE.slice(0, 4);
    expect(diff(recordOf(short)).first).toMatchObject({ source: 'P19', lineA: 6, lineB: null });
    expect(diff(recordOf(short)).first?.says).toMatch(/B nothing\. B has no such entry\.$/);
    expect(diff(recordOf(short, false)).equal).toBe(true);
    expect(diff(recordOf([BASE[0]!, BASE[4]!], false)).first).toMatchObject({ source: `${M}/hinge`, lineB: null });
  });

  it('tell what their headers say differently, which is no difference by itself', () => {
    const header = { ...HEADER, seed: 7, controllers: { [M]: 'emulated' }, parameters: [], source: '' };
    expect(diff({ ...recordOf(BASE), header })).toEqual({
      equal: true,
      first: null,
      sources: 0,
      headers: [
        'The seed is 41207 in A and 7 in B.',
        `The controller of ${M} is model in A and emulated in B.`,
        'The parameter support.remoteFixShare is 0.25 in A and not set in B.',
        'The texts of the scenarios differ.',
      ],
    });
  });
});

it('parameters that a world sets are listed, its machines after it', () => {
  const machine = { id: M, site: 's', cartridges: 1, loaded: [], parameters: { palm: { tries: 3 } } };
  expect(parametersSet({ parameters: { support: { a: 1, b: 2 } }, machines: [machine] })).toEqual([
    { machine: null, block: 'support', name: 'a', value: 1 },
    { machine: null, block: 'support', name: 'b', value: 2 },
    { machine: M, block: 'palm', name: 'tries', value: 3 },
  ]);
});
