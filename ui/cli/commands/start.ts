import { Exit, type ExitCode } from '../Exit.js';
import { StopSignal } from '../StopSignal.js';
import { servePage } from '../servePage.js';
import { terminal } from '../terminal.js';

export interface StartOptions {
  readonly port?: number;
  readonly host: string;
}

/** Serves the bench until Ctrl-C. */
export async function start(options: StartOptions): Promise<ExitCode> {
  const bench = await servePage(options);
  const stop = new StopSignal();
  terminal.print(bench.url);
  terminal.tell('The bench is open at this address, on this machine alone. Ctrl-C closes it.');
  await stop.given;
  await bench.close();
  return Exit.held;
}
