import type { BufferGeometry } from 'three';
import { type Block, blocksGeometry, type Triple } from './blocksGeometry.js';

/** The twelve edges of a box as bars, for an outline that a graphics card draws thicker than a pixel. */
export function barsGeometry(size: Triple, bar: number): BufferGeometry {
  const blocks: Block[] = [];
  for (const axis of [0, 1, 2] as const) {
    const [u, v] = [(axis + 1) % 3, (axis + 2) % 3] as [number, number];
    for (const su of [-1, 1]) {
      for (const sv of [-1, 1]) {
        const at: [number, number, number] = [0, 0, 0];
        const length: [number, number, number] = [bar, bar, bar];
        at[u] = (su * size[u]!) / 2;
        at[v] = (sv * size[v]!) / 2;
        length[axis] = size[axis]! + bar;
        blocks.push({ at, size: length, color: '#ffffff' });
      }
    }
  }
  return blocksGeometry(blocks);
}
