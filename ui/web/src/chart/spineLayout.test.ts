import { graphOf } from '@dosetwin/reports';
import { CHARTS, compileChart } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { foldChart } from './foldChart.js';
import { spineLayout } from './spineLayout.js';

const layouts = CHARTS.map((chart) => [chart.name, spineLayout(foldChart(graphOf(compileChart(chart))).graph)] as const);

describe('spineLayout', () => {
  it.each(layouts)('keeps every box of %s inside the drawing, and no two states in one place', (_, layout) => {
    const states = layout.boxes.filter(({ group }) => !group);
    for (const { x, y, width, height } of layout.boxes) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(layout.width);
      expect(y + height).toBeLessThanOrEqual(layout.height);
    }
    expect(new Set(states.map(({ x, y }) => `${x} ${y}`)).size).toBe(states.length);
  });

  it('stands a spine that is alone in the middle', () => {
    const alone = layouts.filter(
      ([, { boxes }]) => new Set(boxes.filter(({ width }) => width > 20).map(({ x }) => x)).size === 1,
    );
    expect(alone.length).toBeGreaterThan(0);
    for (const [, { boxes, width }] of alone) {
      const state = boxes.find((box) => box.width > 20);
      expect((state?.x ?? 0) + (state?.width ?? 0) / 2).toBeCloseTo(width / 2, 6);
    }
  });
});
