import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BenchEntry } from './BenchEntry.js';
import { TraceIndex } from './TraceIndex.js';

const SOURCES = ['m/session', 'm/mechanism'];
const KINDS = ['state', 'drive'];

const entriesArbitrary = fc
  .array(
    fc.record({
      step_us: fc.nat(3),
      source: fc.constantFrom(...SOURCES),
      kind: fc.constantFrom(...KINDS),
      cartridge: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 60 },
  )
  .map((rows) => {
    let t_us = 0;
    return rows.map(({ step_us, source, kind, cartridge }): BenchEntry => {
      t_us += step_us;
      return { t_us, level: 2, source, kind, payload: { cartridge } };
    });
  });

describe('TraceIndex', () => {
  it('finds what a plain search of all entries finds, before and after a cut', () => {
    fc.assert(
      fc.property(entriesArbitrary, fc.nat(80), fc.nat(60), (entries, t_us, cut) => {
        const index = new TraceIndex();
        index.append(entries);
        const check = (kept: readonly BenchEntry[]) => {
          expect(index.countAt(t_us)).toBe(kept.filter((one) => one.t_us <= t_us).length);
          for (const source of SOURCES) {
            for (const kind of KINDS) {
              const same = kept.filter((one) => one.source === source && one.kind === kind && one.payload.cartridge === 2);
              expect(index.last(t_us, source, kind, 2)).toBe(same.filter((one) => one.t_us <= t_us).at(-1));
              expect(index.next(t_us, source, kind, 2)).toBe(same.find((one) => one.t_us > t_us));
              expect(index.between(10, t_us, source, kind, 2)).toEqual(same.filter((one) => one.t_us >= 10 && one.t_us <= t_us));
            }
          }
          expect(index.ofKind(t_us, 'drive')).toEqual(kept.filter((one) => one.kind === 'drive' && one.t_us <= t_us));
        };
        check(entries);
        index.cut(cut);
        check(entries.slice(0, cut));
        expect([...index.sources]).toEqual([...new Set(entries.slice(0, cut).map((one) => one.source))]);
      }),
    );
  });
});
