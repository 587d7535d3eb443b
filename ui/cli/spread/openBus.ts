import { hostname } from 'node:os';
import { Bus } from '@dosetwin/scenarios/node/spread/Bus';
import { natsAddress } from '@dosetwin/scenarios/node/spread/natsAddress';
import type { NatsOptions } from './addNats.js';
import { refusalOf } from './refusalOf.js';

/** Connects a command to the bus; what is wrong with it is a refusal in words. */
export async function openBus(
  { nats, natsCreds: credentials }: NatsOptions,
  name: string,
  { say, isStopped }: { readonly say: (text: string) => void; readonly isStopped: () => boolean },
): Promise<Bus> {
  try {
    return await Bus.connect({ address: natsAddress(nats), name: `dosetwin ${name}`, credentials, say, isStopped });
  } catch (error) {
    throw refusalOf(error);
  }
}

/** What this process is called on the bus, unless it is given a name: its machine and its number there. */
export function nameHere(): string {
  return `${hostname()
    .replace(/[^\w-]/g, '-')
    .slice(0, 60)}-${process.pid}`;
}
