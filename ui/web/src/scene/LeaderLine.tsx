import type { Anchor } from './anchorsOf.js';
import { leaderPath } from './leaderPath.js';
import { SCENE_PALETTES, type Theme } from './scenePalette.js';

interface LeaderLineProps {
  /** The ring around the package, in the pixels of the element that this line covers. */
  readonly from: Anchor;
  /** The middle of the lit state's near edge, in the same pixels. */
  readonly to: { readonly x: number; readonly y: number };
  readonly theme: Theme;
}

/** The amber line from the hung package to the state that is lit for it. Covers its positioned parent, and takes no clicks. */
export function LeaderLine({ from, to, theme }: LeaderLineProps) {
  return (
    <svg
      width="100%"
      height="100%"
      style={{ position: 'absolute', inset: 0, pointerEvents: 'none', overflow: 'visible' }}
      aria-hidden="true"
      focusable="false"
    >
      <path d={leaderPath(from, to)} fill="none" stroke={SCENE_PALETTES[theme].faultLine} strokeWidth={1.8} />
    </svg>
  );
}
