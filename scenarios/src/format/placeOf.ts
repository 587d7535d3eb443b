import { nodeAt, type SourceNode, type SourcePath } from './SourceNode.js';

/** Where something stands, as offsets into the text, and its path there: in a variant, the path of the variant's own text. */
export interface SourcePlace {
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

/** The place of a value; of a key (`atKey`); or, where the path leads to nothing, of the key of what it is missing from. */
export function placeOf(root: SourceNode, path: SourcePath, atKey = false): SourcePlace {
  const node = nodeAt(root, path);
  const parent = nodeAt(root, path.slice(0, -1));
  const key = String(path[path.length - 1]);
  if (node && (!atKey || parent?.kind !== 'map')) return { path: node.path, from: node.from, to: node.to };
  if (node && parent?.kind === 'map') {
    const entry = parent.entries.get(key);
    return { path: node.path, from: entry?.keyFrom ?? node.from, to: entry?.keyTo ?? node.to };
  }
  if (path.length === 0) return { path: '', from: root.from, to: root.from + 1 };
  return placeOf(root, path.slice(0, -1), true);
}
