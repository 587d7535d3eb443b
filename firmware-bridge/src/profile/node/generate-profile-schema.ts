/** Prints the JSON Schema that editors read beside the profiles; `tools/generated.ts` lists it. */

import { profileEditorSchema } from '../profileEditorSchema.js';

process.stdout.write(`${JSON.stringify(profileEditorSchema(), null, 2)}\n`);
