/** The name of the mark in the page's head by which a server says that it shares a live run. */
export const LIVE_META = 'dosetwin-live';

/** What a page's address says of a live run: `#live`, `#live=TOKEN`, or nothing; `servedLive`: its server shares one. */
export function liveLink(hash: string, servedLive: boolean): { readonly token: string | undefined } | null {
  const found = /^#live(?:=([\w-]+))?$/.exec(hash);
  if (found) return { token: found[1] };
  return servedLive ? { token: undefined } : null;
}
