import { describe, expect, it } from 'vitest';
import { ChartBench } from '../engine/test/ChartBench.js';
import { inventoryDefinition } from './inventory.chart.js';

const HOUR_MS = 3_600_000;
const inventory = () => new ChartBench(inventoryDefinition);

describe('the inventory', () => {
  it('[H7] waits a day for the count of what became unknown, and then says that it is overdue, once', () => {
    const bench = inventory().send({ type: 'UNKNOWN_ROSE', cartridge: 3 });
    expect(bench.after(24 * HOUR_MS - 1).of('count-overdue')).toEqual([]);
    expect(bench.after(1).of('count-overdue')).toEqual([{ cartridge: 3 }]);
    expect(bench.after(48 * HOUR_MS).of('count-overdue')).toHaveLength(1);
    expect(bench.send('ALL_KNOWN').is).toBe('balanced');
  });

  it('speaks of the cartridge that waits longest, whichever others follow', () => {
    const bench = inventory().send({ type: 'UNKNOWN_ROSE', cartridge: 3 }).after(HOUR_MS);
    bench.send({ type: 'UNKNOWN_ROSE', cartridge: 5 }).after(23 * HOUR_MS);
    expect(bench.of('count-overdue')).toEqual([{ cartridge: 3 }]);
  });

  it('gives the next one a day of its own when that one was counted', () => {
    const bench = inventory()
      .send({ type: 'UNKNOWN_ROSE', cartridge: 3 })
      .after(20 * HOUR_MS);
    bench.send({ type: 'NEXT_DUE', cartridge: 5 }).after(23 * HOUR_MS);
    expect(bench.of('count-overdue')).toEqual([]);
    expect(bench.after(HOUR_MS).of('count-overdue')).toEqual([{ cartridge: 5 }]);
    expect(bench.send({ type: 'NEXT_DUE', cartridge: 6 }).is).toBe('countDue.inTime');
  });

  it('is balanced again when all is known, and forgets the time', () => {
    const bench = inventory()
      .send({ type: 'UNKNOWN_ROSE', cartridge: 3 }, 'ALL_KNOWN')
      .after(48 * HOUR_MS);
    expect([bench.is, bench.of('count-overdue')]).toEqual(['balanced', []]);
  });
});
