import { describe, expect, it } from 'vitest';
import { nearestMark, towards } from './nearestMark.js';

const here = { id: 'here', x: 0, y: 0 };
const east = { id: 'east', x: 50, y: 10 };
const farEast = { id: 'far-east', x: 90, y: 0 };
const north = { id: 'north', x: 5, y: -40 };
const all = [here, farEast, east, north];

describe('places on the map', () => {
  it('take a machine that is set down near them, and nowhere else', () => {
    expect(nearestMark(all, 60, 12)?.id).toBe('east');
    expect(nearestMark(all, 300, 300)).toBeNull();
  });

  it('are gone to by arrows: the nearest in that direction', () => {
    expect(towards(all, here, [1, 0])?.id).toBe('east');
    expect(towards(all, here, [0, -1])?.id).toBe('north');
    expect(towards(all, east, [1, 0])?.id).toBe('far-east');
    expect(towards(all, here, [-1, 0])).toBeNull();
  });
});
