import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  Parser,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import { Complaint, quote } from './Complaint.js';
import { nearestName } from './nearestName.js';
import { childPath, type SourceEntry, type SourceNode } from './SourceNode.js';
import { yamlComplaint } from './yamlComplaint.js';

export const SIZE_LIMIT = 1_048_576;
const DEPTH_LIMIT = 40;
const VALUE_LIMIT = 20_000;
/** Words and signs, as YAML's own lexer counts them: more than this cannot be fewer values than the limit. */
const LEXEME_LIMIT = 150_000;

/** A complaint and the offsets into the text that it is about. */
export interface PlacedComplaint {
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly complaint: Complaint;
}

/**
 * Reads YAML 1.2 (core schema) into nodes that know their places. Nothing that a file can hold makes it throw, run for
 * long or use much memory: size, nesting and the number of values are limited before anything is built.
 */
export function readYaml(text: string): { readonly root: SourceNode } | { readonly complaints: readonly PlacedComplaint[] } {
  const odd = oddCharacter(text);
  if (odd) return { complaints: [odd] };
  const documents: Document.Parsed[] = [];
  const passed = pour(text, documents);
  if (passed !== null) return { complaints: [passed] };
  const [first, second] = documents;
  if (!first) return { complaints: [at(0, 1, emptyFile())] };
  if (second) return { complaints: [secondDocument(second, text)] };
  const faults = [...first.errors, ...first.warnings];
  if (faults.length > 0) return { complaints: yamlFaults(faults, text) };
  if (first.directives?.yaml.explicit && first.directives.yaml.version !== '1.2') return { complaints: [oldYaml(text)] };
  if (first.contents === null || (isScalar(first.contents) && first.contents.value === null)) {
    return { complaints: [at(0, 1, emptyFile())] };
  }
  const builder = new TreeBuilder();
  const root = builder.build(first.contents as Node, '', 0);
  return builder.complaints.length > 0 ? { complaints: sorted(builder.complaints) } : { root };
}

/** Feeds the text through the parser token by token, up to the place at which a limit is passed, if one is. */
function pour(text: string, documents: Document.Parsed[]): PlacedComplaint | null {
  // Keys are compared by the builder below, in one pass; the composer would compare each with each.
  const composer = new Composer({ version: '1.2', schema: 'core', uniqueKeys: false, stringKeys: true, prettyErrors: false });
  const parser = new Parser();
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) for (const document of composer.next(token)) documents.push(document);
    if (parser.stack.length > DEPTH_LIMIT) return at(parser.offset, parser.offset + 1, tooDeep());
    if (++lexemes > LEXEME_LIMIT) return at(parser.offset, parser.offset + 1, tooLong());
    if (documents.length > 1) return null;
  }
  for (const token of parser.end()) for (const document of composer.next(token)) documents.push(document);
  for (const document of composer.end(true, text.length)) documents.push(document);
  return null;
}

function sorted(complaints: readonly PlacedComplaint[]): readonly PlacedComplaint[] {
  return [...complaints].sort((a, b) => a.from - b.from);
}

function at(from: number, to: number, complaint: Complaint): PlacedComplaint {
  return { path: '', from, to, complaint };
}

/** Faults that stand for themselves; any other throws the lines after it out of step, so that nothing after it is told. */
const LONE_FAULTS: readonly string[] = ['BAD_SCALAR_START', 'BAD_DQ_ESCAPE', 'TAG_RESOLVE_FAILED', 'BAD_ALIAS', 'NON_STRING_KEY'];

function yamlFaults(faults: readonly YAMLError[], text: string): readonly PlacedComplaint[] {
  const inOrder = [...faults].sort((a, b) => a.pos[0] - b.pos[0]);
  const first = inOrder.findIndex(({ code }) => !LONE_FAULTS.includes(code));
  return (first < 0 ? inOrder : inOrder.slice(0, first + 1)).map((fault) => ofYaml(fault, text));
}

