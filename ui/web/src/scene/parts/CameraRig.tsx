import { useThree } from '@react-three/fiber';
import { useLayoutEffect } from 'react';
import { type Lens, projectionRows } from '../lens.js';

const NEAR = 200;
const FAR = 30000;

/** Gives the canvas' camera the lens: level, its picture shifted. */
export function CameraRig({ lens }: { readonly lens: Lens }) {
  const camera = useThree((three) => three.camera);
  const invalidate = useThree((three) => three.invalidate);
  useLayoutEffect(() => {
    const { x, y, z, yawDeg } = lens.camera;
    camera.position.set(x, y, z);
    camera.rotation.set(0, (yawDeg * Math.PI) / 180, 0);
    const [a, b, c, d] = projectionRows(lens, NEAR, FAR);
    camera.projectionMatrix.set(...a!, ...b!, ...c!, ...d!);
    camera.projectionMatrixInverse.copy(camera.projectionMatrix).invert();
    camera.updateMatrixWorld();
    invalidate();
  }, [camera, lens, invalidate]);
  return null;
}
