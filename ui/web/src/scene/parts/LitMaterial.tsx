import type { Texture } from 'three';
import type { SceneLook } from '../SceneLook.js';

/** Red, green and blue as light, above 1 where a lamp adds to it. */
export type Color3 = [number, number, number];

interface LitMaterialProps {
  readonly tier: SceneLook['tier'];
  readonly color?: string | Color3;
  readonly metalness?: number;
  readonly roughness?: number;
  readonly opacity?: number;
  readonly map?: Texture | null;
  readonly vertexColors?: boolean;
  /** Fades by its corners' colours though it is solid: sorted with what is seen through. */
  readonly fades?: boolean;
  readonly emissive?: string;
  readonly emissiveIntensity?: number;
}

/** A lit surface: physically based in the full tier, Lambert in the software tier. Seen through below opacity 1. */
export function LitMaterial(props: LitMaterialProps) {
  const { tier, color = '#ffffff', metalness = 0.6, roughness = 0.45, opacity = 1, map = null, vertexColors = false } = props;
  const clear = opacity < 0.995;
  const shared = {
    color,
    map,
    vertexColors,
    opacity,
    transparent: clear || props.fades === true,
    depthWrite: !clear,
    emissive: props.emissive ?? '#000000',
    emissiveIntensity: props.emissiveIntensity ?? 1,
  };
  const key = clear ? 'clear' : 'solid';
  // Lambert's colours are chosen as they appear: no tone curve, which would only deepen them.
  if (tier === 'software') return <meshLambertMaterial key={key} {...shared} toneMapped={false} />;
  return <meshStandardMaterial key={key} {...shared} metalness={metalness} roughness={roughness} />;
}
