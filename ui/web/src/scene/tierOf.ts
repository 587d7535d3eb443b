export type Tier = 'full' | 'software' | 'none';

/** Above this first frame the picture is drawn in the software tier, milliseconds. */
export const SLOW_FRAME_MS = 120;

const SOFTWARE_NAMES = ['swiftshader', 'llvmpipe', 'softpipe', 'basic render', 'software'];

/** Which tier fits: by what the renderer calls itself (`null`: no WebGL), and how long its first frame took, if one was drawn. */
export function tierOf(renderer: string | null, firstFrameMs: number | null): Tier {
  if (renderer === null) return 'none';
  const name = renderer.toLowerCase();
  if (SOFTWARE_NAMES.some((one) => name.includes(one))) return 'software';
  return firstFrameMs !== null && firstFrameMs > SLOW_FRAME_MS ? 'software' : 'full';
}
