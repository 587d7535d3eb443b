import type { ScenePalette, Theme } from './scenePalette.js';

/** How the machine is drawn, whatever its pose. */
export interface SceneLook {
  readonly theme: Theme;
  readonly palette: ScenePalette;
  readonly tier: 'full' | 'software';
  /** 0 shut steel, 1 seen through. */
  readonly insideShare: number;
  /** How solid the things on the door stay when the steel has faded: less where they stand before a close view. */
  readonly fittingOpacity: number;
}
