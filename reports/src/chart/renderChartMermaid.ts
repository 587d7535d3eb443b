import type { ChartTable } from '@dosetwin/twin';
import { plainText } from '../markup/plainText.js';
import type { ChartGraph, ChartNode, ChartNote } from './ChartGraph.js';
import { distinctNames } from './distinctNames.js';
import { graphOf } from './graphOf.js';
import { delayWords } from './notationWords.js';

/** A chart in Mermaid's `stateDiagram-v2`. It knows no history, which is drawn as a state called H, or H* where it is deep. */
export function renderChartMermaid(table: ChartTable): string {
  return new MermaidText(graphOf(table)).lines().join('\n').concat('\n');
}

class MermaidText {
  readonly #graph: ChartGraph;
  readonly #names: ReadonlyMap<string, string>;

  constructor(graph: ChartGraph) {
    this.#graph = graph;
    const ids = ['', ...graph.nodes.map(({ id }) => id)];
    const names = distinctNames(
      ids.map((id) => (id === '' ? graph.name : `${graph.name}.${id}`)),
      /\W/g,
    );
    this.#names = new Map(ids.map((id, place) => [id, names[place] as string]));
  }

  lines(): string[] {
    return ['stateDiagram-v2', ...this.#node(this.#graph.root, '  '), ...this.#edges('  ')];
  }

  #node(node: ChartNode, indent: string): string[] {
    const name = this.#name(node.id);
    const declared = `${indent}state "${escaped(titleOf(node))}" as ${name}`;
    if (node.kind !== 'group' && node.kind !== 'parallel') {
      const end = node.kind === 'final' ? [`${indent}${name} --> [*]`] : [];
      return [declared, ...node.notes.map((note) => `${indent}${name} : ${insideText(note)}`), ...end];
    }
    return [`${declared} {`, ...this.#inside(node, `${indent}  `), `${indent}}`, ...this.#note(node, indent)];
  }

  #inside(node: ChartNode, indent: string): string[] {
    const children = this.#graph.nodes.filter(({ parent }) => (parent ?? '') === node.id);
    const first = children.find(({ initial }) => initial);
    const parts = children.map((child) => this.#node(child, indent));
    if (node.kind === 'parallel') return parts.flatMap((part, place) => (place === 0 ? part : [`${indent}--`, ...part]));
    return [...(first === undefined ? [] : [`${indent}[*] --> ${this.#name(first.id)}`]), ...parts.flat()];
  }

  /** What a state with states inside does without being left: Mermaid has no room for it in the box. */
  #note({ id, notes }: ChartNode, indent: string): string[] {
    if (notes.length === 0) return [];
    return [
      `${indent}note right of ${this.#name(id)}`,
      ...notes.map((note) => `${indent}  ${insideText(note)}`),
      `${indent}end note`,
    ];
  }

  #edges(indent: string): string[] {
    return this.#graph.edges.map((edge) => {
      const label = noteText(edge, '<br/>');
      return `${indent}${this.#name(edge.from)} --> ${this.#name(edge.to)}${label === '' ? '' : ` : ${label}`}`;
    });
  }

  #name(id: string): string {
    return this.#names.get(id) as string;
  }
}

function titleOf({ key, kind }: ChartNode): string {
  return kind === 'shallow-history' ? `H ${key}` : kind === 'deep-history' ? `H* ${key}` : key;
}

/** What leads nowhere and does nothing still keeps an event from the states around. */
function insideText(note: ChartNote): string {
  return noteText(note.effects.length > 0 ? note : { ...note, effects: ['nothing'] }, ' ');
}

function noteText({ on, afterMs, guard, limit, otherwise, effects }: ChartNote, between: ' ' | '<br/>'): string {
  const event = afterMs === null ? on : `${on} = ${delayWords(afterMs)}`;
  const condition = otherwise ? '[otherwise]' : guard === '' ? '' : `[${guard} = ${limit}]`;
  return [[event, condition].filter(Boolean).join(' '), ...effects.map((effect) => `/ ${effect}`)]
    .filter(Boolean)
    .map(escaped)
    .join(between);
}

/** Mermaid ends a text at these; it takes a letter's number between `#` and `;` for the letter. */
function escaped(text: string): string {
  return plainText(text)
    .replace(/[\r\n\t]/g, ' ')
    .replace(/["#&;:<>{}\\`%]/g, (letter) => `#${letter.codePointAt(0)};`);
}
