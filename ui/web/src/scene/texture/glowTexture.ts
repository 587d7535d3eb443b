import type { CanvasTexture } from 'three';
import { canvasTexture } from './canvasTexture.js';

/** A round glow, white at its middle and nothing at its rim, for adding. */
export function glowTexture(): CanvasTexture {
  return canvasTexture(128, 128, (pen) => {
    const glow = pen.createRadialGradient(64, 64, 0, 64, 64, 64);
    for (let step = 0; step <= 16; step += 1) {
      const share = step / 16;
      const level = Math.round(255 * (1 - share) ** 2.4);
      glow.addColorStop(share, `rgb(${level},${level},${level})`);
    }
    pen.fillStyle = glow;
    pen.fillRect(0, 0, 128, 128);
  });
}
