import { useThree } from '@react-three/fiber';
import { type ReactNode, useLayoutEffect, useMemo, useRef } from 'react';
import { type BufferGeometry, Color, Euler, type InstancedMesh, Matrix4, Quaternion, Vector3 } from 'three';

/** One copy: its middle, its turn in degrees, and a colour that multiplies the material's. */
export interface Instance {
  readonly at: readonly [number, number, number];
  readonly turnDeg: readonly [number, number, number];
  readonly color?: string;
}

interface InstancesProps {
  readonly geometry: BufferGeometry;
  readonly instances: readonly Instance[];
  /** The most copies that there can be. */
  readonly most: number;
  readonly renderOrder?: number;
  readonly castShadow?: boolean;
  readonly receiveShadow?: boolean;
  readonly children: ReactNode;
}

/** Many copies of one shape in one draw call. */
export function Instances({ geometry, instances, most, renderOrder = 0, castShadow, receiveShadow, children }: InstancesProps) {
  const mesh = useRef<InstancedMesh>(null);
  const invalidate = useThree((three) => three.invalidate);
  const args = useMemo(() => [geometry, undefined, most] as [BufferGeometry, undefined, number], [geometry, most]);
  // Another geometry is another mesh, whose copies are to be put in their places anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useLayoutEffect(() => {
    const target = mesh.current;
    if (target === null) return;
    if (place(target, instances.slice(0, most))) invalidate();
  }, [instances, most, geometry, invalidate]);
  return (
    <instancedMesh
      key={geometry.uuid}
      ref={mesh}
      args={args}
      frustumCulled={false}
      renderOrder={renderOrder}
      castShadow={castShadow ?? false}
      receiveShadow={receiveShadow ?? false}
    >
      {children}
    </instancedMesh>
  );
}

const placed = new WeakMap<InstancedMesh, string>();
const tint = new Color();

/** Puts every copy in its place. A new pose that looks the same is no reason to draw again: says whether it does not. */
function place(target: InstancedMesh, instances: readonly Instance[]): boolean {
  const now = instances.map((one) => `${one.at.join()},${one.turnDeg.join()},${one.color ?? ''}`).join(';');
  if (placed.get(target) === now) return false;
  placed.set(target, now);
  target.count = instances.length;
  const tinted = instances.some((one) => one.color !== undefined);
  for (const [index, one] of instances.entries()) {
    target.setMatrixAt(index, matrixOf(one));
    if (tinted) target.setColorAt(index, tint.set(one.color ?? '#ffffff'));
  }
  target.instanceMatrix.needsUpdate = true;
  if (target.instanceColor !== null) target.instanceColor.needsUpdate = true;
  return true;
}

const RADIANS = Math.PI / 180;

function matrixOf({ at, turnDeg }: Instance): Matrix4 {
  const turn = new Euler(turnDeg[0] * RADIANS, turnDeg[1] * RADIANS, turnDeg[2] * RADIANS, 'ZXY');
  return new Matrix4().compose(new Vector3(...at), new Quaternion().setFromEuler(turn), new Vector3(1, 1, 1));
}
