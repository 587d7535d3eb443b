import { readFileSync } from 'node:fs';
import { connect, credsAuthenticator, type NatsConnection, type NodeConnectionOptions } from '@nats-io/transport-node';
import { BusFault } from './BusFault.js';
import type { NatsAddress } from './natsAddress.js';

const FIRST_ANSWER_MS = 5_000;
const BETWEEN_TRIES_MS = 500;

/** Connects, and for ever again where the line breaks later. Throws a `BusFault` where there is no server, or it does not let us in. */
export async function connectNats(address: NatsAddress, name: string, credentials: string | undefined): Promise<NatsConnection> {
  const { servers, isEncrypted, user, password, token } = address;
  const options: NodeConnectionOptions = {
    name,
    servers: [...servers],
    timeout: FIRST_ANSWER_MS,
    maxReconnectAttempts: -1,
    reconnectTimeWait: BETWEEN_TRIES_MS,
    ignoreAuthErrorAbort: true,
    pingInterval: 10_000,
    ...(isEncrypted ? { tls: {} } : {}),
    ...(user === undefined ? {} : { user, pass: password ?? '' }),
    ...(token === undefined ? {} : { token }),
    ...(credentials === undefined ? {} : { authenticator: credsAuthenticator(readCredentials(credentials)) }),
  };
  try {
    return await connect(options);
  } catch (error) {
    throw faultOf(error as Error, servers);
  }
}

function readCredentials(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new BusFault(
      'address',
      `The credentials ${path} cannot be read (${code}). The server's operator hands them out as a .creds file.`,
    );
  }
}

function faultOf(error: Error, servers: readonly string[]): Error {
  if (error instanceof BusFault) return error;
  const where = servers.join(', ');
  if (/authori[sz]ation|authentication|credentials|nkey/i.test(`${error.name} ${error.message}`)) {
    const how = 'Put USER:PASSWORD@ or TOKEN@ before the host, or give the credentials file that its operator handed out.';
    return new BusFault('surroundings', `The NATS server at ${where} does not let us in (${error.message}). ${how}`);
  }
  if (/\btls\b|certificate/i.test(error.message)) {
    const how = 'Write nats:// where it does not encrypt; where it does, its certificate must be one that this machine trusts.';
    return new BusFault('surroundings', `The NATS server at ${where} and we do not agree on TLS (${error.message}). ${how}`);
  }
  const how = 'Start one (Debian: apt-get install nats-server, then nats-server -js), or mend the address.';
  return new BusFault('surroundings', `No NATS server answers at ${where} (${error.message}). ${how}`);
}