/** The offset of the last bracket that is open before a place, as YAML's own lexer sees them; -1: none. */
function openBracket(text: string, before: number): number {
  const open: number[] = [];
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    // The lexer's own marks stand for no sign of the text.
    if (lexeme === '\u0002' || lexeme === '\u0018' || lexeme === '\u001f') continue;
    if (offset >= before) break;
    if (lexeme === '[' || lexeme === '{') open.push(offset);
    if (lexeme === ']' || lexeme === '}') open.pop();
    offset += lexeme.length;
  }
  return open.at(-1) ?? -1;
}

function unclosedBracket(sign: string): Complaint {
  return new Complaint(`this bracket is not closed: ${sign} ends with ${sign === '[' ? ']' : '}'}`, `'${sign}'`, 'YAML 1.2');
}

function ofYaml(fault: YAMLError, text: string): PlacedComplaint {
  const quoteAt = /closing ("|')quote/.exec(fault.message)?.[1];
  // A quote that is never closed runs to the end; the place to mend is where it was opened.
  const opened = quoteAt === undefined ? -1 : text.lastIndexOf(quoteAt);
  // Nor does a bracket end before the next line that cannot belong to it.
  const bracket = fault.code === 'BAD_INDENT' ? openBracket(text, fault.pos[0]) : -1;
  if (bracket >= 0) return at(bracket, bracket + 1, unclosedBracket(text.charAt(bracket)));
  const [from, to] = opened >= 0 ? [opened, opened + 1] : fault.pos;
  return at(Math.min(from, text.length), to, yamlComplaint(fault.code, fault.message, text, from));
}

/** The first character that no text file holds, or null. */
function oddCharacter(text: string): PlacedComplaint | null {
  if (text.startsWith('\ufeff')) {
    const message = 'the file begins with a byte order mark; save it as UTF-8 without one';
    return at(0, 1, new Complaint(message, 'a byte order mark', 'text in UTF-8 without a byte order mark'));
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
  const from = text.search(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/);
  if (from < 0) return null;
  const name = `the character U+${text.charCodeAt(from).toString(16).toUpperCase().padStart(4, '0')}`;
  const message = `${name} is in the file, so it is not a text file; a scenario is YAML, written in a text editor`;
  return at(from, from + 1, new Complaint(message, name, 'a text file'));
}

function tooDeep(): Complaint {
  const message = `is nested deeper than ${DEPTH_LIMIT} levels; a scenario needs fewer than ten: is a bracket never closed?`;
  return Complaint.of('this', message, `at most ${DEPTH_LIMIT} levels`);
}

function tooLong(): Complaint {
  const message = `the file holds more than ${LEXEME_LIMIT} words and signs; a scenario needs a few thousand: is it the right file?`;
  return new Complaint(message, `more than ${LEXEME_LIMIT} words and signs`, 'a scenario');
}

function emptyFile(): Complaint {
  return new Complaint(
    'the file says nothing; a scenario begins with its title, such as `title: A quiet day`, and the library has whole ones',
    'nothing',
    'a scenario',
  );
}

function oldYaml(text: string): PlacedComplaint {
  const from = Math.max(0, text.search(/^%YAML/m));
  const message =
    'asks for another version of YAML, in which 12:30 is a number and `no` is not a word; scenarios are YAML 1.2: remove this line';
  return at(from, from + 9, Complaint.of("'%YAML'", message, 'YAML 1.2'));
}

function secondDocument(document: Document.Parsed | undefined, text: string): PlacedComplaint {
  const start = document?.range[0] ?? text.length;
  const marker = text.lastIndexOf('---', start);
  const from = marker >= 0 ? marker : start;
  const message = 'begins a second document; a file holds one scenario: put the other in a file of its own, or make it a variant';
  return at(from, from + 3, Complaint.of("'---'", message, 'one document'));
}

/** Builds the nodes; aliases are written out, under a limit, so that a few lines cannot become millions of values. */
class TreeBuilder {
  readonly complaints: PlacedComplaint[] = [];
  readonly #anchors = new Map<string, Node>();
  readonly #open = new Set<Node>();
  #left = VALUE_LIMIT;
  /** The alias that is being written out, if any: what is wrong within it is told there. */
  #within: Omit<PlacedComplaint, 'complaint'> | null = null;

  build(node: Node | null, path: string, after: number): SourceNode {
    const [from, to] = node?.range ?? [after, after];
    this.#left -= 1;
    if (this.#left === -1) this.complaints.push({ ...(this.#within ?? { path, from, to }), complaint: tooMany() });
    if (node === null || this.#left < 0) return { kind: 'scalar', path, from, to, value: null };
    if (isAlias(node)) return this.#alias(node.source, path, from, to);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (isScalar(node)) return { kind: 'scalar', path, from, to, value: this.#value(node.value) };
    this.#open.add(node);
    const built: SourceNode = isMap(node)
      ? { kind: 'map', path, from, to, entries: this.#entries(node, path) }
      : isSeq(node)
        ? {
            kind: 'list',
            path,
            from,
            to,
            items: node.items.map((item, i) => this.build(item as Node | null, childPath(path, i), to)),
          }
        : { kind: 'scalar', path, from, to, value: null };
    this.#open.delete(node);
    return built;
  }

  #alias(name: string, path: string, from: number, to: number): SourceNode {
    const nothing: SourceNode = { kind: 'scalar', path, from, to, value: null };
    const meant = this.#anchors.get(name);
    if (!meant) {
      const anchors = [...this.#anchors.keys()];
      const message =
        anchors.length === 0
          ? `'*${name}' refers to a value marked '&${name}', and nothing is; put a word that begins with * in quotes`
          : `'*${name}' refers to a value marked '&${name}', and nothing before it is; marked are ${anchors.slice(0, 12).join(', ')}`;
      const complaint = new Complaint(message, `'*${name}'`, 'the name of an anchor', nearestName(name, anchors));
      this.complaints.push({ path, from, to, complaint });
      return nothing;
    }
    if (this.#open.has(meant)) {
      const message = 'refers to a value that it is part of, so it would never end; write the value out';
      this.complaints.push({ path, from, to, complaint: Complaint.of(`'*${name}'`, message, 'a value from elsewhere') });
      return nothing;
    }
    const outer = this.#within;
    this.#within = outer ?? { path, from, to };
    const built = this.build(meant, path, to);
    this.#within = outer;
    return built;
  }

  #entries(map: YAMLMap, path: string): Map<string, SourceEntry> {
    const entries = new Map<string, SourceEntry>();
    for (const { key, value } of map.items) {
      const [keyFrom, keyTo] = (key as Node).range ?? [map.range?.[0] ?? 0, map.range?.[1] ?? 0];
      const name = isScalar(key) ? String(key.value) : '';
      const inner = childPath(path, name);
      const before = entries.get(name);
      const refusal = before
        ? 'is written twice in the same place; remove one of the two'
        : (ODD_KEYS.get(name) ?? (isAlias(key) ? NO_ALIAS : undefined));
      if (refusal !== undefined) {
        this.complaints.push({
          path: inner,
          from: keyFrom,
          to: keyTo,
          complaint: Complaint.of(quote(name), refusal, 'another key'),
        });
      }
      entries.set(name, { keyFrom, keyTo, value: this.build(value as Node | null, inner, keyTo) });
    }
    return entries;
  }

  #value(value: unknown): string | number | boolean | null {
    const type = typeof value;
    return type === 'string' || type === 'number' || type === 'boolean' ? (value as string | number | boolean) : null;
  }
}

const NO_ALIAS = 'is an alias, which cannot be a key; write the key out';
const ODD_KEYS: ReadonlyMap<string, string> = new Map([
  ['<<', 'is a merge key of YAML 1.1; write the keys out, or make a variant'],
  ['__proto__', 'cannot be a name here; choose another'],
  ['', 'is an empty key; write a name before this colon'],
]);

function tooMany(): Complaint {
  const message = `the file holds more than ${VALUE_LIMIT} values once its aliases are written out; a scenario needs a few hundred`;
  return new Complaint(message, `more than ${VALUE_LIMIT} values`, `at most ${VALUE_LIMIT} values`);
}
