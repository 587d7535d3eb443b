import { serveBench } from '../../server/serve.js';
import { Exit, type ExitCode } from '../Exit.js';
import { Refusal } from '../Refusal.js';
import { StopSignal } from '../StopSignal.js';
import { terminal } from '../terminal.js';

export interface StartOptions {
  readonly port?: number;
  readonly host: string;
}

/** Tried one after the other when no port was asked for; 0 is any that is free. */
const PORTS = [4380, 4381, 4382, 4383, 4384, 4385, 4386, 4387, 4388, 4389, 0] as const;

/** Serves the bench until Ctrl-C. */
export async function start({ port, host }: StartOptions): Promise<ExitCode> {
  const stop = new StopSignal();
  const bench = await serve(port === undefined ? PORTS : [port], host);
  terminal.print(bench.url);
  terminal.tell('The bench is open at this address, on this machine alone. Ctrl-C closes it.');
  await stop.given;
  await bench.close();
  return Exit.held;
}

async function serve(ports: readonly number[], host: string): ReturnType<typeof serveBench> {
  for (const port of ports) {
    try {
      return await serveBench({ port, host });
    } catch (error) {
      if (port === ports.at(-1) || !isTaken(error)) throw refusalOf(error, port, host);
    }
  }
  throw new Refusal(Exit.environment, `No port is free on ${host}.`);
}

function isTaken(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
}

function refusalOf(error: unknown, port: number, host: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (isTaken(error)) {
    return new Refusal(Exit.environment, `Port ${port} is in use on this machine. Choose another with --port, or leave --port out.`);
  }
  if (code === 'EACCES') return new Refusal(Exit.environment, `Port ${port} may not be opened by you; ports from 1024 on may.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new Refusal(Exit.environment, `${host} is no address of this machine (${code}).`);
  return error;
}
