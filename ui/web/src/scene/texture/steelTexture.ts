import type { CanvasTexture } from 'three';
import { canvasTexture } from './canvasTexture.js';

/** Sheet steel that the lobby's light falls along: lighter above. */
export function steelTexture(top: string, bottom: string): CanvasTexture {
  return canvasTexture(64, 512, (pen) => {
    const fall = pen.createLinearGradient(0, 0, 20, 512);
    fall.addColorStop(0, top);
    fall.addColorStop(1, bottom);
    pen.fillStyle = fall;
    pen.fillRect(0, 0, 64, 512);
  });
}
