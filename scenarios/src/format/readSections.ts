import type { z } from 'zod';
import { plainOf, type SourceMap, type SourceNode } from './SourceNode.js';
import type { ParameterBlocks } from './schema/placeSchemas.js';
import { type ScenarioFile, scenarioSchema } from './schema/scenarioSchema.js';

/**
 * What could be read of a scenario. A section or an entry that the schema refused is left out (a list keeps a gap), so that
 * the rest can still be looked at, and all problems of a file be told at once.
 */
export type ReadSections = { readonly [key in keyof ScenarioFile]?: ScenarioFile[key] | undefined };

export interface SectionsRead {
  readonly sections: ReadSections;
  readonly issues: readonly z.core.$ZodIssue[];
}

export function readSections(root: SourceNode, blocks: ParameterBlocks): SectionsRead {
  const schema = scenarioSchema(blocks);
  const whole = schema.safeParse(plainOf(root));
  if (whole.success) return { sections: whole.data, issues: [] };
  const { issues } = whole.error;
  if (root.kind !== 'map') return { sections: {}, issues };
  const sections = Object.entries(schema.shape).map(([key, section]) => [key, readSection(key, section, root, issues)] as const);
  return { sections: Object.fromEntries(sections) as ReadSections, issues };
}

function readSection(key: string, section: z.ZodType, root: SourceMap, issues: readonly z.core.$ZodIssue[]): unknown {
  const node = root.entries.get(key)?.value;
  const isRefused = (...path: readonly (string | number)[]) =>
    issues.some((issue) => path.every((step, i) => issue.path[i] === step) && issue.path.length >= path.length);
  if (!isRefused(key) || node === undefined) return section.safeParse(node && plainOf(node)).data;
  // A list where a block belongs, or the other way round: nothing in it can be taken for what it is not.
  if (node.kind === 'scalar' || !section.safeParse(node.kind === 'map' ? {} : []).success) return undefined;
  if (node.kind === 'map') {
    const good = [...node.entries].filter(([name]) => !isRefused(key, name)).map(([name, { value }]) => [name, plainOf(value)]);
    return section.safeParse(Object.fromEntries(good)).data;
  }
  return node.items.map((item, i) =>
    isRefused(key, i) ? undefined : (section.safeParse([plainOf(item)]).data as unknown[] | undefined)?.[0],
  );
}
