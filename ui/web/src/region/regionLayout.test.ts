import { describe, expect, it } from 'vitest';
import { libraryText } from '../../test/libraryText.js';
import { runs } from '../worker/runs.js';
import { placeRoadWords } from './placeRoadWords.js';
import { placeSites } from './placeSites.js';
import { overlap, regionLayout } from './regionLayout.js';

const { facts } = runs.open(libraryText('ten-machines'), null, []);
const plan = placeSites(facts.sites, facts.roads);
const ROOM = { width: 988, height: 520, edgeX: 116, edgeY: 72, gap: 10 };
const layout = regionLayout(plan, facts.roads, ROOM, (site) => ({ width: site === 'nickel-town' ? 170 : 160, height: 50 }));

describe('the map of ten machines', () => {
  it('keeps every point and all words inside, and no words over others', () => {
    expect(layout.sites).toHaveLength(9);
    for (const { x, y, words } of layout.sites) {
      expect(x > 0 && x < ROOM.width && y > 0 && y < ROOM.height).toBe(true);
      expect(words.x >= 0 && words.x + words.width <= ROOM.width).toBe(true);
      expect(words.y >= 0 && words.y + words.height <= ROOM.height).toBe(true);
    }
    const shared = layout.sites.flatMap((one, i) => layout.sites.slice(i + 1).map((other) => overlap(one.words, other.words)));
    expect(Math.max(...shared)).toBe(0);
  });

  it('is to scale', () => {
    const [nickel, bay] = ['nickel-town', 'bay-town'].map((id) => layout.sites.find(({ site }) => site === id));
    const px = Math.hypot((nickel?.x ?? 0) - (bay?.x ?? 0), (nickel?.y ?? 0) - (bay?.y ?? 0));
    expect(Math.abs(px / layout.pxPerKm - 120)).toBeLessThan(4);
  });

  it('writes a road’s length where there is room for it, and over no words', () => {
    const words = placeRoadWords(layout, facts.roads, []);
    expect(words.map(({ says }) => says)).toContain('700\u00a0km');
    for (const { x, y } of words)
      for (const site of layout.sites) expect(overlap(site.words, { x: x - 15, y: y - 8, width: 30, height: 8 })).toBe(0);
  });

  it('writes no length where somebody’s name stands', () => {
    const [first] = placeRoadWords(layout, facts.roads, []);
    const at = { x: first?.x ?? 0, y: first?.y ?? 0 };
    const name = { x: at.x - 30, y: at.y - 12, width: 60, height: 18 };
    const others = placeRoadWords(layout, facts.roads, [name]);
    expect(others).not.toContainEqual(first);
    for (const { x, y } of others) expect(overlap(name, { x: x - 15, y: y - 8, width: 30, height: 8 })).toBe(0);
  });

  it('gives one site alone the middle', () => {
    const [only] = regionLayout({ places: [{ site: 'a', xKm: 3, yKm: 4 }], by: 'roads' }, [], ROOM, () => ({
      width: 90,
      height: 40,
    })).sites;
    expect([only?.x, only?.y]).toEqual([ROOM.width / 2, ROOM.height / 2]);
  });
});
