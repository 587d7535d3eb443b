import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalEntry, TraceChain, type TraceEntry } from './trace.js';

const entry = (over: Partial<TraceEntry> = {}): TraceEntry => ({
  t_us: 12,
  level: 2,
  source: 'harbour-house-1/session',
  kind: 'presented',
  payload: { person: 'P07', b: 2, a: true },
  ...over,
});

describe('the trace', () => {
  it('[T3] the canonical form is RFC 8785 text of time, source, kind and payload', () => {
    expect(canonicalEntry(entry())).toBe('[12,"harbour-house-1/session","presented",{"a":true,"b":2,"person":"P07"}]');
    expect(canonicalEntry(entry({ payload: { 'ß\n"': 'é\\' } }))).toBe(
      '[12,"harbour-house-1/session","presented",{"ß\\n\\"":"é\\\\"}]',
    );
  });

  it('[T2] numbers that are no safe integers are refused', () => {
    for (const x of [0.5, Number.NaN, 2 ** 53, Number.POSITIVE_INFINITY]) {
      expect(() => canonicalEntry(entry({ payload: { x } }))).toThrow(/safe integers only/);
    }
  });

  it('[T4] the chain is SHA-256 of the head and the canonical form, as another library computes it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ t: fc.nat(), text: fc.string({ unit: 'grapheme' }), lower: fc.boolean() }), { maxLength: 8 }),
        (rows) => {
          const chain = new TraceChain();
          let heads = [
            createHash('sha256').update('dosetwin trace 1').digest(),
            createHash('sha256').update('dosetwin trace 1').digest(),
          ];
          for (const { t, text, lower } of rows) {
            const one = entry({ t_us: t, level: lower ? 1 : 3, payload: { text } });
            chain.add(one);
            heads = heads.map((head, i) =>
              (i === 1) === lower ? createHash('sha256').update(head).update(canonicalEntry(one), 'utf8').digest() : head,
            );
          }
          expect(chain.digests).toEqual({ upper: heads[0]?.toString('hex'), lower: heads[1]?.toString('hex') });
        },
      ),
    );
  });

  it('[T4] a chain goes on from its digests as if it had never stopped', () => {
    const whole = new TraceChain();
    whole.add(entry());
    const resumed = new TraceChain(whole.digests);
    whole.add(entry({ t_us: 13 }));
    resumed.add(entry({ t_us: 13 }));
    expect(resumed.digests).toEqual(whole.digests);
  });
});
