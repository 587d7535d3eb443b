import { LIVE_META, liveLink } from './liveLink.js';

/** Joins a live run if the page's address or its server says so; the parts that this takes are loaded then. */
export function joinByLink(): void {
  const servedLive = document.querySelector(`meta[name="${LIVE_META}"]`) !== null;
  const link = liveLink(location.hash, servedLive);
  if (link !== null) void import('./joinLive.js').then(({ joinLive }) => joinLive(link.token));
}
