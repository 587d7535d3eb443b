import { describe, expect, it } from 'vitest';
import { ChartBench } from '../engine/test/ChartBench.js';
import { linkDefinition } from './link.chart.js';

const link = () => new ChartBench(linkDefinition);

describe('the link', () => {
  it('counts as lost after a minute of silence, and tells the desk once', () => {
    const bench = link().send('DOWN').after(59_999).send('DOWN');
    expect([bench.is, bench.heard]).toEqual(['silent', []]);
    expect(bench.after(1).is).toBe('offline');
    expect([bench.heard, bench.trace.slice(-2)]).toEqual([['desk LINK_LOST'], ['state offline', 'link-lost']]);
    expect(bench.after(3_600_000).heard).toHaveLength(1);
  });

  it('is restored when it comes back, and says so', () => {
    const bench = link().send('DOWN').after(60_000).send('UP');
    expect([bench.is, bench.heard]).toEqual(['online', ['desk LINK_LOST', 'desk LINK_RESTORED']]);
    expect(bench.trace.at(-1)).toBe('link-restored');
  });

  it('says nothing of a silence that was short, and begins the next from nothing', () => {
    const bench = link().send('DOWN').after(40_000).send('UP', 'UP', 'DOWN').after(40_000);
    expect([bench.is, bench.heard]).toEqual(['silent', []]);
    expect(bench.after(20_000).is).toBe('offline');
  });
});
