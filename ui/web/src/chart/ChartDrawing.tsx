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
  /** States in which something else holds the chart to be: drawn with a dotted line around them. */
  readonly expected?: ReadonlySet<string>;
}

/** A statechart: active states lit, passed ones filled, faults hatched, the rest in outline; taken transitions drawn strong. */
export function ChartDrawing({ graph, layout, life, title, labels, litRef, expected }: ChartDrawingProps) {
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
        <Line key={line.id} line={line} edge={edges.get(line.id)} life={life} />
      ))}
      {layout.boxes.map((box) => {
        const node = nodes.get(box.id);
        return node !== undefined && box.group ? <GroupName key={box.id} box={box} node={node} life={life} /> : null;
      })}
      {lines.map((line) => (
        <LineLabel key={line.id} line={line} edge={edges.get(line.id)} life={life} labels={labels} />
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
            expected={expected?.has(box.id) === true}
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

interface GroupProps {
  readonly box: ChartBox;
  readonly node: ChartNode;
  readonly life: ChartLife;
}

function Group({ box, node, life }: GroupProps) {
  return (
    <g className={groupTone(node, life)}>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx="8" />
    </g>
  );
}

/** Names lie over lines that pass them. */
function GroupName({ box, node, life }: GroupProps) {
  return (
    <text className={`${groupTone(node, life)} group-name`} x={box.x + 12} y={box.y + 20}>
      {sayNode(node)}
    </text>
  );
}

function groupTone(node: ChartNode, life: ChartLife): string {
  if (life.active.has(node.id) && isFaultState(node.key)) return 'group group-fault';
  return life.passed.has(node.id) ? 'group group-passed' : 'group';
}

interface StateProps {
  readonly box: ChartBox;
  readonly node: ChartNode;
  readonly graph: ChartGraph;
  readonly life: ChartLife;
  readonly expected: boolean;
  readonly litRef: Ref<SVGRectElement> | undefined;
}

function State({ box, node, graph, life, expected, litRef }: StateProps) {
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
  const counter = life.counters === null ? null : counterAt(node, graph);
  const lift = counter === null ? 0 : -5;
  const plate = name.length * 7 + 18;
  return (
    <g className={tone}>
      {expected ? (
        <rect className="expected" x={box.x - 4} y={box.y - 4} width={box.width + 8} height={box.height + 8} rx="8" />
      ) : null}
      <rect ref={litRef} x={box.x} y={box.y} width={box.width} height={box.height} rx="5" />
      {fault ? <rect className="plate" x={middle.x - plate / 2} y={middle.y - 10} width={plate} height="20" rx="2" /> : null}
      <text x={middle.x} y={middle.y + 4.5 + lift} textAnchor="middle">
        {name}
      </text>
      {counter === null ? null : (
        <Dots x={middle.x} y={box.y + box.height - 8} value={life.counters?.[counter] ?? 0} limit={limitOf(graph, counter)} />
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
}

function Line({ line, edge, life }: LineProps) {
  const tone = lineTone(line, edge, life);
  const tip = tipPath(line.points, tone === 'line' ? 3.6 : 5);
  return (
    <g className={tone}>
      <path d={roundedPath(line.points)} fill="none" />
      {tip === null ? null : <path className="tip" d={tip} />}
    </g>
  );
}

function lineTone(line: ChartLine, edge: ChartEdge | undefined, life: ChartLife): string {
  const taken = line.id === startOf('') ? life.passed.size > 0 : life.taken.has(line.id);
  const fault = taken && life.last === line.id && edge !== undefined && [...life.active].some(isFaultState);
  return fault ? 'line line-fault' : taken ? 'line line-taken' : 'line';
}

/** What a transition waits for, on paper where other lines pass; a narrow panel has room for the first of it. */
function LineLabel({ line, edge, life, labels }: LineProps & { readonly labels: boolean }) {
  const { label } = line;
  if (edge === undefined || label === null) return null;
  const fault = lineTone(line, edge, life) === 'line line-fault';
  return (
    <text className={fault ? 'chart-label chart-label-fault' : 'chart-label'} x={label.x + 4} y={label.y + 12}>
      {(labels ? sayEdge(edge) : sayEdge(edge).slice(0, 1)).map((words, row) => (
        <tspan key={words} x={label.x} dx="4" dy={row === 0 ? 0 : 15}>
          {words}
        </tspan>
      ))}
    </text>
  );
}
