// What a worker thread runs. Sources are TypeScript and run as they are, so the loader is registered before the first import.
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

register({ tsconfig: fileURLToPath(new URL('../../../tsconfig.json', import.meta.url)) });

export const { simulateBlocks } = await import('../sizing/study/simulateBlocks.js');
