import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { nearName } from './nearName.js';
import type { ProfileFault } from './ProfileFault.js';
import { profileFaults } from './profileFaults.js';
import { type BoardProfile, PROFILE_SCHEMAS } from './profileSchema.js';

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
  const hasLines = document.getIn(['capabilities', 'motion']) === 'lines';
  const schema = PROFILE_SCHEMAS[isModbus ? 'modbus' : 'text'][hasLines ? 'lines' : 'board'];
  const checked = schema.safeParse(data);
  const faults = checked.success
    ? profileFaults(checked.data)
    : checked.error.issues.flatMap((issue) => explain(issue as Issue, data, schema));
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
  /** Of each branch of a union, with paths from where the union stands. */
  readonly errors?: readonly (readonly Issue[])[];
}

function explain(issue: Issue, data: unknown, schema: z.ZodType): ProfileFault[] {
  const { code, path, message, keys = [], values = [], errors = [] } = issue;
  const found = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], data);
  if (code === 'unrecognized_keys')
    return keys.map((key) => ({
      path,
      key,
      message: 'is no key here',
      nearest: nearName(key, keysIn(z.toJSONSchema(schema, { io: 'input' }))),
    }));
  if (found === undefined)
    return [{ path: path.slice(0, -1), message: `'${String(path.at(-1))}' is missing here`, nearest: null }];
  if (code === 'invalid_value') {
    const names = values.map(String);
    const wanted = names.length === 1 ? `${names[0]} was expected` : `one of ${names.join(', ')} was expected`;
    return [{ path, message: `here stands '${String(found)}'; ${wanted}`, nearest: nearName(String(found), names) }];
  }
  const [nearest] = errors.toSorted((one, other) => one.length - other.length);
  // Of several forms that may stand here, the one that is nearly met is meant.
  if (code === 'invalid_union' && typeof found === 'object' && nearest !== undefined)
    return nearest.flatMap((inner) => explain({ ...inner, path: [...path, ...inner.path] }, data, schema));
  if (code === 'invalid_union') {
    const says = errors.flatMap((branch) => branch.map((inner) => inner.message.replace(/^Invalid input: /, '')));
    return [{ path, message: `here stands '${String(found)}': ${says.join(', or ')}`, nearest: null }];
  }
  return [
    { path, message: `here stands '${String(found)}': ${message.charAt(0).toLowerCase()}${message.slice(1)}`, nearest: null },
  ];
}

/** Words that a profile may hold as keys, for whoever mistyped one. */
function keysIn(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(keysIn);
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {} } = schema as { readonly properties?: object };
  return [...Object.keys(properties), ...Object.values(schema).flatMap(keysIn)];
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
