import type { AnyStateNode } from 'xstate';
import type { ChartDefinition } from '../../charts/ChartDefinition.js';
import type { TableDelay } from '../ChartTable.js';
import { CannotCompile } from './CannotCompile.js';

/** A timer before its event has a number. */
export interface NamedTimer {
  readonly name: string;
  readonly state: number;
  readonly delay: number;
}

/** The delays that a chart names and the timers that wait for them; numbers, functions and undeclared names are refused. */
export function timersOf(
  definition: ChartDefinition,
  nodes: readonly AnyStateNode[],
): { readonly delays: TableDelay[]; readonly timers: NamedTimer[] } {
  const delays: TableDelay[] = [];
  const timers: NamedTimer[] = [];
  for (const [state, node] of nodes.entries()) {
    for (const [name, transitions] of Object.entries((node.config.after ?? {}) as Readonly<Record<string, unknown>>)) {
      const fault = faultOf(definition, name, transitions);
      if (fault !== null) throw new CannotCompile(definition.name, node.id, fault);
      let delay = delays.findIndex((one) => one.name === name);
      if (delay < 0) delay = delays.push({ name, ms: definition.parameters[name]?.value as number }) - 1;
      timers.push({ name: `xstate.after.${name}.${node.id}`, state, delay });
    }
  }
  return { delays, timers };
}

function faultOf({ machine, parameters }: ChartDefinition, name: string, transitions: unknown): string | null {
  if (!Number.isNaN(Number(name))) return `it waits for the number ${name}; delays have names`;
  const declared = machine.implementations.delays[name] as unknown;
  if (declared === undefined) return `the delay ${name} is not declared, and XState would let it pass at once`;
  if (typeof declared !== 'number') return `the delay ${name} is a function`;
  if (parameters[name] === undefined) return `the delay ${name} is no parameter of the chart`;
  if (!/^\w+Ms$/.test(name)) return `the delay ${name} does not end in Ms`;
  if (Array.isArray(transitions) && transitions.some((one) => typeof one === 'string')) {
    return `after ${name} lists a bare target, which XState reads as nothing; write { target: … }`;
  }
  return null;
}
