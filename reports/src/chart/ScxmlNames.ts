import type { ChartTable, TableGuard } from '@dosetwin/twin';
import { distinctNames } from './distinctNames.js';

const SIGNS = { below: '<', atLeast: '>=', equals: '===' } as const;

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** What a chart's states, events and data are called in SCXML, where an id is an XML name and a dot in an event parts words. */
export class ScxmlNames {
  readonly #table: ChartTable;
  readonly #states: readonly string[];
  readonly #timers: readonly string[];

  constructor(table: ChartTable) {
    this.#table = table;
    this.#states = distinctNames(
      table.states.map(({ id }) => id),
      /[^\w.-]/g,
    );
    // Without dots, so that no timer's name begins another's: SCXML would hear both.
    this.#timers = distinctNames(
      table.timers.map(({ state, delay }) => `after-${table.delays[delay]?.name}-${table.states[state]?.id}`),
      /[^\w-]/g,
    );
  }

  state(number: number): string {
    return this.#states[number] as string;
  }

  timer(number: number): string {
    return this.#timers[number] as string;
  }

  /** An event as it is raised. */
  event(number: number): string {
    const event = this.#table.events[number];
    return (event?.name ?? '').replace(/\s/g, '_');
  }

  /** An event as a transition waits for it. */
  descriptor(number: number): string {
    const event = this.#table.events[number];
    if (event === undefined || event.kind === 'other') return '*';
    if (event.kind === 'prefix') return `${this.event(number)}.*`;
    if (event.kind === 'after') return this.timer(this.#table.timers.findIndex((timer) => timer.event === number));
    if (event.kind === 'named') return this.event(number);
    const done = this.#table.states.findIndex(({ id }) => event.name === `xstate.done.state.${id}`);
    return `done.state.${this.state(done)}`;
  }

  condition({ op, counter, limit }: TableGuard): string {
    const { counters, limits } = this.#table;
    return `${this.member('counter', counters[counter]?.name ?? '')} ${SIGNS[op]} ${this.member('limit', limits[limit]?.name ?? '')}`;
  }

  member(object: 'counter' | 'limit' | 'slot', name: string): string {
    return IDENTIFIER.test(name) ? `${object}.${name}` : `${object}[${JSON.stringify(name)}]`;
  }

  key(name: string): string {
    return IDENTIFIER.test(name) ? name : JSON.stringify(name);
  }

  objectOf(members: readonly (readonly [string, number])[]): string {
    return members.length === 0 ? '{}' : `{ ${members.map(([name, value]) => `${this.key(name)}: ${value}`).join(', ')} }`;
  }
}
