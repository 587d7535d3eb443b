import { z } from 'zod';
import type { SourcePath } from './SourceNode.js';
import type { ParameterBlocks } from './schema/placeSchemas.js';
import { scenarioSchema } from './schema/scenarioSchema.js';

/** A schema of JSON Schema, draft 7, as plain data. */
export interface JsonSchema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly [keyword: string]: unknown;
}

/** The JSON Schema that editors complete and check scenario files with, made from the schema that reads them. */
export function editorSchema(blocks: ParameterBlocks): JsonSchema {
  const schema = editorSchemaOf(scenarioSchema(blocks));
  const properties = schema.properties as Readonly<Record<string, JsonSchema>>;
  const variants = properties.variants as JsonSchema;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A dosetwin scenario',
    ...schema,
    properties: { ...properties, variants: withChange(variants, changeSchema(schema)) },
  };
}

/** The plain form of any schema that reads a file, made once for each. */
export function editorSchemaOf(schema: z.ZodType): JsonSchema {
  const known = plainForms.get(schema);
  if (known) return known;
  const written = z.toJSONSchema(schema, { io: 'input', target: 'draft-7', override: markRequired });
  const { $schema: _, ...plain } = written as JsonSchema;
  plainForms.set(schema, plain);
  return plain;
}

const plainForms = new WeakMap<z.ZodType, JsonSchema>();

/** A scalar is anything until it is read, which zod takes for optional: what is neither optional nor has a default is required. */
function markRequired({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (!(zodSchema instanceof z.ZodObject)) return;
  const inner = Object.entries(zodSchema.shape as Readonly<Record<string, z.ZodType>>);
  const required = inner
    .filter(([, schema]) => schema.def.type !== 'optional' && schema.def.type !== 'default')
    .map(([key]) => key);
  if (required.length > 0) jsonSchema.required = required;
  jsonSchema.additionalProperties = false;
}

/** Keys that a variant has of its own, or that would make no sense in a change. */
export const NOT_IN_A_CHANGE: readonly string[] = ['title', 'about', 'study', 'audience', 'check', 'assumptions', 'variants'];

/** What `change:` may hold: the scenario's own keys, none of them required, and `~` to take one away. */
function changeSchema(schema: JsonSchema): JsonSchema {
  const kept = Object.entries(schema.properties ?? {}).filter(([key]) => !NOT_IN_A_CHANGE.includes(key));
  return relaxed({ ...schema, properties: Object.fromEntries(kept) });
}

function withChange(variants: JsonSchema, change: JsonSchema): JsonSchema {
  const variant = variants.additionalProperties as JsonSchema;
  const properties = variant.properties as Readonly<Record<string, JsonSchema>>;
  const description = properties.change?.description ?? '';
  return {
    ...variants,
    additionalProperties: { ...variant, properties: { ...properties, change: { ...change, description } } },
  };
}

/** Maps lose what they require, since a change names only what differs; lists are replaced whole and keep it. */
function relaxed(schema: JsonSchema): JsonSchema {
  const { required: _, ...rest } = schema;
  const inner = rest.additionalProperties;
  return {
    ...rest,
    ...(rest.properties && { properties: mapped(rest.properties, (value) => orNull(relaxed(value))) }),
    ...(typeof inner === 'object' && { additionalProperties: orNull(relaxed(inner)) }),
    ...(rest.anyOf && { anyOf: rest.anyOf.map(relaxed) }),
  };
}

function orNull(schema: JsonSchema): JsonSchema {
  const { description, ...rest } = schema;
  return { ...(description !== undefined && { description }), anyOf: [rest, { type: 'null' }] };
}

function mapped(record: Readonly<Record<string, JsonSchema>>, change: (schema: JsonSchema) => JsonSchema) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** The schema of what stands at a path; `undefined` where none does. Of alternatives, the first that leads on. */
export function schemaAt(schema: JsonSchema, path: SourcePath): JsonSchema | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return schema;
  const inner = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
  const own = schema.properties;
  const next = typeof key === 'number' ? schema.items : own && Object.hasOwn(own, key) ? own[key] : inner;
  if (next) return schemaAt(next, rest);
  for (const choice of schema.anyOf ?? []) {
    const found = schemaAt(choice, path);
    if (found) return found;
  }
  return undefined;
}

/** The keys that a map at a path may have. */
export function keysAt(schema: JsonSchema, path: SourcePath): readonly string[] {
  const found = schemaAt(schema, path);
  const choices = found ? [found, ...(found.anyOf ?? [])] : [];
  return choices.flatMap(({ properties }) => Object.keys(properties ?? {}));
}
