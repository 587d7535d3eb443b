import type { TraceEntry } from '@dosetwin/twin';
import { expect, it } from 'vitest';
import { boardLines } from './boardLines.js';

it('says how much a real board did not see, and what it cannot promise', () => {
  const entry = (kind: string, payload: TraceEntry['payload'], source = 'house-1/board'): TraceEntry => ({
    t_us: 0,
    level: 1,
    source,
    kind,
    payload,
  });
  const says = 'no order id: silence during a vend is unknown; the host never resends';
  const leaps = [entry('leapt', { from_us: 0, by_us: 3_600_000_000 }), entry('leapt', { from_us: 9, by_us: 60_000_000 })];
  expect(
    boardLines([entry('promise', { says }), ...leaps, entry('joined', {}, 'other-1/board'), entry('leapt', {}, 'x')]),
  ).toEqual([
    'house-1: 1 h 1 min were leapt over, in 2 leaps, while nothing was at work at its board',
    `house-1, not promised: ${says}`,
  ]);
});
