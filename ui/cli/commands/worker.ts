import { programInWords } from '@dosetwin/scenarios';
import { programHere } from '@dosetwin/scenarios/node/programHere';
import { BusWorker } from '@dosetwin/scenarios/node/spread/BusWorker';
import { Exit, type ExitCode } from '../Exit.js';
import { StopSignal } from '../StopSignal.js';
import type { NatsOptions } from '../spread/addNats.js';
import { nameHere, openBus } from '../spread/openBus.js';
import { terminal } from '../terminal.js';

export interface WorkerOptions extends NatsOptions {
  readonly threads: number;
  readonly name?: string;
}

/** Simulates for whatever study is on the bus, until Ctrl-C. */
export async function worker({ threads, name = nameHere(), ...nats }: WorkerOptions): Promise<ExitCode> {
  const stop = new StopSignal();
  const say = (text: string) => terminal.tell(text);
  const isStopped = () => stop.isGiven;
  const program = programHere();
  const bus = await openBus(nats, name, { say, isStopped });
  say(`The worker ${name}, dosetwin ${programInWords(program)}, waits for blocks. Ctrl-C ends it once those in hand are done.`);
  const blocks = await new BusWorker(bus, { name, threads, program, say, isStopped }).run();
  await bus.close();
  say(`The worker ${name} has simulated ${blocks === 1 ? '1 block' : `${blocks} blocks`}.`);
  return Exit.held;
}
