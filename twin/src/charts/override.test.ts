import { describe, expect, it } from 'vitest';
import { ChartBench } from '../engine/test/ChartBench.js';
import { overrideDefinition } from './override.chart.js';

const WAIT_MS = 600_000;
const asked = () => new ChartBench(overrideDefinition).send({ type: 'ASKED', person: 'P07' });

describe('an override', () => {
  it('lets a person through by two, and only by two: one signature lets nobody through', () => {
    const bench = asked().send({ type: 'SIGNED', first: 'staff' });
    expect(bench.is).toBe('waiting.signedOnce');
    expect(bench.send({ type: 'SIGNED', first: 'staff' }).is).toBe('waiting.signedOnce');
    expect([bench.heard, bench.of('override')]).toEqual([[], []]);
    bench.send({ type: 'SIGNED_BY_ANOTHER', second: 'nurse' });
    expect(bench.of('override')).toEqual([{ person: 'P07', first: 'staff', second: 'nurse' }]);
    expect(bench.heard).toEqual(['reader LET_THROUGH person=P07', 'lobby LET_THROUGH person=P07']);
    expect(bench.is).toBe('none');
  });

  it('takes no second signature for a first, and none when nobody was asked for', () => {
    const bench = asked().send({ type: 'SIGNED_BY_ANOTHER', second: 'nurse' });
    expect([bench.is, bench.of('override')]).toEqual(['waiting.unsigned', []]);
    expect(new ChartBench(overrideDefinition).send({ type: 'SIGNED', first: 'staff' }).is).toBe('none');
  });

  it.each([[[]], [[{ type: 'SIGNED', first: 'staff' }]]])('gives up when nobody else signs in time: after %o', (signatures) => {
    const bench = asked()
      .send(...signatures)
      .after(WAIT_MS - 1);
    expect(bench.heard).toEqual([]);
    expect(bench.after(1).heard).toEqual(['signers OVERRIDE_WITHDRAWN person=P07', 'lobby NOT_LET_THROUGH person=P07']);
    expect([bench.is, bench.of('override')]).toEqual(['none', []]);
  });

  it('is over when the person has gone, and nobody hears of it later', () => {
    const bench = asked().send({ type: 'SIGNED', first: 'staff' }, 'GONE').after(WAIT_MS);
    expect([bench.is, bench.heard]).toEqual(['none', []]);
  });
});
