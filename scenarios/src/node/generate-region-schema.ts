import { editorSchemaOf } from '../format/editorSchema.js';
import { withDefinitions } from '../format/withDefinitions.js';
import { regionSchema } from '../sizing/region/regionSchema.js';

/** Prints the JSON Schema that editors complete and check region files with; `npm run generate` writes it. */
const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A dosetwin region',
  ...editorSchemaOf(regionSchema()),
};
process.stdout.write(`${JSON.stringify(withDefinitions(schema), null, 2)}\n`);
