import type { CanvasTexture } from 'three';
import { CABINET } from '../CABINET.js';
import { canvasTexture } from './canvasTexture.js';

const { door, reader, lock } = CABINET;
/** Millimetres of the door to a texel. */
const GRAIN = 3;
const WIDTH = (door.right - door.left) / GRAIN;
const HEIGHT = (door.top - door.bottom) / GRAIN;

/**
 * The door's sheet steel: lighter above, as the lobby's light falls along it. Where no shadows are computed, those of
 * the reader and the lock are painted on.
 */
export function steelTexture(top: string, bottom: string, shadows: boolean): CanvasTexture {
  return canvasTexture(Math.round(WIDTH), Math.round(HEIGHT), (pen) => {
    const fall = pen.createLinearGradient(0, 0, WIDTH * 0.3, HEIGHT);
    fall.addColorStop(0, top);
    fall.addColorStop(1, bottom);
    pen.fillStyle = fall;
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    if (!shadows) return;
    const x = reader.right - reader.width / 2;
    softBox(pen, { x: x + 40, y: reader.centre - 92, width: 118, height: 96, soft: 34, dark: 0.34 });
    softBox(pen, { x, y: reader.centre - 4, width: reader.width + 6, height: reader.height + 8, soft: 14, dark: 0.3 });
    softBox(pen, { x: lock.x + 6, y: lock.centre - 12, width: 52, height: 52, soft: 12, dark: 0.3 });
  });
}

interface SoftBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How wide its edge is. */
  readonly soft: number;
  readonly dark: number;
}

/** A blurred rectangle: many of growing size, each faint. Cabinet coordinates, millimetres. */
function softBox(pen: CanvasRenderingContext2D, box: SoftBox): void {
  const layers = 16;
  pen.fillStyle = `rgba(24,20,15,${1 - (1 - box.dark) ** (1 / layers)})`;
  for (let layer = 0; layer < layers; layer += 1) {
    const grow = ((layer / (layers - 1)) * 2 - 1) * box.soft;
    const [w, h] = [box.width + grow, box.height + grow];
    pen.beginPath();
    pen.roundRect(
      (box.x - w / 2 - door.left) / GRAIN,
      (door.top - box.y - h / 2) / GRAIN,
      w / GRAIN,
      h / GRAIN,
      (box.soft + grow) / 2 / GRAIN,
    );
    pen.fill();
  }
}
