import type { MachinePose } from '../../pose/MachinePose.js';
import { CABINET } from '../CABINET.js';
import { cartridgePlace } from '../cartridgePlace.js';
import type { SceneLook } from '../SceneLook.js';

/** The drop beam between its two ends: up to what breaks it, or dim from end to end when it cannot see. */
export function Beam({ pose, look }: { readonly pose: MachinePose; readonly look: SceneLook }) {
  const { chute, drop } = CABINET;
  const [from, to] = [chute.left - 12, chute.right - 8];
  const breaker = pose.falling.find((one) => Math.abs(one.fallShare - 1) < 0.2) ?? pose.falling[0];
  const until = pose.beam === 'broken' && breaker !== undefined ? cartridgePlace(breaker.cartridge).x - 30 : to;
  const blind = pose.beam === 'blind';
  const color = blind ? look.palette.faultLine : look.theme === 'dark' ? look.palette.live : '#0d8a79';
  return (
    <mesh position={[(from + until) / 2, drop.beam, drop.z]} rotation={[0, 0, Math.PI / 2]} renderOrder={20}>
      <cylinderGeometry args={[2.6, 2.6, Math.max(1, until - from), 6, 1, true]} />
      <meshBasicMaterial color={color} transparent opacity={blind ? 0.55 : 1} depthWrite={false} toneMapped={false} />
    </mesh>
  );
}
