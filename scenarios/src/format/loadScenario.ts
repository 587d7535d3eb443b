import { PARAMETERS } from '@dosetwin/twin';
import { Complaint } from './Complaint.js';
import { decodeUtf8 } from './decodeUtf8.js';
import { editorSchema, type JsonSchema } from './editorSchema.js';
import { PROBLEM_LIMIT, type Problem, type Problems } from './Problem.js';
import { placeOf } from './placeOf.js';
import { type PlacedComplaint, readYaml, SIZE_LIMIT } from './readYaml.js';
import { type Resolved, resolveScenario, variantComplaints, variantRoot } from './resolveScenario.js';
import type { Loaded, ResolvedScenario, Scenario, VariantHeader } from './Scenario.js';
import { nodeAt, type SourceNode } from './SourceNode.js';
import { SourceText } from './SourceText.js';
import type { ParameterBlocks } from './schema/placeSchemas.js';

/**
 * Reads a scenario from its text, or from a file's bytes, and checks it with every variant. Touches no file, takes bounded
 * time and memory, and never throws: whatever is wrong comes back as problems, in the order of the file, at most 20 of them.
 * `file` is the name that the problems carry.
 */
export function loadScenario(content: string | Uint8Array, file: string, blocks: ParameterBlocks = PARAMETERS): Loaded {
  const size = tooLarge(content.length, file);
  if (size) return size;
  const text = typeof content === 'string' ? content : textOf(content, file);
  if (typeof text !== 'string') return text;
  const source = new SourceText(file, text);
  const yaml = readYaml(text);
  if ('complaints' in yaml) return problemsOf(source, yaml.complaints);
  const { root } = yaml;
  const schema = editorSchemaOf(blocks);
  const base = resolveScenario(root, blocks, schema);
  const complaints = [...base.complaints, ...variantComplaints(root, schema)];
  for (const name of variantNames(root)) {
    const changed = variantRoot(root, name);
    if (changed) complaints.push(...resolveScenario(changed, blocks, schema).complaints);
  }
  if (complaints.length > 0) return problemsOf(source, complaints);
  return { scenario: scenarioOf(source, root, base, blocks, schema) };
}

/** The schema's plain form is the same for the same parameters, and costs more than reading a scenario does. */
const schemas = new WeakMap<ParameterBlocks, JsonSchema>();

function editorSchemaOf(blocks: ParameterBlocks): JsonSchema {
  const known = schemas.get(blocks) ?? editorSchema(blocks);
  schemas.set(blocks, known);
  return known;
}

function variantNames(root: SourceNode): readonly string[] {
  const variants = nodeAt(root, ['variants']);
  return variants?.kind === 'map' ? [...variants.entries.keys()] : [];
}

function scenarioOf(source: SourceText, root: SourceNode, base: Resolved, blocks: ParameterBlocks, schema: JsonSchema): Scenario {
  const {
    title = '',
    about = '',
    study = [],
    audience = [],
    check = false,
    imported = false,
    assumptions = [],
    variants = {},
  } = base.sections;
  const headers = Object.entries(variants).map(
    ([name, variant]): VariantHeader => ({ name, title: variant.title, about: variant.about ?? '' }),
  );
  const header = { study, audience, isCheck: check, isImported: imported, lookAt: base.sections['look-at'] ?? [] };
  const resolve = (variant: string | null, seed?: number): ResolvedScenario | null => {
    const own = headers.find(({ name }) => name === variant);
    const changed = variant === null ? root : variantRoot(root, variant);
    if (changed === null || (variant !== null && !own)) return null;
    const resolved = seed === undefined && variant === null ? base : resolveScenario(changed, blocks, schema, seed);
    const expectations = resolved.expectations.map(({ index, expectation }) => {
      const place = placeOf(changed, ['expectations', index]);
      return { expectation, ...source.placeOf(place.from) };
    });
    const { spec } = resolved;
    return {
      ...header,
      title: own?.title ?? title,
      about: own?.about || about,
      variant,
      seed: resolved.seed,
      spec,
      expectations,
    };
  };
  return {
    file: source.file,
    text: source.text,
    ...header,
    title,
    about,
    seed: base.seed,
    assumptions,
    variants: headers,
    resolve,
  };
}

/** Complaints as problems: in the order of the file, each once, though several variants may share its cause. */
function problemsOf(source: SourceText, complaints: readonly PlacedComplaint[]): Problems {
  const seen = new Map<string, Problem>();
  for (const { path, from, to, complaint } of [...complaints].sort((a, b) => a.from - b.from)) {
    const key = `${from} ${complaint.message}`;
    if (!seen.has(key)) seen.set(key, source.problem(path, from, to, complaint));
  }
  const problems = [...seen.values()];
  return { problems: problems.slice(0, PROBLEM_LIMIT), more: Math.max(0, problems.length - PROBLEM_LIMIT) };
}

function tooLarge(length: number, file: string): Problems | null {
  if (length <= SIZE_LIMIT) return null;
  const found = `${(length / SIZE_LIMIT).toFixed(1)} MiB`;
  const message = `the file has ${found}; a scenario has at most 1 MiB, and most have a few kilobytes: is it the right file?`;
  return problemsOf(new SourceText(file, ''), [
    { path: '', from: 0, to: 1, complaint: new Complaint(message, found, 'at most 1 MiB') },
  ]);
}

function textOf(bytes: Uint8Array, file: string): string | Problems {
  const refuse = (text: string, message: string, found: string) =>
    problemsOf(new SourceText(file, text), [
      { path: '', from: text.length, to: text.length + 1, complaint: new Complaint(message, found, 'text in UTF-8') },
    ]);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return refuse('', 'the file is in UTF-16; save it as UTF-8', 'UTF-16');
  }
  const decoded = decodeUtf8(bytes);
  if ('text' in decoded) return decoded.text;
  const { badByteAt } = decoded;
  const before = decodeUtf8(bytes.subarray(0, badByteAt));
  const byte = `the byte 0x${(bytes[badByteAt] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
  return refuse(
    'text' in before ? before.text : '',
    `${byte} here is not UTF-8; save the file as UTF-8, or check that it is a text file`,
    byte,
  );
}
