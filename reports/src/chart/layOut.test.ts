import { CHARTS, compileChart } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { everyFeature } from '../../test/everyFeature.js';
import type { ChartBox, ChartLine } from './ChartLayout.js';
import { chartMeasures } from './chartMeasures.js';
import { graphOf } from './graphOf.js';
import { layOut } from './layOut.js';
import { notationWords } from './notationWords.js';
import { regionRules } from './regionRules.js';
import { isStart, startOf } from './startOf.js';

type Area = Pick<ChartBox, 'x' | 'y' | 'width' | 'height'>;

const drawn = await Promise.all(
  [...CHARTS.map(compileChart), everyFeature].map(async (table) => {
    const graph = graphOf(table);
    return { graph, layout: await layOut(graph, notationWords) };
  }),
);

function apart(a: Area, b: Area): boolean {
  return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
}

function contains(outer: Area, inner: Area): boolean {
  const [right, bottom] = [outer.x + outer.width, outer.y + outer.height];
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= right && inner.y + inner.height <= bottom;
}

/** The pieces of a line as areas; a hair is taken off, so that a line may touch where it ends. */
function pieces({ points }: ChartLine): Area[] {
  return points.slice(1).map((to, place) => {
    const from = points[place] ?? to;
    const [x, y] = [Math.min(from.x, to.x) + 0.5, Math.min(from.y, to.y) + 0.5];
    return { x, y, width: Math.abs(from.x - to.x) - 1, height: Math.abs(from.y - to.y) - 1 };
  });
}

describe.each(drawn)('the layout of $graph.name', ({ graph, layout }) => {
  const boxes = new Map(layout.boxes.map((box) => [box.id, box]));
  const leaves = layout.boxes.filter(({ group }) => !group);
  const labels = layout.lines.flatMap(({ id, label }) => {
    const edge = graph.edges.find((one) => one.id === id);
    const lines = edge === undefined ? [] : notationWords.label(edge);
    const width = Math.max(...lines.map(({ length }) => length)) * chartMeasures.perLetter;
    return label === null ? [] : [{ id, ...label, width, height: lines.length * chartMeasures.row }];
  });

  it('has a box for each state, inside the box of its parent and inside the drawing', () => {
    const states = layout.boxes.map(({ id }) => id).filter((id) => !isStart(id));
    expect(states.sort()).toEqual(['', ...graph.nodes.map(({ id }) => id)].sort());
    for (const { id, parent } of graph.nodes) {
      expect(contains(boxes.get(parent ?? '') as Area, boxes.get(id) as Area), id).toBe(true);
    }
    expect(contains({ x: 0, y: 0, ...layout }, boxes.get('') as Area)).toBe(true);
  });

  it('lays no two boxes upon one another, but inside', () => {
    const inside = (a: string, b: string) => a === '' || b.startsWith(`${a}.`) || isStart(b);
    for (const [place, a] of layout.boxes.entries()) {
      for (const b of layout.boxes.slice(place + 1)) {
        if (apart(a, b)) continue;
        expect(contains(a, b) && inside(a.id, b.id), `${a.id} and ${b.id}`).toBe(true);
      }
    }
  });

  it('draws each transition at right angles from its source to its target', () => {
    for (const { id, from, to } of graph.edges) {
      const { points } = layout.lines.find((line) => line.id === id) as ChartLine;
      const [first, last] = [points[0], points.at(-1)];
      for (const [place, point] of points.slice(1).entries()) {
        expect(Math.abs(point.x - (points[place]?.x ?? 0)) < 0.01 || Math.abs(point.y - (points[place]?.y ?? 0)) < 0.01, id).toBe(
          true,
        );
      }
      for (const [end, state] of [[first, from] as const, [last, to] as const]) {
        const box = boxes.get(state) as Area;
        const near = { x: box.x - 1, y: box.y - 1, width: box.width + 2, height: box.height + 2 };
        expect(end !== undefined && contains(near, { ...end, width: 0, height: 0 }), `${id} at ${state}`).toBe(true);
      }
    }
  });

  it('leads no line through a state, and lays no label upon a state or another label', () => {
    for (const line of layout.lines)
      for (const piece of pieces(line))
        for (const leaf of leaves) {
          if (Math.max(piece.width, piece.height) > 0) expect(apart(piece, leaf), `${line.id} through ${leaf.id}`).toBe(true);
        }
    for (const [place, label] of labels.entries()) {
      for (const leaf of leaves) expect(apart(label, leaf), `${label.id} upon ${leaf.id}`).toBe(true);
      for (const other of labels.slice(place + 1)) expect(apart(label, other), `${label.id} upon ${other.id}`).toBe(true);
    }
  });

  it('keeps room for names and lines, a dot for each start, and regions that dashed lines can part', () => {
    for (const node of graph.nodes) {
      const longest = Math.max(0, ...notationWords.lines(node).map(({ length }) => length));
      expect((boxes.get(node.id) as Area).width, node.id).toBeGreaterThanOrEqual(longest * chartMeasures.perLetter);
      if (node.initial) expect(boxes.has(startOf(node.parent ?? '')), node.id).toBe(true);
      if (node.kind !== 'parallel') continue;
      const regions = graph.nodes.filter(({ parent }) => parent === node.id).length;
      expect(regionRules(graph, node, boxes, 0)).toHaveLength(regions - 1);
    }
  });
});

it('is the same every time, and leaves out the frame where none is wanted', async () => {
  const { graph, layout } = drawn[2] as (typeof drawn)[number];
  expect(await layOut(graph, notationWords)).toEqual(layout);
  const bare = await layOut(graph, { ...notationWords, frame: false });
  expect(bare.boxes.map(({ id }) => id)).not.toContain('');
  expect(bare.boxes).toHaveLength(layout.boxes.length - 1);
});
