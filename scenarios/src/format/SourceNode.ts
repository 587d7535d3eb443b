/** What a scenario file says, as maps, lists and scalars that know where they stand, also after a variant was laid over. */
export type SourceNode = SourceMap | SourceList | SourceScalar;

interface Placed {
  /** `sites.harbour-house.zone`; empty for the whole file. */
  readonly path: string;
  /** Offsets into the text. */
  readonly from: number;
  readonly to: number;
}

export interface SourceMap extends Placed {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, SourceEntry>;
}

export interface SourceEntry {
  readonly keyFrom: number;
  readonly keyTo: number;
  readonly value: SourceNode;
}

export interface SourceList extends Placed {
  readonly kind: 'list';
  readonly items: readonly SourceNode[];
}

export interface SourceScalar extends Placed {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}

export type SourcePath = readonly (string | number)[];

export function childPath(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
}

/** The same as plain data, for the schema. A key that has nothing after its colon stays, as null. */
export function plainOf(node: SourceNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plainOf);
  return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, plainOf(value)]));
}

/** The node at a path, or undefined where the path leads to nothing. */
export function nodeAt(root: SourceNode, path: SourcePath): SourceNode | undefined {
  let node: SourceNode | undefined = root;
  for (const key of path) {
    if (node?.kind === 'map') node = node.entries.get(String(key))?.value;
    else if (node?.kind === 'list') node = node.items[Number(key)];
    else return undefined;
  }
  return node;
}

/**
 * A variant's change laid over the file: maps are merged key by key, anything else is replaced, and a key whose new value
 * is null (`~`) is taken away.
 */
export function overlaid(base: SourceNode, change: SourceNode): SourceNode {
  if (base.kind !== 'map' || change.kind !== 'map') return change;
  const entries = new Map(base.entries);
  for (const [key, entry] of change.entries) {
    const before = entries.get(key);
    if (entry.value.kind === 'scalar' && entry.value.value === null && before) entries.delete(key);
    else entries.set(key, before ? { ...entry, value: overlaid(before.value, entry.value) } : entry);
  }
  // Places stay those of the base, so that something missing is shown where the whole stands.
  return { ...base, entries };
}
