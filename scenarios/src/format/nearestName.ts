import { distance } from 'fastest-levenshtein';
import { Complaint, quote } from './Complaint.js';

/**
 * The name nearest to what was written, if it is near enough to have been meant: two letters, or a third, may differ; or it is
 * the only one that begins so.
 */
export function nearestName(written: string, names: Iterable<string>): string | null {
  if (written.length > 100) return null;
  const wanted = written.toLowerCase();
  const reach = wanted.length <= 3 ? 1 : Math.max(2, Math.floor(wanted.length / 3));
  let nearest: string | null = null;
  let least = reach + 1;
  for (const name of names) {
    const far = distance(wanted, name.toLowerCase());
    if (far < least) {
      nearest = name;
      least = far;
    }
  }
  return nearest ?? onlyOneThatBegins(wanted, names);
}

function onlyOneThatBegins(wanted: string, names: Iterable<string>): string | null {
  if (wanted.length < 3) return null;
  const found = [...names].filter((name) => name.toLowerCase().startsWith(wanted));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** `'harbor-house' is no site; did you mean harbour-house?`, or the names that there are. `kind` comes without an article. */
export function unknownName(written: unknown, kind: string, names: readonly string[]): Complaint {
  const found = quote(written);
  const nearest = nearestName(String(written), names);
  const advice = nearest === null ? listed(kind, names) : `did you mean ${nearest}?`;
  return new Complaint(`${found} is no ${kind}; ${advice}`, found, `a ${kind}`, nearest);
}

const SHOWN = 12;

function listed(kind: string, names: readonly string[]): string {
  if (names.length === 0) return `this file has no ${kind}`;
  if (names.length === 1) return `the only one is ${names[0]}`;
  if (names.length > SHOWN) return `there are ${names.length}: ${names.slice(0, SHOWN).join(', ')}…`;
  return `there are ${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}
