#!/usr/bin/env node
// The `dosetwin` command. Sources are TypeScript and run as they are, so the loader is registered before the first import.
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

// The house's own settings, from whichever folder the command is called: that folder may have none, or others.
register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) });
await import('./main.ts');
