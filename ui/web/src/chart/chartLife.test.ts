import { isStart } from '@dosetwin/reports';
import { describe, expect, it } from 'vitest';
import { libraryText } from '../../test/libraryText.js';
import { TraceIndex } from '../trace/TraceIndex.js';
import { runs } from '../worker/runs.js';
import { chartLife, withParents } from './chartLife.js';
import { chartNameOf } from './chartsOf.js';
import { foldChart } from './foldChart.js';
import { spineLayout } from './spineLayout.js';

const run = runs.open(libraryText('stuck-dose-no-key'), null, []);
run.runUntil(run.facts.length_us);
const trace = new TraceIndex();
trace.append(run.entries);

describe('chartLife', () => {
  it('knows every state that the trace enters: a chart draws what the engine runs', () => {
    for (const address of trace.sources) {
      const graph = run.facts.charts[chartNameOf(run.facts, address)];
      const states = trace.between(0, run.facts.length_us, address, 'state');
      if (states.length === 0) continue;
      if (graph === undefined) throw new Error(`${address} enters states and has no chart`);
      const known = new Set(graph.nodes.map((node) => node.id));
      for (const { payload } of states)
        for (const path of withParents(String(payload.is))) expect(known, address).toContain(path);
    }
  });

  it('finds the transition of every step of the jammed cartridge, up to the lock-out', () => {
    const graph = run.facts.charts.cartridge;
    if (graph === undefined) throw new Error('no chart of the cartridge');
    const jam_us = trace.next(-1, 'harbour-house-1/session', 'jam')?.t_us ?? 0;
    const life = chartLife(trace, 'harbour-house-1/cartridge-19', graph, jam_us);
    const taken = graph.edges.filter((edge) => life.taken.has(edge.id)).map((edge) => `${edge.from} > ${edge.to}`);
    expect(taken).toContain('home > moving');
    expect(taken).toContain('waitingForDrop > moving.coil.halfTurn');
    expect(taken).toContain('waitingForDrop > jammed.hungUp');
    expect(taken).not.toContain('waitingForDrop > dropSeen');
    expect([...life.active]).toEqual(['jammed', 'jammed.hungUp']);
    expect(life.counters?.tries).toBe(3);
  });
});

describe('spineLayout', () => {
  it('places every drawn state of every chart inside the drawing, none upon another, and every transition', () => {
    for (const whole of Object.values(run.facts.charts)) {
      const { graph } = foldChart(whole);
      const { boxes, lines, width, height } = spineLayout(graph);
      const states = boxes.filter((box) => !box.group && !isStart(box.id));
      expect(
        boxes
          .map((box) => box.id)
          .filter((id) => !isStart(id))
          .sort(),
      ).toEqual(graph.nodes.map((node) => node.id).sort());
      for (const box of boxes) {
        expect(box.x, `${whole.name} ${box.id}`).toBeGreaterThanOrEqual(0);
        expect(box.y, `${whole.name} ${box.id}`).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y + box.height).toBeLessThanOrEqual(height);
      }
      for (const [place, a] of states.entries()) {
        for (const b of states.slice(place + 1)) {
          const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
          expect(apart, `${whole.name}: ${a.id} lies upon ${b.id}`).toBe(true);
        }
      }
      const groups = boxes.filter((box) => box.group);
      for (const [place, a] of groups.entries()) {
        for (const b of groups.slice(place + 1)) {
          const beside = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
          const nested = a.id.startsWith(`${b.id}.`) || b.id.startsWith(`${a.id}.`);
          expect(beside || nested, `${whole.name}: ${a.id} lies upon ${b.id}`).toBe(true);
        }
      }
      for (const edge of graph.edges)
        expect(lines.find((line) => line.id === edge.id)?.points.length, edge.id).toBeGreaterThanOrEqual(2);
    }
  });
});
