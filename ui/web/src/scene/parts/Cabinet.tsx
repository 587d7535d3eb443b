import { useEffect, useMemo } from 'react';
import { boltPlaces } from '../geometry/cabinetGeometry.js';
import { sceneGeometry } from '../geometry/sceneGeometry.js';
import type { SceneLook } from '../SceneLook.js';
import { steelTexture } from '../texture/steelTexture.js';
import { type Instance, Instances } from './Instances.js';
import { LitMaterial } from './LitMaterial.js';

/** How much is left of the steel when it has faded. */
export const FADED = { flank: 0.13, frame: 0.42, door: 0.05 } as const;

export function fade(to: number, insideShare: number): number {
  return 1 + (to - 1) * insideShare;
}

/** The steel body: foot, angle frame with its bolts, flank with its vents; the door is apart. */
export function Cabinet({ look }: { readonly look: SceneLook }) {
  const shapes = sceneGeometry();
  const bolts = useMemo(
    (): readonly Instance[] => boltPlaces().map(({ at, to }) => ({ at, turnDeg: to === 'front' ? [0, 0, 0] : [0, 90, 0] })),
    [],
  );
  const frame = fade(FADED.frame, look.insideShare);
  return (
    <group>
      <mesh geometry={shapes.plinth}>
        <LitMaterial tier={look.tier} vertexColors metalness={0} roughness={0.9} />
      </mesh>
      <mesh geometry={shapes.flank} renderOrder={30}>
        <LitMaterial tier={look.tier} color="#b4b2ad" opacity={fade(FADED.flank, look.insideShare)} />
      </mesh>
      <mesh geometry={shapes.vents} renderOrder={31}>
        <LitMaterial tier={look.tier} vertexColors metalness={0} roughness={1} opacity={fade(0.45, look.insideShare)} />
      </mesh>
      <mesh geometry={shapes.frame} renderOrder={34}>
        <LitMaterial tier={look.tier} color="#c2bfb8" opacity={frame} />
      </mesh>
      <Instances geometry={shapes.bolt} instances={bolts} most={80} renderOrder={35}>
        <LitMaterial tier={look.tier} color="#d2ccc0" opacity={fade(0.5, look.insideShare)} />
      </Instances>
      {look.insideShare > 0 ? (
        <lineSegments geometry={shapes.cabinetEdges} renderOrder={36}>
          <lineBasicMaterial
            color={look.palette.ink}
            transparent
            opacity={0.5 * look.insideShare}
            depthWrite={false}
            toneMapped={false}
          />
        </lineSegments>
      ) : null}
    </group>
  );
}

/** The door's own sheet of steel, made for a theme-free light. */
export function useSteelTexture(tier: SceneLook['tier']) {
  const texture = useMemo(() => steelTexture('#d8d4cc', '#b9b6b1', tier === 'software'), [tier]);
  useEffect(() => () => texture.dispose(), [texture]);
  return texture;
}
