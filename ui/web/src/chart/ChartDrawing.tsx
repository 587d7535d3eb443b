import {
  type ChartBox,
  type ChartEdge,
  type ChartGraph,
  type ChartLayout,
  type ChartLine,
  type ChartNode,
  isStart,
  roundedPath,
  startOf,
  tipPath,
} from '@dosetwin/reports';
import type { Ref } from 'react';
import { say } from '../text/say.js';
import { isFaultState } from '../trace/isFault.js';
import type { ChartLife } from './chartLife.js';
import { sayEdge, sayNode } from './chartWords.js';
import { counterAt } from './counterAt.js';

interface ChartDrawingProps {
  readonly graph: ChartGraph;
  readonly layout: ChartLayout;
  readonly life: ChartLife;
  readonly title: string;
  readonly labels: boolean;
  /** The innermost state that is lit, for whoever points at it. */
  readonly litRef?: Ref<SVGRectElement>;
}

/** A statechart: active states lit, passed ones filled, faults hatched, the rest in outline; taken transitions drawn strong. */
export function ChartDrawing({ graph, layout, life, title, labels, litRef }: ChartDrawingProps) {
  const edges = new Map(graph.edges.map((edge) => [edge.id, edge]));
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const lines = layout.lines.toSorted((a, b) => Number(life.taken.has(a.id)) - Number(life.taken.has(b.id)));
  return (
    <svg
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      className="chart-drawing"
      {...(labels ? { width: layout.width, height: layout.height } : { preserveAspectRatio: 'xMidYMin meet' })}
      role="img"
      aria-label={summary(graph, life, title)}
    >
      <Hatch />
      {layout.boxes.map((box) => {
        const node = nodes.get(box.id);
        return node !== undefined && box.group ? <Group key={box.id} box={box} node={node} life={life} /> : null;
      })}
      {lines.map((line) => (
        <Line key={line.id} line={line} edge={edges.get(line.id)} life={life} labels={labels} />
      ))}
      {layout.boxes.map((box) => {
        const node = nodes.get(box.id);
        if (isStart(box.id))
          return (
            <circle key={box.id} cx={box.x + box.width / 2} cy={box.y + box.height / 2} r={box.width / 2} fill="var(--ink)" />
          );
        if (node === undefined || box.group) return null;
        return (
          <State
            key={box.id}
            box={box}
            node={node}
            graph={graph}
            life={life}
            litRef={life.active.has(box.id) ? litRef : undefined}
          />
        );
      })}
    </svg>
  );
}

function summary(graph: ChartGraph, life: ChartLife, title: string): string {
  const name = (path: string) => graph.nodes.filter((node) => node.id === path && node.kind !== 'group').map(sayNode);
  const state = [...life.active].flatMap(name).join(', ') || say('chart.none');
  const passed = [...life.passed].flatMap(name).join(', ') || say('chart.none');
  return say('chart.is', { chart: title, state, passed });
}

export function Hatch() {
  return (
    <defs>
      <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="7" height="7" fill="var(--fault-ground)" />
        <rect width="3.6" height="7" fill="var(--fault-hatch)" />
      </pattern>
    </defs>
  );
}

function Group({ box, node, life }: { readonly box: ChartBox; readonly node: ChartNode; readonly life: ChartLife }) {
  const active = life.active.has(node.id);
  const fault = active && isFaultState(node.key);
  const tone = fault ? 'group group-fault' : life.passed.has(node.id) ? 'group group-passed' : 'group';
  return (
    <g className={tone}>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx="8" />
      <text x={box.x + 12} y={box.y + 20}>
        {sayNode(node)}
      </text>
    </g>
  );
}

interface StateProps {
  readonly box: ChartBox;
  readonly node: ChartNode;
  readonly graph: ChartGraph;
  readonly life: ChartLife;
  readonly litRef: Ref<SVGRectElement> | undefined;
}

function State({ box, node, graph, life, litRef }: StateProps) {
  const active = life.active.has(node.id);
  const fault = active && isFaultState(node.id);
  const tone = fault
    ? 'state state-fault'
    : active
      ? 'state state-live'
      : life.passed.has(node.id)
        ? 'state state-passed'
        : 'state';
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const name = sayNode(node);
  const counter = counterAt(node, graph);
  const lift = counter === null ? 0 : -5;
  const plate = name.length * 7 + 18;
  return (
    <g className={tone}>
      <rect ref={litRef} x={box.x} y={box.y} width={box.width} height={box.height} rx="5" />
      {fault ? <rect className="plate" x={middle.x - plate / 2} y={middle.y - 10} width={plate} height="20" rx="2" /> : null}
      <text x={middle.x} y={middle.y + 4.5 + lift} textAnchor="middle">
        {name}
      </text>
      {counter === null ? null : (
        <Dots x={middle.x} y={box.y + box.height - 8} value={life.counters[counter] ?? 0} limit={limitOf(graph, counter)} />
      )}
    </g>
  );
}

function limitOf(graph: ChartGraph, counter: string): number {
  return Math.min(6, graph.counters.find((one) => one.name === counter)?.limit || 3);
}

interface DotsProps {
  readonly x: number;
  readonly y: number;
  readonly value: number;
  readonly limit: number;
}

/** A counter: one dot for each that it may reach. */
function Dots({ x, y, value, limit }: DotsProps) {
  return (
    <g className="dots">
      {Array.from({ length: limit }, (_, place) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place
          key={place}
          cx={x + (place - (limit - 1) / 2) * 8}
          cy={y}
          r="2.7"
          className={place < value ? 'dot-full' : 'dot-empty'}
        />
      ))}
    </g>
  );
}

interface LineProps {
  readonly line: ChartLine;
  readonly edge: ChartEdge | undefined;
  readonly life: ChartLife;
  readonly labels: boolean;
}

function Line({ line, edge, life, labels }: LineProps) {
  const taken = line.id === startOf('') ? life.passed.size > 0 : life.taken.has(line.id);
  const fault = taken && life.last === line.id && edge !== undefined && [...life.active].some(isFaultState);
  const tone = fault ? 'line line-fault' : taken ? 'line line-taken' : 'line';
  const tip = tipPath(line.points, taken ? 5 : 3.6);
  return (
    <g className={tone}>
      <path d={roundedPath(line.points)} fill="none" />
      {tip === null ? null : <path className="tip" d={tip} />}
      {edge !== undefined && line.label !== null ? (
        <text className="chart-label" x={line.label.x + 4} y={line.label.y + 12}>
          {(labels ? sayEdge(edge) : sayEdge(edge).slice(0, 1)).map((words, row) => (
            <tspan key={words} x={line.label?.x ?? 0} dx="4" dy={row === 0 ? 0 : 15}>
              {words}
            </tspan>
          ))}
        </text>
      ) : null}
    </g>
  );
}
