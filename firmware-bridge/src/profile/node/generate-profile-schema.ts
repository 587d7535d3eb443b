/** Writes the JSON Schema that editors read beside the profiles; `tools/generated.ts` lists it. */

import { writeFileSync } from 'node:fs';
import { profileEditorSchema } from '../profileEditorSchema.js';

const file = new URL('../../../profiles/profile.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(profileEditorSchema(), null, 2)}\n`);
