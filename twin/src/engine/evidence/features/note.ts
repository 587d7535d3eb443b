/** A record that says where it comes from: what feature charts do so that the order of things shows. */
export function note(kind: string): { readonly type: 'record'; readonly params: { readonly kind: string } } {
  return { type: 'record', params: { kind } };
}

/** A guard of the vocabulary. */
export function when(type: 'below' | 'atLeast' | 'equals', counter: 'x' | 'y', limit: 'few' | 'many') {
  return { type, params: { counter, limit } };
}

export function increment(counter: 'x' | 'y') {
  return { type: 'increment', params: { counter } };
}

/** A state that says when it is entered and left. */
export function noisy(name: string, rest: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { entry: note(`enter ${name}`), exit: note(`exit ${name}`), ...rest };
}
