import { BufferAttribute, type BufferGeometry, CapsuleGeometry, Color, CylinderGeometry } from 'three';
import { mergeGeometries } from 'three/examples/jsm/utils/BufferGeometryUtils.js';
import { blocksGeometry } from './blocksGeometry.js';

const SKIN = '#b98d6c';
const SLEEVE = '#5b6663';
/** The sleeve begins here and has faded away there: only the hand matters. */
const SLEEVE_TOP = -100;
const SLEEVE_END = -380;

/** A plain right hand, its palm towards −z, its fingers up, and a sleeve that fades away below. */
export function handGeometry(): BufferGeometry {
  const finger = (x: number, length: number, lean: number) =>
    new CapsuleGeometry(9.5, length, 3, 8)
      .translate(0, length / 2, 0)
      .rotateZ(lean)
      .translate(x, 40, 0);
  const thumb = new CapsuleGeometry(11, 46, 3, 8).translate(0, 23, 0).rotateZ(0.75).translate(-38, -22, -4);
  const wrist = new CylinderGeometry(27, 30, 80, 14).scale(1, 1, 0.72).translate(2, -76, 0);
  const length = SLEEVE_TOP - SLEEVE_END;
  const sleeve = new CylinderGeometry(40, 48, length, 18, 6, true).scale(1, 1, 0.8).translate(2, SLEEVE_TOP - length / 2, 6);
  const palm = blocksGeometry([{ at: [0, 0, 0], size: [88, 98, 28], color: SKIN, bevel: 12 }]);
  const skin = [palm, finger(-32, 52, 0.1), finger(-11, 64, 0.03), finger(11, 60, -0.03), finger(32, 44, -0.1), thumb, wrist];
  return mergeGeometries([...skin.map((one) => painted(one, SKIN)), painted(sleeve, SLEEVE)]);
}

/** One colour all over, its fourth part the sleeve's fading. */
function painted(shape: BufferGeometry, hex: string): BufferGeometry {
  const geometry = shape.index === null ? shape : shape.toNonIndexed();
  const color = new Color(hex);
  const position = geometry.getAttribute('position');
  const colors = new Float32Array(position.count * 4);
  for (let index = 0; index < position.count; index += 1) {
    const there = (position.getY(index) - SLEEVE_END) / (SLEEVE_TOP - 60 - SLEEVE_END);
    colors.set([color.r, color.g, color.b, Math.min(1, Math.max(0, there))], index * 4);
  }
  geometry.setAttribute('color', new BufferAttribute(colors, 4));
  return geometry.deleteAttribute('uv');
}
