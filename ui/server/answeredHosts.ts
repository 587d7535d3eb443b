import { hostname, networkInterfaces } from 'node:os';
import { isLocalHost } from './isLocalHost.js';

/** Whether a name stands for this server. */
export type Answers = (host: string) => boolean;

/**
 * The names to which a server answers that listens at `host`. A page elsewhere could point a name of its own at this server;
 * only names that mean it are answered: this machine's own, the one given, and where that means every address, each of them.
 */
export function answeredHosts(host: string): Answers {
  const names = new Set([bare(host)]);
  if (EVERY_ADDRESS.includes(bare(host))) {
    names.add(hostname().toLowerCase());
    for (const address of Object.values(networkInterfaces()).flat()) if (address !== undefined) names.add(bare(address.address));
  }
  return (name) => isLocalHost(name) || names.has(bare(name));
}

const EVERY_ADDRESS: readonly string[] = ['0.0.0.0', '::'];

/** The host of a `Host` header, without its port. */
export function hostOfHeader(header: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d+)?$/.exec(header);
  return bracketed ? (bracketed[1] ?? '') : header.replace(/:\d+$/, '');
}

/** In lower case, without brackets and without the zone of a link-local address. */
function bare(host: string): string {
  return host
    .replace(/^\[|\]$/g, '')
    .replace(/%.*$/, '')
    .toLowerCase();
}
