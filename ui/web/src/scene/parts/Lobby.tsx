import { memo, useEffect, useMemo } from 'react';
import { BufferAttribute, PlaneGeometry } from 'three';
import type { ScenePalette } from '../scenePalette.js';
import { FLOOR_REGION, floorTexture, WALL_REGION, wallTexture } from '../texture/lobbyTextures.js';
import { WALL_Z } from '../texture/shadowShapes.js';

const WALL = { left: -16000, right: 12000, low: 0, high: 8000 } as const;
const FLOOR = { left: -16000, right: 12000, near: 9000 } as const;
const SKIRTING = 96;

/** Wall, skirting and floor, their afternoon painted on: they need no light, so every tier has the same lobby. */
export const Lobby = memo(function Lobby({ palette }: { readonly palette: ScenePalette }) {
  const wall = useMemo(() => wallTexture(palette), [palette]);
  const floor = useMemo(() => floorTexture(palette), [palette]);
  useEffect(() => () => wall.dispose(), [wall]);
  useEffect(() => () => floor.dispose(), [floor]);
  const [wallShape, floorShape] = useMemo(() => [wallGeometry(), floorGeometry()], []);
  const width = WALL.right - WALL.left;
  const middle = (WALL.right + WALL.left) / 2;
  return (
    <group>
      <mesh geometry={wallShape} renderOrder={-10}>
        <meshBasicMaterial map={wall} toneMapped={false} />
      </mesh>
      <mesh geometry={floorShape} renderOrder={-10}>
        <meshBasicMaterial map={floor} toneMapped={false} />
      </mesh>
      <mesh position={[middle, SKIRTING / 2, WALL_Z + 6]} renderOrder={-9}>
        <planeGeometry args={[width, SKIRTING]} />
        <meshBasicMaterial color={palette.skirting} transparent opacity={0.85} depthWrite={false} toneMapped={false} />
      </mesh>
      <mesh position={[middle, SKIRTING, WALL_Z + 7]} renderOrder={-9}>
        <planeGeometry args={[width, 4]} />
        <meshBasicMaterial color={palette.skirtingEdge} transparent opacity={0.6} depthWrite={false} toneMapped={false} />
      </mesh>
    </group>
  );
});

/** Texture coordinates beyond 0..1 repeat the texture's edge, which is plain. */
function wallGeometry(): PlaneGeometry {
  const [width, height] = [WALL.right - WALL.left, WALL.high - WALL.low];
  const shape = new PlaneGeometry(width, height).translate((WALL.right + WALL.left) / 2, height / 2, WALL_Z);
  return placed(shape, (x, y) => [(x - WALL_REGION.left) / WALL_REGION.width, y / WALL_REGION.height]);
}

function floorGeometry(): PlaneGeometry {
  const [width, depth] = [FLOOR.right - FLOOR.left, FLOOR.near - WALL_Z];
  const shape = new PlaneGeometry(width, depth)
    .rotateX(-Math.PI / 2)
    .translate((FLOOR.right + FLOOR.left) / 2, 0, WALL_Z + depth / 2);
  return placed(shape, (x, _y, z) => [
    (x - FLOOR_REGION.left) / FLOOR_REGION.width,
    1 - (z - FLOOR_REGION.low) / FLOOR_REGION.height,
  ]);
}

function placed(shape: PlaneGeometry, uvAt: (x: number, y: number, z: number) => readonly [number, number]): PlaneGeometry {
  const position = shape.getAttribute('position');
  const uv = new Float32Array(position.count * 2);
  for (let index = 0; index < position.count; index += 1) {
    uv.set(uvAt(position.getX(index), position.getY(index), position.getZ(index)), index * 2);
  }
  shape.setAttribute('uv', new BufferAttribute(uv, 2));
  return shape;
}
