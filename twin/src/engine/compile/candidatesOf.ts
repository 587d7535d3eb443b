import type { AnyStateNode } from 'xstate';
import type { TableCandidates, TableEvent } from '../ChartTable.js';
import { CannotCompile } from './CannotCompile.js';
import { EventNumbers } from './EventNumbers.js';
import { isDescriptor, matches, prefixOf } from './eventDescriptor.js';
import type { ReadTransition } from './TransitionList.js';

/** Every event that a chart can tell apart: what its states name, its timers, and what is raised when a state is done. */
export function eventNumbersOf(
  chart: string,
  nodes: readonly AnyStateNode[],
  timers: readonly { readonly name: string }[],
): EventNumbers {
  const prefixes: string[] = [];
  const named: [string, TableEvent['kind']][] = [];
  const after = new Set(timers.map(({ name }) => name));
  for (const node of nodes) {
    for (const descriptor of Object.keys(node.config.on ?? {})) {
      if (!isDescriptor(descriptor)) {
        throw new CannotCompile(chart, node.id, `${descriptor}: a star stands alone, or at the end behind a dot`);
      }
      if (descriptor.startsWith('xstate.')) {
        throw new CannotCompile(chart, node.id, `it names the event ${descriptor}, which is XState's own`);
      }
    }
    for (const descriptor of node.transitions.keys()) {
      const prefix = prefixOf(descriptor);
      if (prefix !== null) prefixes.push(prefix);
      else if (descriptor.startsWith('xstate.done.state.')) named.push([descriptor, 'done']);
      else if (descriptor !== '*' && !after.has(descriptor)) named.push([descriptor, 'named']);
    }
  }
  return EventNumbers.of(prefixes, [...named, ...[...after].map((name) => [name, 'after'] as const)]);
}

/** A state's candidates for each event, as XState orders them (`getCandidates`): the name itself, then longer wildcards first. */
export function candidatesOf(
  node: AnyStateNode,
  numbers: EventNumbers,
  add: (transition: ReadTransition & AnyTransition, event: number) => number,
): TableCandidates[] {
  const read = new Map<string, number[]>();
  for (const [descriptor, transitions] of node.transitions) {
    const event = numbers.numberOf(prefixOf(descriptor) === null ? descriptor : `${descriptor.slice(0, -1)}\u0001`);
    read.set(
      descriptor,
      (transitions as readonly AnyTransition[]).map((transition) => add(transition, event)),
    );
  }
  return numbers.events.flatMap((_, event) => {
    const name = numbers.exampleOf(event);
    const wild = [...read.keys()].filter((one) => one !== name && matches(name, one)).sort((a, b) => b.length - a.length);
    const transitions = [...(read.get(name) ?? []), ...wild.flatMap((one) => read.get(one) ?? [])];
    return transitions.length === 0 ? [] : [{ event, transitions }];
  });
}

type AnyTransition = NonNullable<AnyStateNode['always']>[number];
