import { useThree } from '@react-three/fiber';
import { useEffect, useMemo, useState } from 'react';
import { AdditiveBlending } from 'three';
import type { MachinePose } from '../../pose/MachinePose.js';
import { CABINET } from '../CABINET.js';
import { READER_HEAD } from '../geometry/cabinetGeometry.js';
import { sceneGeometry } from '../geometry/sceneGeometry.js';
import type { SceneLook } from '../SceneLook.js';
import { glowTexture } from '../texture/glowTexture.js';
import { screenTexture } from '../texture/screenTexture.js';
import { FADED, fade, useSteelTexture } from './Cabinet.js';
import { LitMaterial } from './LitMaterial.js';

const RADIANS = Math.PI / 180;

interface DoorProps {
  readonly pose: MachinePose;
  readonly look: SceneLook;
}

/** The door on its hinge, with everything that it carries. */
export function Door({ pose, look }: DoorProps) {
  const shapes = sceneGeometry();
  const { door } = CABINET;
  const steel = useSteelTexture(look.tier);
  const fittings = fade(look.fittingOpacity, look.insideShare);
  const shadows = look.tier === 'full' && look.insideShare === 0;
  return (
    <group position={[door.left, 0, CABINET.depth / 2]} rotation={[0, -pose.doorDeg * RADIANS, 0]}>
      <mesh geometry={shapes.door} renderOrder={40} castShadow={shadows} receiveShadow={shadows}>
        <LitMaterial tier={look.tier} map={steel} opacity={fade(FADED.door, look.insideShare)} />
      </mesh>
      <mesh geometry={shapes.bezel} renderOrder={41}>
        <LitMaterial
          tier={look.tier}
          vertexColors
          metalness={0.1}
          roughness={0.5}
          opacity={fade(look.fittingOpacity * 0.08, look.insideShare)}
        />
      </mesh>
      <mesh geometry={shapes.reader} renderOrder={42} castShadow={shadows}>
        <LitMaterial
          tier={look.tier}
          vertexColors
          metalness={0.1}
          roughness={0.5}
          opacity={fade(look.fittingOpacity * 0.55, look.insideShare)}
        />
      </mesh>
      <mesh geometry={shapes.doorBright} renderOrder={43} castShadow={shadows}>
        <LitMaterial tier={look.tier} color="#c4bdb1" vertexColors opacity={fittings} />
      </mesh>
      <Screen pose={pose} opacity={fade(look.fittingOpacity * 0.1, look.insideShare)} />
      <Reader pose={pose} look={look} />
      <Flap pose={pose} look={look} />
      {look.insideShare > 0 ? (
        <lineSegments geometry={shapes.doorEdges} renderOrder={44}>
          <lineBasicMaterial
            color={look.palette.ink}
            transparent
            opacity={0.62 * look.insideShare}
            depthWrite={false}
            toneMapped={false}
          />
        </lineSegments>
      ) : null}
    </group>
  );
}

function Screen({ pose, opacity }: { readonly pose: MachinePose; readonly opacity: number }) {
  const { screen, door } = CABINET;
  const fonts = useFontsReady();
  const { headline, body, tone } = pose.screen;
  const on = pose.inService || headline !== '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew when the page's letters have arrived.
  const texture = useMemo(() => screenTexture({ headline, body, tone }, on), [headline, body, tone, on, fonts]);
  useEffect(() => () => texture.dispose(), [texture]);
  return (
    <mesh position={[screen.right - door.left - screen.width / 2, screen.centre, -13]} renderOrder={41}>
      <planeGeometry args={[screen.width - 22, screen.height - 22]} />
      <meshBasicMaterial map={texture} transparent opacity={opacity} depthWrite={opacity > 0.99} toneMapped={false} />
    </mesh>
  );
}

/** Counts up when the document's fonts have loaded. */
function useFontsReady(): number {
  const [ready, setReady] = useState(0);
  const invalidate = useThree((three) => three.invalidate);
  useEffect(() => {
    let here = true;
    void document.fonts.ready.then(() => {
      if (!here) return;
      setReady(1);
      invalidate();
    });
    return () => {
      here = false;
    };
  }, [invalidate]);
  return ready;
}

/** Ring and glow by what the reader does. Amber tells of a refusal; the screen says it in words. */
const READER = {
  idle: { ring: '#2fc4b0', glow: 0.42 },
  capturing: { ring: '#5ff0da', glow: 0.75 },
  matched: { ring: '#a8fff0', glow: 0.85 },
  'not-matched': { ring: '#ffab2e', glow: 0.3 },
  'locked-out': { ring: '#ffab2e', glow: 0.18 },
  off: { ring: '#45423c', glow: 0 },
} as const;

function Reader({ pose, look }: DoorProps) {
  const { reader, door } = CABINET;
  const glow = useMemo(() => glowTexture(), []);
  useEffect(() => () => glow.dispose(), [glow]);
  const state = READER[pose.reader];
  const x = reader.right - door.left - reader.width / 2;
  const amber = pose.reader === 'not-matched' || pose.reader === 'locked-out';
  const bright = look.fittingOpacity < 0.3 ? 1 - 0.8 * look.insideShare : 1;
  return (
    <>
      <mesh position={[x + 34, reader.centre + 2, 17.5]} renderOrder={45}>
        <planeGeometry args={[470, 470]} />
        <meshBasicMaterial
          map={glow}
          color={amber ? '#8a5a10' : look.palette.glow}
          transparent
          blending={AdditiveBlending}
          opacity={state.glow * (1 - 0.6 * look.insideShare) * bright}
          depthWrite={false}
          toneMapped={false}
        />
      </mesh>
      <group position={[...READER_HEAD.at(x)]} rotation={[READER_HEAD.turnDeg * RADIANS, 0, 0]}>
        <mesh position={[0, 4, READER_HEAD.size[2] / 2 + 0.6]} renderOrder={46}>
          <planeGeometry args={[74, 62]} />
          <meshBasicMaterial color="#040505" transparent opacity={bright} toneMapped={false} />
        </mesh>
        <mesh position={[0, 4, READER_HEAD.size[2] / 2 + 2.4]} renderOrder={47}>
          <torusGeometry args={[25, 3, 6, 40]} />
          <meshBasicMaterial color={state.ring} transparent opacity={bright} toneMapped={false} />
        </mesh>
      </group>
    </>
  );
}

function Flap({ pose, look }: DoorProps) {
  const shapes = sceneGeometry();
  const { flap, door } = CABINET;
  const top = flap.centre + flap.height / 2;
  const x = flap.right - door.left - flap.width / 2;
  return (
    <>
      <mesh geometry={shapes.flap} position={[x, top, 0]} rotation={[-pose.flapDeg * RADIANS, 0, 0]} renderOrder={42}>
        <LitMaterial tier={look.tier} vertexColors opacity={fade(0.1, look.insideShare)} />
      </mesh>
      <mesh position={[x - flap.width / 2 + 78, top + 20, 1.5]} renderOrder={42}>
        <planeGeometry args={[156, 5]} />
        <meshBasicMaterial
          color={pose.inService ? look.palette.glow : '#5b564d'}
          transparent
          opacity={fade(0, look.insideShare)}
          toneMapped={false}
        />
      </mesh>
      {pose.flapBlocked ? (
        <mesh geometry={shapes.flapBars} position={[x, flap.centre, 4]} renderOrder={60}>
          <meshBasicMaterial color={look.palette.faultFill} toneMapped={false} />
        </mesh>
      ) : null}
    </>
  );
}
