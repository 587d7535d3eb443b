/**
 * What `on:` may name, as XState reads it: an event; `*`, every event; `foo.*`, every event whose first words are `foo`.
 * A star anywhere else matches nothing there, and is refused here.
 */

/** The prefix of `foo.*`, `foo`; `null` of a descriptor that is no prefix. */
export function prefixOf(descriptor: string): string | null {
  return descriptor.endsWith('.*') && descriptor !== '.*' ? descriptor.slice(0, -2) : null;
}

/** Whether XState would understand it. */
export function isDescriptor(descriptor: string): boolean {
  if (descriptor === '*') return true;
  const plain = prefixOf(descriptor) ?? descriptor;
  return plain !== '' && !plain.includes('*');
}

export function matches(event: string, descriptor: string): boolean {
  if (descriptor === event || descriptor === '*') return true;
  const prefix = prefixOf(descriptor);
  return prefix !== null && isUnder(event, prefix);
}

/** `foo` and `foo.bar` lie under `foo`; `food` does not. */
export function isUnder(event: string, prefix: string): boolean {
  return event === prefix || event.startsWith(`${prefix}.`);
}
