import { describe, expect, it } from 'vitest';
import type { Anchors } from './anchorsOf.js';
import type { LabelText } from './LabelText.js';
import { leaderPath } from './leaderPath.js';
import { placeLabels } from './placeLabels.js';

const room = { leftX: 100, rightX: 900, top: 20, bottom: 640 };
const at = (x: number, y: number) => ({ x, y, radius: 20 });
const anchors: Anchors = { coils: at(300, 150), cartridge: at(320, 160), beam: at(310, 630), lock: at(700, 300) };
const label = (anchor: LabelText['anchor'], side: LabelText['side'] = 'left'): LabelText => ({
  anchor,
  side,
  title: anchor,
  tone: 'ink',
});

describe('placeLabels', () => {
  it('keeps labels apart, in the order of what they point at, and inside the room', () => {
    const placed = placeLabels([label('beam'), label('cartridge'), label('coils')], anchors, room);
    expect(placed.map((one) => one.label.anchor)).toEqual(['coils', 'cartridge', 'beam']);
    const ys = placed.map((one) => one.y);
    expect(ys[1]! - ys[0]!).toBeGreaterThanOrEqual(50);
    expect(ys[2]!).toBeLessThanOrEqual(room.bottom);
  });

  it('leaves out what is not in the picture, and uses the side that was asked for', () => {
    const placed = placeLabels([label('ghost'), label('lock', 'right')], anchors, room);
    expect(placed.map((one) => [one.label.anchor, one.x])).toEqual([['lock', 900]]);
  });
});

describe('leaderPath', () => {
  it('leaves the ring at its side and ends at the state', () => {
    const path = leaderPath(at(700, 250), { x: 1092, y: 614 });
    expect(path.startsWith('M720 250H')).toBe(true);
    expect(path.endsWith('H1092')).toBe(true);
    expect(path).toContain('V605');
  });

  it('goes to the left, and straight across, as well', () => {
    expect(leaderPath(at(700, 250), { x: 300, y: 100 })).toMatch(/^M680 250H337Q328 250 328 241V109Q328 100 319 100H300$/);
    expect(leaderPath(at(700, 250), { x: 900, y: 250 })).toBe('M720 250H900');
  });
});
