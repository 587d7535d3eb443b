#!/usr/bin/env node
// The `dosetwin` command. Sources are TypeScript and run as they are, so the loader is registered before the first import.
import { register } from 'tsx/esm/api';

register();
await import('./main.ts');
