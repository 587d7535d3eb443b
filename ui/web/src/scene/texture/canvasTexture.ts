import { CanvasTexture, LinearFilter, LinearMipmapLinearFilter, SRGBColorSpace } from 'three';

/**
 * A texture drawn by hand: its colours are what they are on the page. A soft one needs no smaller copies of itself, and
 * costs a software renderer a fraction of a sharp one.
 */
export function canvasTexture(
  width: number,
  height: number,
  draw: (pen: CanvasRenderingContext2D) => void,
  sharp = false,
): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (pen !== null) draw(pen);
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  texture.minFilter = sharp ? LinearMipmapLinearFilter : LinearFilter;
  texture.magFilter = LinearFilter;
  texture.generateMipmaps = sharp;
  texture.anisotropy = sharp ? 4 : 1;
  return texture;
}
