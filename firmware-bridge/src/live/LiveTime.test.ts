import { describe, expect, it } from 'vitest';
import { type Leap, LiveTime } from './LiveTime.js';

const S = 1_000_000;

describe('time that is tied to the wall and let go of', () => {
  it('says what was leapt over once it is tied again: how much further the run is ahead of the wall', () => {
    let wall_us = 5 * S;
    const time = new LiveTime(() => wall_us);
    const leaps: Leap[] = [];
    time.listen((leap) => leaps.push(leap));
    time.tie(0);
    wall_us += 2 * S;
    expect(time.due_us(0)).toBe(2 * S);
    time.letGo(2 * S);
    wall_us += S;
    time.letGo(900 * S);
    time.tie(1_000 * S);
    expect(leaps).toEqual([{ from_us: 2 * S, by_us: 997 * S }]);
    expect(time.wallOf(1_001 * S)).toBe(wall_us + S);
  });

  it('tells of no leap where the run stood still', () => {
    let wall_us = 0;
    const time = new LiveTime(() => wall_us);
    const leaps: Leap[] = [];
    time.listen((leap) => leaps.push(leap));
    time.letGo(7 * S);
    wall_us += 60 * S;
    time.tie(7 * S);
    expect(leaps).toEqual([]);
  });
});
