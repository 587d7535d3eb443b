import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PARAMETERS } from '@dosetwin/twin';
import { editorSchema } from '../format/editorSchema.js';
import { withDefinitions } from '../format/withDefinitions.js';

/** The JSON Schema that editors read, beside the library that names it. */
export const SCHEMA_FILE = fileURLToPath(new URL('../../scenario.schema.json', import.meta.url));

export function schemaText(): string {
  return `${JSON.stringify(withDefinitions(editorSchema(PARAMETERS)), null, 2)}\n`;
}

/** `tsx scenarios/src/node/generate-schema.ts` writes the schema; with `--check` it only compares, and exits 1 if it is old. */
function main(isCheck: boolean): void {
  if (!isCheck) return writeFileSync(SCHEMA_FILE, schemaText());
  if (readFileSync(SCHEMA_FILE, 'utf8') === schemaText()) return;
  console.error('scenarios/scenario.schema.json is old: run npx tsx scenarios/src/node/generate-schema.ts');
  process.exitCode = 1;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  main(process.argv.includes('--check'));
