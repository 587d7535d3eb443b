import type { z } from 'zod';
import { Complaint, quote } from './Complaint.js';
import { type JsonSchema, keysAt, schemaAt } from './editorSchema.js';
import { unknownName } from './nearestName.js';
import { placeOf } from './placeOf.js';
import type { PlacedComplaint } from './readYaml.js';
import { childPath, nodeAt, type SourceNode, type SourcePath } from './SourceNode.js';
import type { IssueParams } from './schema/scalar.js';

/** All that the schema refused. A key that is missing because it was written wrongly is told once, where it was written. */
export function explainIssues(issues: readonly z.core.$ZodIssue[], root: SourceNode, schema: JsonSchema): PlacedComplaint[] {
  const told = issues.flatMap((issue) => explainIssue(issue, root, schema));
  const meant = new Set(
    told.flatMap(({ path, complaint }) => (complaint.nearest === null ? [] : [siblingPath(path, complaint.nearest)])),
  );
  return told.filter(({ path, complaint }) => complaint.found !== 'nothing' || !meant.has(missingPath(path, complaint)));
}

/** The path of a key beside another. */
function siblingPath(path: string, key: string): string {
  const parent = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : '';
  return childPath(parent, key);
}

function missingPath(path: string, { expected }: Complaint): string {
  return childPath(path, expected.replace(/^'|'$/g, ''));
}

/** What the schema refused, said for people and with its place. One issue may hold several (unknown keys, alternatives). */
function explainIssue(issue: z.core.$ZodIssue, root: SourceNode, schema: JsonSchema, above: SourcePath = []): PlacedComplaint[] {
  const path: SourcePath = [...above, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))];
  const here = (complaint: Complaint): PlacedComplaint[] => [{ ...placeOf(root, path), complaint }];
  const node = nodeAt(root, path);
  if (issue.code === 'unrecognized_keys') {
    const keys = keysAt(schema, path);
    return issue.keys.map((key) => ({
      ...placeOf(root, [...path, key], true),
      complaint: oneLevelDeeper(key, keys, path, schema) ?? unknownName(key, 'key here', keys),
    }));
  }
  if (node === undefined) return here(missing(path, schema));
  if (issue.code === 'invalid_union') return explainUnion(issue, root, schema, path);
  if (issue.code === 'custom') {
    const params = issue.params as IssueParams | undefined;
    const complaint = params?.complaint;
    if (complaint) return here(node.kind === 'scalar' && node.value === null ? nothingThere(path, schema) : complaint);
  }
  if (issue.code === 'invalid_type') return here(wrongSort(node, path, schema));
  if (issue.code === 'too_small' || issue.code === 'too_big') return here(wrongLength(issue, node, path, schema));
  if (issue.code === 'invalid_key') {
    const key = quote(path[path.length - 1]);
    return [
      {
        ...placeOf(root, path, true),
        complaint: Complaint.of(key, 'is no key here; write each, or a cartridge from 1 to 48', 'each, or 1 to 48'),
      },
    ];
  }
  return here(new Complaint(issue.message, quote(plain(node)), describe(path, schema)));
}

/** Of several forms, the one that was meant is the one whose sort of value fits; its complaints are told. */
function explainUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  root: SourceNode,
  schema: JsonSchema,
  path: SourcePath,
): PlacedComplaint[] {
  const meant = issue.errors.find((branch) => !branch.some(isOtherSort));
  if (meant) return meant.flatMap((inner) => explainIssue(inner, root, schema, path));
  const node = nodeAt(root, path) as SourceNode;
  return [{ ...placeOf(root, path), complaint: wrongSort(node, path, schema) }];
}

function isOtherSort(issue: z.core.$ZodIssue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === 'custom') return (issue.params as IssueParams | undefined)?.isOtherSort === true;
  if (issue.code === 'invalid_union') return !issue.errors.some((branch) => !branch.some(isOtherSort));
  return issue.code === 'invalid_type';
}

/** A key that is known to one of the blocks here, and was written beside them: a parameter without its block, say. */
function oneLevelDeeper(key: string, blocks: readonly string[], path: SourcePath, schema: JsonSchema): Complaint | null {
  const block = blocks.find((name) => keysAt(schema, [...path, name]).includes(key));
  if (path.length === 0 || block === undefined) return null;
  return Complaint.of(quote(key), `belongs one level deeper, under '${block}:'`, `'${block}'`);
}

function missing(path: SourcePath, schema: JsonSchema): Complaint {
  const key = String(path[path.length - 1]);
  return new Complaint(`'${key}' is missing here. ${describe(path, schema)}`, 'nothing', `'${key}'`);
}

function nothingThere(path: SourcePath, schema: JsonSchema): Complaint {
  const key = path[path.length - 1];
  const message =
    key === undefined
      ? 'the file says nothing'
      : typeof key === 'number'
        ? 'this line of the list is empty'
        : `nothing stands after '${key}:'`;
  return new Complaint(`${message}. ${describe(path, schema)}`, 'nothing', 'a value');
}

function wrongSort(node: SourceNode, path: SourcePath, schema: JsonSchema): Complaint {
  if (node.kind === 'scalar' && node.value === null) return nothingThere(path, schema);
  const found = node.kind === 'list' ? 'a list' : node.kind === 'map' ? 'a block of keys' : quote(plain(node));
  const expected = sortOf(schemaAt(schema, path));
  return new Complaint(`here stands ${found}; expected is ${expected}. ${describe(path, schema)}`, found, expected);
}

function wrongLength(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  node: SourceNode,
  path: SourcePath,
  schema: JsonSchema,
): Complaint {
  const wanted = String(issue.code === 'too_small' ? issue.minimum : issue.maximum);
  const count = node.kind === 'list' ? node.items.length : 0;
  const found = `a list of ${count}`;
  return new Complaint(
    `here stands ${found}; expected are ${wanted} values. ${describe(path, schema)}`,
    found,
    `${wanted} values`,
  );
}

function plain(node: SourceNode): unknown {
  return node.kind === 'scalar' ? node.value : node.kind === 'list' ? 'a list' : 'a block of keys';
}

function sortOf(schema: JsonSchema | undefined): string {
  const sorts = (schema?.anyOf ?? (schema ? [schema] : [])).map((choice) => {
    if (choice.enum) return `one of ${choice.enum.slice(0, 6).join(', ')}`;
    if (choice.anyOf) return sortOf(choice);
    if (choice.type === 'array') return 'a list, such as [a, b]';
    if (choice.type === 'object') return 'a block of keys, each with a colon';
    return choice.type === 'integer' || choice.type === 'number' ? 'a number' : 'text';
  });
  return sorts.length === 0 ? 'something else' : [...new Set(sorts)].join(', or ');
}

/** The schema's own words for what stands here, kept to a length that a message can bear. */
function describe(path: SourcePath, schema: JsonSchema): string {
  const says = schemaAt(schema, path)?.description ?? '';
  return says.length > 200 ? `${says.slice(0, 197)}…` : says;
}
