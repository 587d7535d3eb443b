import type { JsonSchema } from './editorSchema.js';

/** Characters: what is shorter is easier to read in place. */
const WORTH_A_NAME = 150;

/** The same schema with what it repeats written once, under `definitions`, so that the committed file stays readable. */
export function withDefinitions(schema: JsonSchema): JsonSchema {
  const counts = new Map<string, number>();
  count(schema, counts);
  const names = new Map<string, string>();
  const definitions: Record<string, unknown> = {};
  const { $schema, ...rest } = schema;
  const written = write(rest, counts, names, definitions, 'scenario', true) as JsonSchema;
  return { $schema, ...written, definitions };
}

/** What a subtree says apart from its description, which belongs to the place rather than to the form. */
function form(value: object): string {
  const { description: _, ...rest } = value as { description?: unknown };
  return JSON.stringify(rest);
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && ('type' in value || 'anyOf' in value);
}

function count(value: unknown, counts: Map<string, number>): void {
  if (typeof value !== 'object' || value === null) return;
  if (isSchema(value)) {
    const key = form(value);
    const before = counts.get(key) ?? 0;
    if (key.length >= WORTH_A_NAME) counts.set(key, before + 1);
    if (before > 0) return;
  }
  for (const inner of Object.values(value)) count(inner, counts);
}

function write(
  value: unknown,
  counts: Map<string, number>,
  names: Map<string, string>,
  definitions: Record<string, unknown>,
  hint: string,
  isRoot = false,
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => write(item, counts, names, definitions, hint));
  const key = isSchema(value) && !isRoot ? form(value) : '';
  if ((counts.get(key) ?? 0) < 2) {
    const entries = Object.entries(value).map(([name, inner]) => {
      const isKeyword = name === 'properties' || name === 'items' || name === 'anyOf' || name === 'additionalProperties';
      return [name, write(inner, counts, names, definitions, isKeyword ? hint : name)];
    });
    return Object.fromEntries(entries);
  }
  const { description, ...body } = value as JsonSchema;
  let name = names.get(key);
  if (name === undefined) {
    name = hint;
    for (let next = 2; Object.hasOwn(definitions, name); next++) name = `${hint}-${next}`;
    names.set(key, name);
    definitions[name] = {};
    definitions[name] = write(body, counts, names, definitions, hint, true);
  }
  const reference = { $ref: `#/definitions/${name}` };
  return description === undefined ? reference : { description, allOf: [reference] };
}
