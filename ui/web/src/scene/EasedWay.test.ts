import { describe, expect, it } from 'vitest';
import { type EasedWay, valueOn, wayTo } from './EasedWay.js';

const mix = (from: number, to: number, share: number) => from + (to - from) * share;
const at: EasedWay<number> = { key: 'a', from: 0, to: 0, share: 1 };

describe('EasedWay', () => {
  it('sets out from what is shown, and arrives exactly', () => {
    const way = wayTo(at, 'b', 10, true, mix);
    expect(valueOn(way, mix)).toBe(0);
    expect(valueOn({ ...way, share: 0.5 }, mix)).toBe(5);
    expect(valueOn({ ...way, share: 1 }, mix)).toBe(10);
  });

  it('turns round from where it is when asked for something else on the way', () => {
    const way = { ...wayTo(at, 'b', 10, true, mix), share: 0.5 };
    const back = wayTo(way, 'a', 0, true, mix);
    expect(valueOn(back, mix)).toBe(5);
    expect(valueOn({ ...back, share: 1 }, mix)).toBe(0);
  });

  it('cuts where it must not ease', () => {
    expect(valueOn(wayTo(at, 'b', 10, false, mix), mix)).toBe(10);
  });

  it('follows its target at once while the key stays, and is the same way when nothing changed', () => {
    expect(valueOn(wayTo(at, 'a', 7, true, mix), mix)).toBe(7);
    expect(wayTo(at, 'a', 0, true, mix)).toBe(at);
  });
});
