import { installPackages, isExecutable, pathOf } from './debianPackages.js';

/** Debian keeps it where only root's PATH looks. */
const FOLDERS = '/usr/sbin:/usr/local/sbin';

/** What to say where there is none and none can be installed. */
export const NEEDED =
  'Studies on several machines are tested with real NATS servers, and no nats-server was found: install it (Debian: apt-get ' +
  'install nats-server), or set NATS_SERVER_PATH to its executable.';

/** The server named by NATS_SERVER_PATH, or the first one found on PATH and where Debian keeps it. */
export function findNats(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.NATS_SERVER_PATH) return isExecutable(env.NATS_SERVER_PATH) ? env.NATS_SERVER_PATH : undefined;
  return pathOf(['nats-server'], { PATH: `${env.PATH ?? ''}:${FOLDERS}` });
}

/**
 * Finds nats-server, or installs it where that needs nobody's password. Everything that it runs is said through `say`.
 * @returns its path, or undefined when there is none
 */
export function ensureNats(say: (line: string) => void): string | undefined {
  const found = findNats();
  if (found !== undefined || process.env.NATS_SERVER_PATH) return found;
  installPackages('nats-server', 'no nats-server yet', say);
  return findNats();
}
