import { useThree } from '@react-three/fiber';
import { useLayoutEffect, useMemo } from 'react';
import { NeutralToneMapping, PerspectiveCamera, Vector3 } from 'three';
import type { MachinePose } from '../pose/MachinePose.js';
import { cartridgePlace } from './cartridgePlace.js';
import { hungPlace } from './packagePlaces.js';
import { Interior } from './parts/Interior.js';
import { Lights } from './parts/Lights.js';
import { RestoredCanvas } from './RestoredCanvas.js';
import type { SceneLook } from './SceneLook.js';
import { SCENE_PALETTES, type Theme } from './scenePalette.js';

interface ChuteInsetProps {
  readonly pose: MachinePose;
  readonly theme: Theme;
  readonly tier: 'full' | 'software';
  /** Said over the picture's corner: 'Seen from the chute'. */
  readonly title: string;
}

/** The same machine from the chute's eye, up at the cartridge in focus. Fills its parent. */
export function ChuteInset({ pose, theme, tier, title }: ChuteInsetProps) {
  const look = useMemo(
    (): SceneLook => ({ theme, palette: SCENE_PALETTES[theme], tier, insideShare: 1, fittingOpacity: 0 }),
    [theme, tier],
  );
  const focus = pose.ghostCartridge ?? pose.focusCartridge ?? 20;
  const around = useMemo(
    () => ({ ...pose, cartridges: pose.cartridges.filter((one) => isNear(one.number, focus)) }),
    [pose, focus],
  );
  const hangShare = pose.cartridges[focus - 1]?.hangShare ?? 0;
  return (
    <figure style={{ position: 'relative', width: '100%', height: '100%', margin: 0, overflow: 'hidden', background: '#221c13' }}>
      <div style={{ position: 'absolute', inset: 0 }} aria-hidden="true">
        <RestoredCanvas
          key={tier}
          frameloop="demand"
          dpr={tier === 'full' ? [1, 2] : 1}
          gl={{ antialias: true, toneMapping: NeutralToneMapping }}
          camera={{ manual: true }}
        >
          <color attach="background" args={['#221c13']} />
          <ChuteEye cartridge={focus} hangShare={hangShare} />
          <Lights look={look} />
          <directionalLight color="#fff1de" intensity={theme === 'dark' ? 0.5 : 0.8} position={[600, -900, 1400]} />
          <Interior pose={around} look={look} near ghosts={false} />
        </RestoredCanvas>
      </div>
      <figcaption
        style={{
          position: 'absolute',
          left: 14,
          top: 10,
          color: '#ffffff',
          fontSize: 12,
          fontWeight: 560,
          textShadow: '0 0 4px #000, 0 1px 2px #000',
        }}
      >
        {title}
      </figcaption>
    </figure>
  );
}

/** What the chute's eye can see: lanes and shelves next to the one in focus. */
function isNear(cartridge: number, focus: number): boolean {
  const [one, other] = [cartridgePlace(cartridge), cartridgePlace(focus)];
  return Math.abs(one.row - other.row) <= 1 && Math.abs(one.column - other.column) <= 3;
}

/** Leaning a little, as somebody does who looks up from below. */
const ROLL = 0.42;

function ChuteEye({ cartridge, hangShare }: { readonly cartridge: number; readonly hangShare: number }) {
  const camera = useThree((three) => three.camera);
  const size = useThree((three) => three.size);
  const invalidate = useThree((three) => three.invalidate);
  useLayoutEffect(() => {
    if (!(camera instanceof PerspectiveCamera)) return;
    const place = cartridgePlace(cartridge);
    const at = hungPlace(cartridge, Math.max(0.3, hangShare));
    camera.fov = 27;
    camera.aspect = size.width / Math.max(1, size.height);
    camera.near = 20;
    camera.far = 3000;
    camera.position.set(place.x + 95, place.trayY - 170, place.frontZ + 265);
    camera.up.set(Math.sin(ROLL), Math.cos(ROLL), 0);
    camera.lookAt(new Vector3(at.x + 14, at.y - 2, at.z));
    camera.updateProjectionMatrix();
    camera.updateMatrixWorld();
    invalidate();
  }, [camera, size, cartridge, hangShare, invalidate]);
  return null;
}
