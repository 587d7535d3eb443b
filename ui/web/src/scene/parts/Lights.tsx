import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import { PMREMGenerator } from 'three';
import { RoomEnvironment } from 'three/examples/jsm/environments/RoomEnvironment.js';
import type { SceneLook } from '../SceneLook.js';
import { KEY_LIGHT } from '../texture/shadowShapes.js';

/** Intensities by tier and theme. Lambert has no surroundings to reflect: its key and sky make up for them. */
const LIGHT = {
  full: {
    keyColor: '#fff1de',
    light: { key: 1.85, sky: 0.66, room: 0.4 },
    dark: { key: 0.62, sky: 0.28, room: 0.2 },
  },
  software: {
    // Paler than the key of the full tier, whose tone curve and surroundings take warmth away again.
    keyColor: '#fff8ee',
    light: { key: 2.55, sky: 1.6, room: 0 },
    dark: { key: 0.75, sky: 0.42, room: 0 },
  },
} as const;

/** One key light from the upper left, the sky and the floor's return; in the full tier a room made in code as well. */
export function Lights({ look }: { readonly look: SceneLook }) {
  const light = LIGHT[look.tier][look.theme];
  return (
    <>
      <directionalLight
        color={LIGHT[look.tier].keyColor}
        intensity={light.key}
        position={[KEY_LIGHT[0] * 2600, KEY_LIGHT[1] * 2600, KEY_LIGHT[2] * 2600]}
        castShadow={look.tier === 'full'}
        shadow-mapSize-width={2048}
        shadow-mapSize-height={2048}
        shadow-camera-left={-1400}
        shadow-camera-right={1400}
        shadow-camera-top={1400}
        shadow-camera-bottom={-1900}
        shadow-camera-near={1000}
        shadow-camera-far={9000}
        shadow-normalBias={6}
        shadow-bias={-0.0006}
        shadow-radius={4}
      />
      <hemisphereLight
        color={look.theme === 'dark' ? '#f6e6cd' : '#faf7f1'}
        groundColor={look.theme === 'dark' ? '#8a7456' : '#b9aea0'}
        intensity={light.sky}
      />
      {look.tier === 'full' ? <Room intensity={light.room} /> : null}
    </>
  );
}

function Room({ intensity }: { readonly intensity: number }) {
  const gl = useThree((three) => three.gl);
  const scene = useThree((three) => three.scene);
  const invalidate = useThree((three) => three.invalidate);
  useEffect(() => {
    const maker = new PMREMGenerator(gl);
    const room = new RoomEnvironment();
    const target = maker.fromScene(room, 0.04);
    scene.environment = target.texture;
    invalidate();
    return () => {
      scene.environment = null;
      target.dispose();
      room.dispose();
      maker.dispose();
    };
  }, [gl, scene, invalidate]);
  useEffect(() => {
    scene.environmentIntensity = intensity;
    invalidate();
  }, [scene, intensity, invalidate]);
  return null;
}
