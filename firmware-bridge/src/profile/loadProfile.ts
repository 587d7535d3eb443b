import { LineCounter, parseDocument } from 'yaml';
import { placeholdersOf } from './linePattern.js';
import { nearName } from './nearName.js';
import { type BoardProfile, registerProfileSchema, textProfileSchema } from './profileSchema.js';

/** What is wrong with a profile, and where. */
export interface ProfileProblem {
  readonly file: string;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly message: string;
  /** A name that may have been meant, or `null`. */
  readonly nearest: string | null;
}

export type LoadedProfile = { readonly profile: BoardProfile } | { readonly problems: readonly ProfileProblem[] };

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly nearest: string | null;
  /** A key in the map at `path` that is meant, rather than its value. */
  readonly key?: string;
}

/** Bytes of a profile at most; the longest here has 3,000. */
const SIZE_LIMIT = 200_000;

/** Reads a profile from its text; never throws on what a file holds. */
export function loadProfile(text: string, file: string): LoadedProfile {
  const counter = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (text.length > SIZE_LIMIT)
    return { problems: [{ file, line: 1, column: 1, path: '', message: 'the file is too long for a profile', nearest: null }] };
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, version: '1.2', schema: 'core' });
  if (document.errors.length > 0)
    return {
      problems: document.errors.map(({ pos, message }) => ({
        ...at(pos[0]),
        path: '',
        message: `this is not YAML: ${message}`,
        nearest: null,
      })),
    };
  const data: unknown = document.toJS({ maxAliasCount: 50 });
  const isModbus = document.getIn(['transport', 'kind']) === 'modbus';
  const checked = isModbus ? registerProfileSchema.safeParse(data) : textProfileSchema.safeParse(data);
  const faults = checked.success
    ? faultsOf(checked.data)
    : checked.error.issues.flatMap((issue) => explain(issue as Issue, data));
  if (checked.success && faults.length === 0) return { profile: checked.data };
  const problems = faults.map(({ path, message, nearest, key }) => ({
    ...at(offsetOf(document, path, key)),
    path: [...path, ...(key === undefined ? [] : [key])].map(String).join('.'),
    message,
    nearest,
  }));
  return { problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
}

/** `my.yaml:4:7  transport.kind: …`, one a line. */
export function formatProfileProblems(problems: readonly ProfileProblem[]): string {
  return problems
    .map(({ file, line, column, path, message, nearest }) => {
      const advice = nearest === null ? '' : `; did you mean ${nearest}?`;
      return `${file}:${line}:${column}  ${path === '' ? '' : `${path}: `}${message}${advice}`;
    })
    .join('\n');
}

interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
}

function explain({ code, path, message, keys = [], values = [] }: Issue, data: unknown): Fault[] {
  const found = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], data);
  if (code === 'unrecognized_keys')
    return keys.map((key) => ({ path, key, message: 'is no key here', nearest: nearName(key, KEYS) }));
  if (found === undefined)
    return [{ path: path.slice(0, -1), message: `'${String(path.at(-1))}' is missing here`, nearest: null }];
  if (code === 'invalid_value') {
    const names = values.map(String);
    const wanted = names.length === 1 ? `${names[0]} was expected` : `one of ${names.join(', ')} was expected`;
    return [{ path, message: `here stands '${String(found)}'; ${wanted}`, nearest: nearName(String(found), names) }];
  }
  return [
    { path, message: `here stands '${String(found)}': ${message.charAt(0).toLowerCase()}${message.slice(1)}`, nearest: null },
  ];
}

/** Words that a profile may hold as keys, for whoever mistyped one. */
const KEYS = [
  ...Object.keys(textProfileSchema.shape),
  ...Object.keys(registerProfileSchema.shape),
  ...Object.keys(textProfileSchema.shape.transport.shape),
  ...Object.keys(textProfileSchema.shape.capabilities.shape),
  ...Object.keys(textProfileSchema.shape.poll.shape),
  ...Object.keys(textProfileSchema.shape.commands.shape),
  ...Object.keys(textProfileSchema.shape.commands.shape.vend.shape),
  ...Object.keys(textProfileSchema.shape.lines.element.shape),
  ...Object.keys(registerProfileSchema.shape.commands.shape.vend.shape),
  ...Object.keys(registerProfileSchema.shape.watch.element.shape),
];

/** What the schema cannot see: placeholders that nobody fills, and conditions on what is not in the line. */
function faultsOf(profile: BoardProfile): Fault[] {
  if (profile.transport.kind !== 'text') return [];
  const { commands, lines } = profile as Extract<BoardProfile, { lines: unknown }>;
  const faults: Fault[] = [];
  for (const [name, command] of Object.entries(commands)) {
    if (command === undefined) continue;
    const known = name === 'unlock' ? ['order'] : name === 'clear' ? ['cartridge'] : ['order', 'cartridge'];
    for (const placeholder of placeholdersOf(command.send))
      if (!known.includes(placeholder))
        faults.push({
          path: ['commands', name, 'send'],
          message: `{${placeholder}} is nothing that ${name} has; it has ${known.map((one) => `{${one}}`).join(' and ')}`,
          nearest: nearName(placeholder, known),
        });
  }
  for (const [index, { line, if: condition }] of lines.entries())
    if (condition !== undefined && !placeholdersOf(line).includes(condition.value))
      faults.push({
        path: ['lines', index, 'if', 'value'],
        message: `the line has no {${condition.value}}`,
        nearest: nearName(condition.value, placeholdersOf(line)),
      });
  return faults;
}

/** Where the value at a path begins, or the key in its map; else where the nearest block around it does. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[], key?: string): number {
  const node = path.length === 0 ? document.contents : document.getIn(path.map(String), true);
  if (key !== undefined && hasItems(node)) {
    const pair = node.items.find(({ key: one }) => String(one) === key);
    const from = pair?.key?.range?.[0];
    if (from !== undefined) return from;
  }
  const range = (node as { readonly range?: readonly number[] } | null | undefined)?.range;
  if (range) return range[0] as number;
  return path.length === 0 ? 0 : offsetOf(document, path.slice(0, -1));
}

interface Items {
  readonly items: readonly { readonly key: { readonly range?: readonly number[] } | null }[];
}

function hasItems(node: unknown): node is Items {
  return typeof node === 'object' && node !== null && 'items' in node;
}
