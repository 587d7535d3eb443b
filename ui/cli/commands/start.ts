import { type ServedBench, serveBench } from '../../server/serve.js';
import { Exit, type ExitCode } from '../Exit.js';
import { Refusal } from '../Refusal.js';
import { StopSignal } from '../StopSignal.js';
import { terminal } from '../terminal.js';

export interface StartOptions {
  readonly port?: number;
  readonly host: string;
}

/** A page whose sources changed is built first, and whoever waits is told so. */
const PATIENCE_MS = 1_000;

/** Serves the bench until Ctrl-C. */
export async function start(options: StartOptions): Promise<ExitCode> {
  const bench = await serve(options);
  const stop = new StopSignal();
  terminal.print(bench.url);
  terminal.tell('The bench is open at this address, on this machine alone. Ctrl-C closes it.');
  await stop.given;
  await bench.close();
  return Exit.held;
}

async function serve(options: StartOptions): Promise<ServedBench> {
  const notice = setTimeout(() => terminal.tell('Building the page, which takes some seconds the first time…'), PATIENCE_MS);
  try {
    return await serveBench(options);
  } catch (error) {
    throw refusalOf(error, options) ?? error;
  } finally {
    clearTimeout(notice);
  }
}

function refusalOf(error: unknown, { port, host }: StartOptions): Refusal | null {
  const { code } = error as NodeJS.ErrnoException;
  const which = port === undefined ? 'The ports from 4173 on are' : `Port ${port} is`;
  const advice = port === undefined ? 'Choose one with --port.' : 'Choose another with --port, or leave --port out.';
  if (code === 'EADDRINUSE') return new Refusal(Exit.environment, `${which} in use on this machine. ${advice}`);
  if (code === 'EACCES') return new Refusal(Exit.environment, `${which} not yours to open; those from 1024 on may be.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new Refusal(Exit.environment, `${host} is no address of this machine (${code}).`);
  }
  return null;
}
