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
  useLayoutEffect(() => {
    const target = mesh.current;
    if (target === null) return;
    target.count = Math.min(most, instances.length);
    const tinted = instances.some((one) => one.color !== undefined);
    for (let index = 0; index < target.count; index += 1) {
      const one = instances[index]!;
      target.setMatrixAt(index, matrixOf(one));
      if (tinted) target.setColorAt(index, tint.set(one.color ?? '#ffffff'));
    }
    target.instanceMatrix.needsUpdate = true;
    if (target.instanceColor !== null) target.instanceColor.needsUpdate = true;
    invalidate();
  }, [instances, most, invalidate]);
  return (
    <instancedMesh
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

const tint = new Color();
const RADIANS = Math.PI / 180;

function matrixOf({ at, turnDeg }: Instance): Matrix4 {
  const turn = new Euler(turnDeg[0] * RADIANS, turnDeg[1] * RADIANS, turnDeg[2] * RADIANS, 'ZXY');
  return new Matrix4().compose(new Vector3(...at), new Quaternion().setFromEuler(turn), new Vector3(1, 1, 1));
}
