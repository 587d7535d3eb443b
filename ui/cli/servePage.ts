import { type ServedBench, type ServeOptions, serveBench } from '../server/serve.js';
import { Exit } from './Exit.js';
import { Refusal } from './Refusal.js';
import { terminal } from './terminal.js';

/** A page whose sources changed is built first, and whoever waits is told so. */
const PATIENCE_MS = 1_000;

/** Serves the page for a command; what the machine refuses is a refusal in words. */
export async function servePage(options: ServeOptions & { readonly host: string }): Promise<ServedBench> {
  const notice = setTimeout(() => terminal.tell('Building the page, which takes some seconds the first time…'), PATIENCE_MS);
  try {
    return await serveBench(options);
  } catch (error) {
    throw refusalOf(error, options) ?? error;
  } finally {
    clearTimeout(notice);
  }
}

function refusalOf(error: unknown, { port, host }: { readonly port?: number; readonly host: string }): Refusal | null {
  const { code } = error as NodeJS.ErrnoException;
  const which = port === undefined ? 'The ports from 4173 on are' : `Port ${port} is`;
  const advice = port === undefined ? 'Choose one with --port.' : 'Choose another with --port, or leave --port out.';
  if (code === 'EADDRINUSE') return new Refusal(Exit.environment, `${which} in use on this machine. ${advice}`);
  if (code === 'EACCES') return new Refusal(Exit.environment, `${which} not yours to open; those from 1024 on may be.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new Refusal(Exit.environment, `${host} is no address of this machine (${code}).`);
  }
  return null;
}
