import type { ViewCamera } from './ViewCamera.js';

/** The camera a share of the way from one to the other. Spans are mixed by their inverse, so that the size grows evenly. */
export function mixCameras(from: ViewCamera, to: ViewCamera, share: number): ViewCamera {
  if (share >= 1) return to;
  if (share <= 0) return from;
  const mix = (a: number, b: number) => a + (b - a) * share;
  const mixSpan = (a: number, b: number) => 1 / mix(1 / a, 1 / b);
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    z: mix(from.z, to.z),
    yawDeg: mix(from.yawDeg, to.yawDeg),
    centreTanX: mix(from.centreTanX, to.centreTanX),
    centreTanY: mix(from.centreTanY, to.centreTanY),
    spanTanX: mixSpan(from.spanTanX, to.spanTanX),
    spanTanY: mixSpan(from.spanTanY, to.spanTanY),
  };
}
