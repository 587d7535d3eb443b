import { useMemo } from 'react';
import type { MachinePose } from '../../pose/MachinePose.js';
import { CABINET } from '../CABINET.js';
import { cartridgePlace } from '../cartridgePlace.js';
import { sceneGeometry } from '../geometry/sceneGeometry.js';
import { ghostPlaces } from '../ghostPlaces.js';
import type { PackagePlace } from '../PackagePlace.js';
import { MOST_PACKAGES, packagePlaces, stuckPlaces } from '../packagePlaces.js';
import type { SceneLook } from '../SceneLook.js';
import { Beam } from './Beam.js';
import { type Instance, Instances } from './Instances.js';
import { LitMaterial } from './LitMaterial.js';

interface InteriorProps {
  readonly pose: MachinePose;
  readonly look: SceneLook;
  readonly ghosts: boolean;
}

const WARM = '#ffd9a0';

/** What stands inside: shelves, coils and packages, the works beside them, the beam, the chute and its box. */
export function Interior({ pose, look, ghosts }: InteriorProps) {
  const shapes = sceneGeometry();
  const dark = look.theme === 'dark';
  const lamp = dark ? { emissive: WARM, emissiveIntensity: 0.1 } : {};
  const shadows = look.tier === 'full';
  return (
    <group>
      <mesh geometry={shapes.liner} renderOrder={0}>
        <meshBasicMaterial vertexColors color={look.palette.liner} toneMapped={false} />
      </mesh>
      <mesh geometry={shapes.works} receiveShadow={shadows}>
        <LitMaterial tier={look.tier} vertexColors metalness={0.1} roughness={0.7} />
      </mesh>
      <mesh geometry={shapes.shelves} castShadow={shadows} receiveShadow={shadows}>
        <LitMaterial tier={look.tier} vertexColors metalness={0.3} roughness={0.6} {...lamp} />
      </mesh>
      {dark ? (
        <mesh geometry={shapes.strips}>
          <meshBasicMaterial color="#fff0d2" toneMapped={false} />
        </mesh>
      ) : null}
      <Coils pose={pose} look={look} />
      <Packages pose={pose} look={look} />
      <mesh geometry={shapes.chute} renderOrder={1} receiveShadow={shadows}>
        <LitMaterial tier={look.tier} vertexColors metalness={0.2} roughness={0.5} opacity={0.92} />
      </mesh>
      <mesh geometry={shapes.box} renderOrder={2}>
        <LitMaterial tier={look.tier} vertexColors metalness={0} roughness={0.4} opacity={0.3} />
      </mesh>
      <Beam pose={pose} look={look} />
      <Hung pose={pose} look={look} />
      {ghosts ? <Ghosts pose={pose} look={look} /> : null}
    </group>
  );
}

interface PartProps {
  readonly pose: MachinePose;
  readonly look: SceneLook;
}

/** Every coil turns forwards by its angle; one that has jammed keeps its place and is a little warmer. */
function Coils({ pose, look }: PartProps) {
  const instances = useMemo(
    (): readonly Instance[] =>
      pose.cartridges.map((cartridge) => {
        const place = cartridgePlace(cartridge.number);
        return { at: [place.x, place.coilY, place.frontZ], turnDeg: [0, 0, -cartridge.coilDeg] };
      }),
    [pose.cartridges],
  );
  const dark = look.theme === 'dark';
  return (
    <Instances geometry={sceneGeometry().coil} instances={instances} most={48} castShadow={false}>
      <LitMaterial
        tier={look.tier}
        color={dark ? '#8a8172' : '#6b655b'}
        metalness={0.5}
        roughness={0.4}
        emissive={dark ? WARM : '#000000'}
        emissiveIntensity={dark ? 0.04 : 0}
      />
    </Instances>
  );
}

function Packages({ pose, look }: PartProps) {
  const instances = useMemo(() => packagePlaces(pose).map(packageInstance), [pose]);
  const dark = look.theme === 'dark';
  const shadows = look.tier === 'full';
  return (
    <Instances
      geometry={sceneGeometry().package}
      instances={instances}
      most={MOST_PACKAGES}
      castShadow={shadows}
      receiveShadow={shadows}
    >
      <LitMaterial
        tier={look.tier}
        vertexColors
        metalness={0}
        roughness={0.8}
        emissive={dark ? WARM : '#fff4e2'}
        emissiveIntensity={dark ? 0.13 : 0.1}
      />
    </Instances>
  );
}

/** The further back in its lane, the less light reaches a package. */
function packageInstance(place: PackagePlace): Instance {
  const depth = Math.min(1, Math.max(0, (CABINET.shelf.front - place.z) / 420));
  const level = Math.round(255 * (1 - 0.5 * depth));
  const tone = level.toString(16).padStart(2, '0');
  return {
    at: [place.x, place.y, place.z],
    turnDeg: [place.tiltDeg, 0, place.rollDeg],
    color: place.how === 'hung' ? '#f6d3a4' : `#${tone}${tone}${tone}`,
  };
}

/** The outline around what hangs or sticks; drawn over everything, for it is what the picture is about. */
function Hung({ pose, look }: PartProps) {
  const instances = useMemo(() => stuckPlaces(pose).map(bare), [pose]);
  if (instances.length === 0) return null;
  return (
    <Instances geometry={sceneGeometry().hungBars} instances={instances} most={48} renderOrder={70}>
      <meshBasicMaterial color={look.palette.faultFill} transparent depthTest={false} depthWrite={false} toneMapped={false} />
    </Instances>
  );
}

function Ghosts({ pose, look }: PartProps) {
  const instances = useMemo(() => ghostPlaces(pose.ghostCartridge).map(bare), [pose.ghostCartridge]);
  if (instances.length === 0) return null;
  const shapes = sceneGeometry();
  return (
    <>
      <Instances geometry={shapes.ghost} instances={instances} most={8} renderOrder={50}>
        <meshBasicMaterial color={look.palette.faultFill} transparent opacity={0.3} depthWrite={false} toneMapped={false} />
      </Instances>
      <Instances geometry={shapes.ghostBars} instances={instances} most={8} renderOrder={51}>
        <meshBasicMaterial color={look.palette.faultFill} transparent opacity={0.85} depthWrite={false} toneMapped={false} />
      </Instances>
    </>
  );
}

function bare(place: PackagePlace): Instance {
  return { at: [place.x, place.y, place.z], turnDeg: [place.tiltDeg, 0, place.rollDeg] };
}
