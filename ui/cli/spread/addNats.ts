import { type Command, Option } from 'commander';

/** Where the bus is and how it knows us. */
export interface NatsOptions {
  readonly nats: string;
  readonly natsCreds?: string | undefined;
}

const WHERE =
  'nats://HOST:4222, several servers with commas between; USER:PASSWORD@ or TOKEN@ before the host, tls:// to encrypt';

/** The two options by which a command finds its bus; `isNeeded`: it does nothing without. */
export function addNats(command: Command, use: string, isNeeded = false): Command {
  const nats = new Option('--nats <url>', `${use}: ${WHERE}`).makeOptionMandatory(isNeeded);
  const credentials = 'the credentials file (.creds) that the operator of the NATS servers handed out';
  return command.addOption(nats).option('--nats-creds <file>', credentials);
}
