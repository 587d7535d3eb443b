import { BusFault } from './BusFault.js';

/** Where NATS servers are, and how they know us. */
export interface NatsAddress {
  readonly servers: readonly string[];
  readonly isEncrypted: boolean;
  readonly user?: string;
  readonly password?: string;
  readonly token?: string;
}

const EXPECTED = 'nats://HOST:PORT was expected (PORT is 4222 where it is left out), several of them with commas between';

/**
 * Reads `nats://HOST:PORT[,nats://HOST:PORT…]`, with `USER:PASSWORD@` or `TOKEN@` before the first host where the servers ask for it, and
 * `tls://` where the line is to be encrypted. Throws a `BusFault`.
 */
export function natsAddress(text: string): NatsAddress {
  const urls = text.split(',').map((part) => urlOf(part.trim()));
  const first = urls[0] as URL;
  const named = urls.find((url) => url.username !== '') ?? first;
  const [user, password] = [decodeURIComponent(named.username), decodeURIComponent(named.password)];
  return {
    servers: urls.map(({ hostname, port }) => `${hostname}:${port === '' ? '4222' : port}`),
    isEncrypted: urls.some(({ protocol }) => protocol === 'tls:'),
    ...(user === '' ? {} : password === '' ? { token: user } : { user, password }),
  };
}

function urlOf(part: string): URL {
  const withScheme = /^[a-z]+:\/\//i.test(part) ? part : `nats://${part}`;
  const url = URL.canParse(withScheme) ? new URL(withScheme) : null;
  // What was written may hold a password, so it is not said again.
  if (url === null || url.hostname === '') throw new BusFault('address', `This is no address of a NATS server: ${EXPECTED}.`);
  if (!['nats:', 'tls:'].includes(url.protocol)) {
    throw new BusFault('address', `${url.protocol}// is no way to speak to a NATS server: ${EXPECTED}; tls:// encrypts.`);
  }
  if (!['', '/'].includes(url.pathname) || url.search !== '' || url.hash !== '') {
    throw new BusFault('address', `Behind ${url.host} stands more than an address: ${EXPECTED}.`);
  }
  return url;
}
