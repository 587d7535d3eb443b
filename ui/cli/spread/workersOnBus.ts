import { programHere } from '@dosetwin/scenarios/node/programHere';
import { BusStudy } from '@dosetwin/scenarios/node/spread/BusStudy';
import { BusWorker } from '@dosetwin/scenarios/node/spread/BusWorker';
import type { Simulators, SimulatorsWanted } from '../size/Simulators.js';
import type { NatsOptions } from './addNats.js';
import { nameHere, openBus } from './openBus.js';
import { refusalOf } from './refusalOf.js';

/** Workers on the bus, and as many threads here as were asked for, which take their blocks from there too. */
export async function workersOnBus(
  wanted: SimulatorsWanted,
  { workers, goOn, ...nats }: NatsOptions & { readonly workers: number | undefined; readonly goOn: boolean },
): Promise<Simulators> {
  const [name, program] = [nameHere(), programHere()];
  const bus = await openBus(nats, name, wanted);
  try {
    const study = await BusStudy.begin(bus, { ...wanted, name, program, goOn });
    const helper = workers === undefined ? null : await workerHere(nats, name, workers);
    return {
      run: (blocks, onDone) => study.run(blocks, onDone),
      close: async (isWhole) => {
        await Promise.all([helper?.(), study.end(isWhole)]);
        await bus.close();
      },
    };
  } catch (error) {
    await bus.close();
    throw refusalOf(error);
  }
}

/** A worker of this process, on a line of its own. Returns what ends it. */
async function workerHere(nats: NatsOptions, name: string, threads: number): Promise<() => Promise<void>> {
  let isStopped = false;
  const surroundings = { say: () => {}, isStopped: () => isStopped };
  const bus = await openBus(nats, name, surroundings);
  const ended = new BusWorker(bus, { name, threads, program: programHere(), ...surroundings }).run();
  return async () => {
    isStopped = true;
    await ended;
    await bus.close();
  };
}
