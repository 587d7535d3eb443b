import { describe, expect, it } from 'vitest';
import { assumedZone } from './assumedZone.js';
import type { RegionSheet } from './RegionSheet.js';

const places = (...rows: RegionSheet['rows']): RegionSheet => ({ list: 'places', file: 'a.csv', sheet: null, rows });

describe('the zone of a list that names none', () => {
  it('is that of the first longitude below its heading', () => {
    expect(assumedZone([places(['Our towns'], ['name', 'Lon'], ['A', null], ['B', '-119.5'])])).toBe('America/Vancouver');
    expect(assumedZone([places(['name', 'longitude'], ['A', -89.2])])).toBe('America/Toronto');
  });

  it('is not assumed where there is a column of zones', () => {
    expect(assumedZone([places(['name', 'longitude', 'Zone'], ['A', -89.2, 'America/Toronto'])])).toBeNull();
  });
});
