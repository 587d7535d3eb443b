import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';

const CONFIG = fileURLToPath(new URL('vite.config.ts', import.meta.url));

/** Builds the page as everybody gets it, also where the surroundings name another kind of build, as test runners do. */
export async function buildPage(options: InlineConfig): Promise<void> {
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await build({ ...options, configFile: CONFIG, logLevel: 'error' });
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}
