import { type ChartTable, NONE, OTHER_EVENT, type TableState, type TableTransition } from '@dosetwin/twin';
import { Markup, markup } from '../markup/Markup.js';
import { countsOf, countWords } from './countWords.js';
import { ScxmlNames } from './ScxmlNames.js';
import { scxmlOps } from './scxmlOps.js';

/** What W3C SCXML 1.0 has no words for; it stands at the head of each file. */
const UNSAID = `
  Drawn from the tables by which the chart runs, for tools that read W3C SCXML. What SCXML cannot say:
  - Effects leave together when a step is over, in the order emitted; SCXML sends each at once.
  - Slots are filled by whoever brings an event; here they stand as an empty object.
  - Delays and limits are parameters of each component; here stand their defaults.
  - The event descriptor A also answers the event A.B in SCXML; in the chart it answers A alone.
  - Inside a parallel state a transition that does not re-enter stays inside; SCXML leaves and enters the state again.
  - An atomic state that leads to itself without re-entering is not left; here it has no target.
`;

/** A chart as W3C SCXML: counters and limits as data, guards as conditions, delays as sends that an exit cancels. */
export function renderChartScxml(table: ChartTable): string {
  const names = new ScxmlNames(table);
  const root = table.states[0] as TableState;
  const inside = new ScxmlText(table, names);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${
    markup`<!--${new Markup(UNSAID)}-->
<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="ecmascript" name="${table.chart}" initial="${names.state(0)}">
  <!-- ${new Markup(countWords(countsOf(table)))} -->
  <datamodel>
    <data id="counter" expr="${names.objectOf(table.counters.map(({ name }) => [name, 0]))}"/>
    <data id="limit" expr="${names.objectOf(table.limits.map(({ name, value }) => [name, value]))}"/>
    <data id="slot" expr="{}"/>
  </datamodel>
${inside.state(root, 0, '  ')}</scxml>`.text
  }\n`;
}

class ScxmlText {
  readonly #table: ChartTable;
  readonly #names: ScxmlNames;

  constructor(table: ChartTable, names: ScxmlNames) {
    this.#table = table;
    this.#names = names;
  }

  state(state: TableState, number: number, indent: string): Markup {
    const { kind, initial, histories, children } = state;
    const id = this.#names.state(number);
    const deeper = `${indent}  `;
    if (kind === 'shallow-history' || kind === 'deep-history') {
      const type = kind === 'deep-history' ? 'deep' : 'shallow';
      const targets = state.defaults.map((target) => this.#names.state(target)).join(' ');
      const ops = state.defaultIsInitial ? (this.#table.states[state.parent]?.initialOps ?? []) : [];
      return markup`${indent}<history id="${id}" type="${type}">
${this.#element('transition', markup` target="${targets}"`, ops, deeper)}${indent}</history>\n`;
    }
    const tag = kind === 'parallel' ? 'parallel' : kind === 'final' ? 'final' : 'state';
    const inside = [
      kind === 'compound' && this.#initial(state, initial, deeper),
      state.entry.length > 0 && this.#element('onentry', markup``, state.entry, deeper),
      state.exit.length > 0 && this.#element('onexit', markup``, state.exit, deeper),
      this.#transitions(number).map((transition) => this.#transition(transition, deeper)),
      [...histories, ...children].map((child) => this.state(this.#table.states[child] as TableState, child, deeper)),
    ];
    const text = markup`${inside}`.text;
    if (text === '') return markup`${indent}<${new Markup(tag)} id="${id}"/>\n`;
    return markup`${indent}<${new Markup(tag)} id="${id}">\n${new Markup(text)}${indent}</${new Markup(tag)}>\n`;
  }

  #initial({ initialOps }: TableState, first: number, indent: string): Markup {
    const way = this.#element('transition', markup` target="${this.#names.state(first)}"`, initialOps, `${indent}  `);
    return markup`${indent}<initial>\n${way}${indent}</initial>\n`;
  }

  /** In the order in which they are asked: names, longer prefixes, shorter ones, the star; SCXML takes the first that fits. */
  #transitions(state: number): TableTransition[] {
    const rank = ({ event }: TableTransition): number => {
      const named = this.#table.events[event];
      if (event === OTHER_EVENT) return Number.POSITIVE_INFINITY;
      return named?.kind === 'prefix' ? 1_000 - named.name.length : NONE;
    };
    return this.#table.transitions
      .filter(({ source }, index) => source === state && index !== this.#table.initial)
      .toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
  }

  #transition(transition: TableTransition, indent: string): Markup {
    const { event, guard, ops } = transition;
    const targets = this.#targets(transition).map((target) => this.#names.state(target));
    const condition = this.#table.guards[guard];
    const attributes = markup`${event !== NONE && markup` event="${this.#names.descriptor(event)}"`}${
      condition !== undefined && markup` cond="${this.#names.condition(condition)}"`
    }${targets.length > 0 && markup` target="${targets.join(' ')}"`}${
      targets.length > 0 && this.#staysInside(transition) && markup` type="internal"`
    }`;
    return this.#element('transition', attributes, ops, indent);
  }

  /** Where a state leads to itself and is not left, it leads to where it starts. */
  #targets(transition: TableTransition): readonly number[] {
    const { source, targets } = transition;
    if (!this.#staysInside(transition) || !targets.includes(source)) return targets;
    const { kind, initial, children } = this.#table.states[source] as TableState;
    return kind === 'compound' ? [initial] : children;
  }

  #staysInside({ source, domain, reenter }: TableTransition): boolean {
    return domain === source && !reenter;
  }

  #element(tag: string, attributes: Markup, ops: readonly number[], indent: string): Markup {
    const inside = scxmlOps(this.#table, this.#names, ops, `${indent}  `);
    if (inside.text === '') return markup`${indent}<${new Markup(tag)}${attributes}/>\n`;
    return markup`${indent}<${new Markup(tag)}${attributes}>\n${inside}${indent}</${new Markup(tag)}>\n`;
  }
}
