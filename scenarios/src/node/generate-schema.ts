import { fileURLToPath, pathToFileURL } from 'node:url';
import { PARAMETERS } from '@dosetwin/twin';
import { editorSchema } from '../format/editorSchema.js';
import { withDefinitions } from '../format/withDefinitions.js';

/** The JSON Schema that editors read, beside the library that names it. */
export const SCHEMA_FILE = fileURLToPath(new URL('../../scenario.schema.json', import.meta.url));

export function schemaText(): string {
  return `${JSON.stringify(withDefinitions(editorSchema(PARAMETERS)), null, 2)}\n`;
}

/** `npm run generate` writes what this prints. */
if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) process.stdout.write(schemaText());
