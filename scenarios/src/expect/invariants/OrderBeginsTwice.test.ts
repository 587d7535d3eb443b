import type { TraceEntry } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { OrderBeginsTwice } from './OrderBeginsTwice.js';

/** The hinge hears that an order's motion began. */
const moving = (order: number, sequence: number): TraceEntry => ({
  t_us: 0,
  level: 2,
  source: 'house-1/hinge',
  kind: 'signal',
  payload: { name: 'moving', boot: 1, sequence, tick: 0, order, cartridge: 1 },
});

function breachOf(...entries: TraceEntry[]) {
  const invariant = new OrderBeginsTwice();
  const breaches = entries.map((entry, index) => invariant.add(entry, index)).filter((breach) => breach !== null);
  return { breach: breaches[0] ?? null, looked: invariant.looked() };
}

describe('an order that begins twice, by the signals alone', () => {
  const again = { evidence: [0, 1], says: 'order 1 of house-1 began its motion again' };

  it('[H6] is a breach when two signals say so, and none when one signal is told twice', () => {
    expect(breachOf(moving(1, 5), moving(1, 6)).breach).toEqual(again);
    expect(breachOf(moving(1, 5), moving(1, 5)).breach).toBeNull();
  });

  it('[H6] is seen at a board that numbers no signals: each is one of its own', () => {
    expect(breachOf(moving(1, 0), moving(1, 0)).breach).toEqual(again);
    expect(breachOf(moving(1, 0), moving(2, 0))).toEqual({ breach: null, looked: '2 orders began, none twice' });
  });
});
