import { installPackages, isExecutable, pathOf } from './debianPackages.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** What playwright needs in order to start the browser of this machine: `chromium.launch(chromiumLaunch())`. */
export interface ChromiumLaunch {
  readonly executablePath: string;
  readonly args: string[];
}

/** @throws when there is no Chromium, with what to do about it */
export function chromiumLaunch(): ChromiumLaunch {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(NEEDED);
  // Chromium refuses its own sandbox to root, which is who runs in most containers.
  return { executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] };
}

/** The browser named by CHROMIUM_PATH, or the first one found on PATH. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.CHROMIUM_PATH) return isExecutable(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  return pathOf(NAMES, env);
}

/** What to say where there is none and none can be installed. */
export const NEEDED =
  'The page is tested in a real Chromium, and none was found: install one (Debian: apt-get install chromium), or set ' +
  'CHROMIUM_PATH to its executable.';

/**
 * Finds Chromium, or installs it where that needs nobody's password. Everything that it runs is said through `say`.
 * @returns its path, or undefined when there is none
 */
export function ensureChromium(say: (line: string) => void): string | undefined {
  const found = findChromium();
  if (found !== undefined || process.env.CHROMIUM_PATH) return found;
  installPackages('chromium', 'no Chromium yet', say);
  return findChromium();
}
