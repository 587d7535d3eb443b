import { useFrame } from '@react-three/fiber';
import { useRef } from 'react';

/** What one frame cost: time until the picture was there (`null` when nobody waited for it), draw calls and triangles. */
export interface FrameCost {
  readonly ms: number | null;
  readonly calls: number;
  readonly triangles: number;
}

/** Frames that are waited for and timed: the rest are only counted. */
const TIMED = 2;

/** Draws the picture, in the renderer's place, and tells what it cost. */
export function FrameMeter({ onFrame }: { readonly onFrame: ((cost: FrameCost) => void) | undefined }) {
  const drawn = useRef(0);
  useFrame(({ gl, scene, camera }) => {
    const began = performance.now();
    gl.render(scene, camera);
    drawn.current += 1;
    const waited = drawn.current <= TIMED;
    if (waited) waitFor(gl.getContext());
    const { calls, triangles } = gl.info.render;
    onFrame?.({ ms: waited ? performance.now() - began : null, calls, triangles });
  }, 1);
  return null;
}

/** Reading one pixel back waits until the picture is drawn. */
function waitFor(gl: WebGLRenderingContext | WebGL2RenderingContext): void {
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
}
