import type { ChartTable, TableOp } from '@dosetwin/twin';
import { type Markup, markup } from '../markup/Markup.js';
import type { ScxmlNames } from './ScxmlNames.js';

/** Executable content: facts are logged, other effects sent to where they go, timers sent to the chart itself. */
export function scxmlOps(table: ChartTable, names: ScxmlNames, ops: readonly number[], indent: string): Markup {
  return markup`${ops.map((index) => {
    const op = table.ops[index];
    return op === undefined ? null : markup`${indent}${content(table, names, op, indent)}\n`;
  })}`;
}

function content(table: ChartTable, names: ScxmlNames, op: TableOp, indent: string): Markup {
  switch (op.op) {
    case 'effect':
      return effect(names, op, indent);
    case 'set-timer': {
      const delay = table.delays[table.timers[op.timer]?.delay ?? 0];
      return markup`<send event="${names.timer(op.timer)}" id="${names.timer(op.timer)}" delay="${`${delay?.ms}ms`}"/>`;
    }
    case 'cancel-timer':
      return markup`<cancel sendid="${names.timer(op.timer)}"/>`;
    case 'raise':
      return markup`<raise event="${names.event(op.event)}"/>`;
    default:
      return counting(table, names, op);
  }
}

type Counting = Extract<TableOp, { readonly op: 'increment' | 'reset' | 'set' }>;

/** Saturation is written out: SCXML's data know no ceiling. */
function counting({ counters, limits }: ChartTable, names: ScxmlNames, op: Counting): Markup {
  const { name = '', max = 0 } = counters[op.counter] ?? {};
  const counter = names.member('counter', name);
  const limit = 'limit' in op ? names.member('limit', limits[op.limit]?.name ?? '') : '';
  const value = { reset: '0', increment: `Math.min(${counter} + 1, ${max})`, set: `Math.min(${limit}, ${max})` }[op.op];
  return markup`<assign location="${counter}" expr="${value}"/>`;
}

type Effect = Extract<TableOp, { readonly op: 'effect' }>;

function effect(names: ScxmlNames, { type, params }: Effect, indent: string): Markup {
  const { name, kind, actuator, to, role, event, with: slots, ...further } = params;
  const along = [
    ...Object.entries(further).map(([key, value]) => [key, quoted(String(value))] as const),
    ...(Array.isArray(slots) ? slots : []).map((slot: string) => [slot, names.member('slot', slot)] as const),
  ];
  if (type === 'record') {
    const facts = [`kind: ${quoted(String(kind))}`, ...along.map(([key, value]) => `${names.key(key)}: ${value}`)];
    return markup`<log label="record" expr="${`({ ${facts.join(', ')} })`}"/>`;
  }
  const [target, what] =
    type === 'drive'
      ? [`dosetwin:actuator/${String(actuator)}`, String(to)]
      : type === 'tell'
        ? [`dosetwin:role/${String(role)}`, String(event)]
        : ['dosetwin:hinge', `${type}.${String(name)}`];
  const head = markup`<send target="${target}" event="${what}"`;
  if (along.length === 0) return markup`${head}/>`;
  const inside = along.map(([key, value]) => markup`${indent}  <param name="${key}" expr="${value}"/>\n`);
  return markup`${head}>\n${inside}${indent}</send>`;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
