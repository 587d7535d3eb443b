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
import { type Color3, LitMaterial } from './LitMaterial.js';

interface InteriorProps {
  readonly pose: MachinePose;
  readonly look: SceneLook;
  /** Seen from near by: finer outlines and no ghosts. */
  readonly near: boolean;
  readonly ghosts: boolean;
}

/** The lamps over the shelves light what is near them and nothing else: in a dark lobby these take more light, warmly. */
const LAMP: Color3 = [3.5, 3.1, 2.5];
const LAMP_NEAR: Color3 = [1.9, 1.7, 1.4];

/** What stands inside: shelves, coils and packages, the works beside them, the beam, the chute and its box. */
export function Interior({ pose, look, near, ghosts }: InteriorProps) {
  const shapes = sceneGeometry();
  const dark = look.theme === 'dark';
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
        <LitMaterial tier={look.tier} vertexColors metalness={0.3} roughness={0.6} color={dark ? LAMP : '#ffffff'} />
      </mesh>
      {dark ? (
        <mesh geometry={shapes.strips}>
          <meshBasicMaterial color="#fff0d2" toneMapped={false} />
        </mesh>
      ) : null}
      <Coils pose={pose} look={look} />
      <Packages pose={pose} look={look} near={near} />
      <mesh geometry={shapes.chute} renderOrder={1} receiveShadow={shadows}>
        <LitMaterial tier={look.tier} vertexColors metalness={0.2} roughness={0.5} opacity={0.92} />
      </mesh>
      <mesh geometry={shapes.box} renderOrder={2}>
        <LitMaterial tier={look.tier} vertexColors metalness={0} roughness={0.4} opacity={0.3} />
      </mesh>
      <Beam pose={pose} look={look} />
      <Hung pose={pose} look={look} near={near} />
      {ghosts ? <Ghosts pose={pose} look={look} /> : null}
    </group>
  );
}

interface PartProps {
  readonly pose: MachinePose;
  readonly look: SceneLook;
}

const COIL_IN_DARK: Color3 = [0.85, 0.77, 0.64];

interface NearProps extends PartProps {
  readonly near: boolean;
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
      <LitMaterial tier={look.tier} color={dark ? COIL_IN_DARK : '#6b655b'} metalness={0.5} roughness={0.4} />
    </Instances>
  );
}

function Packages({ pose, look, near }: NearProps) {
  const instances = useMemo(() => packagePlaces(pose).map((place) => packageInstance(place, near)), [pose, near]);
  const dark = look.theme === 'dark';
  const shadows = look.tier === 'full';
  return (
    <Instances geometry={sceneGeometry().package} instances={instances} most={MOST_PACKAGES} receiveShadow={shadows}>
      <LitMaterial
        tier={look.tier}
        vertexColors
        metalness={0}
        roughness={0.8}
        color={dark ? LAMP : '#ffffff'}
        emissive="#fff4e2"
        emissiveIntensity={dark ? 0.04 : 0.1}
      />
    </Instances>
  );
}

/** The further back in its lane, the less light reaches a package. */
function packageInstance(place: PackagePlace, near: boolean): Instance {
  const depth = Math.min(1, Math.max(0, (CABINET.shelf.front - place.z) / 420));
  const level = Math.round(255 * (1 - 0.5 * depth));
  const tone = level.toString(16).padStart(2, '0');
  return {
    at: [place.x, place.y, place.z],
    turnDeg: [place.tiltDeg, 0, place.rollDeg],
    color: place.how === 'hung' ? (near ? '#fbe6c8' : '#ffc977') : `#${tone}${tone}${tone}`,
  };
}

/** What hangs or sticks, with an amber rim; drawn over everything, for it is what the picture is about. */
function Hung({ pose, look, near }: NearProps) {
  const instances = useMemo(() => stuckPlaces(pose).map(bare), [pose]);
  if (instances.length === 0) return null;
  const shapes = sceneGeometry();
  return (
    <>
      <Instances geometry={near ? shapes.hungRimNear : shapes.hungRim} instances={instances} most={48} renderOrder={70}>
        <meshBasicMaterial color={look.palette.faultFill} transparent depthTest={false} depthWrite={false} toneMapped={false} />
      </Instances>
      <Instances geometry={shapes.package} instances={instances} most={48} renderOrder={71}>
        <meshLambertMaterial
          vertexColors
          color={near && look.theme === 'dark' ? LAMP_NEAR : near ? '#fff1dd' : '#ffdca6'}
          emissive="#ffe2b8"
          emissiveIntensity={near ? 0.42 : 0.3}
          transparent
          depthTest={false}
          depthWrite={false}
          toneMapped={false}
        />
      </Instances>
    </>
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
