import { CABINET } from '../CABINET.js';
import { READER_HEAD } from '../geometry/cabinetGeometry.js';
import { sceneGeometry } from '../geometry/sceneGeometry.js';
import type { SceneLook } from '../SceneLook.js';
import { LitMaterial } from './LitMaterial.js';

const RADIANS = Math.PI / 180;
/** Where a hand comes from, before it rests over the reader, millimetres. */
const AWAY = { x: 150, y: -430, z: 560 } as const;
const HOVER = 74;

/** A palm on its way to the reader and away. */
export function Palm({ share, look }: { readonly share: number; readonly look: SceneLook }) {
  const { reader, depth } = CABINET;
  const [headX, headY, headZ] = READER_HEAD.at(reader.right - reader.width / 2);
  const lean = READER_HEAD.turnDeg * RADIANS;
  const reach = READER_HEAD.size[2] / 2 + HOVER;
  const away = 1 - share;
  return (
    <mesh
      geometry={sceneGeometry().hand}
      position={[
        headX + 6 + AWAY.x * away,
        headY - Math.sin(lean) * reach - 26 + AWAY.y * away,
        depth / 2 + headZ + Math.cos(lean) * reach + AWAY.z * away,
      ]}
      rotation={[lean - 0.2 * away, 0, 0]}
      renderOrder={55}
      castShadow={look.tier === 'full'}
    >
      <LitMaterial tier={look.tier} vertexColors metalness={0} roughness={0.85} fades opacity={Math.min(1, share * 3)} />
    </mesh>
  );
}
