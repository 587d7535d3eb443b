import { BufferAttribute, type BufferGeometry, CapsuleGeometry, Color, CylinderGeometry } from 'three';
import { mergeGeometries } from 'three/examples/jsm/utils/BufferGeometryUtils.js';
import { blocksGeometry } from './blocksGeometry.js';

const SKIN = '#b98d6c';
const SLEEVE = '#4f5a57';

/** A plain right hand, its palm towards −z, its fingers up, and a sleeve that leads away below. */
export function handGeometry(): BufferGeometry {
  const finger = (x: number, length: number, lean: number) =>
    new CapsuleGeometry(9.5, length, 3, 8).translate(0, length / 2, 0).rotateZ(lean).translate(x, 40, 0);
  const thumb = new CapsuleGeometry(11, 46, 3, 8).translate(0, 23, 0).rotateZ(0.75).translate(-38, -22, -4);
  const wrist = new CylinderGeometry(27, 30, 80, 14).scale(1, 1, 0.72).translate(2, -76, 0);
  const sleeve = new CylinderGeometry(40, 50, 330, 18).scale(1, 1, 0.8).translate(2, -262, 6);
  const palm = blocksGeometry([{ at: [0, 0, 0], size: [88, 98, 28], color: SKIN, bevel: 12 }]);
  const skin = [finger(-32, 52, 0.1), finger(-11, 64, 0.03), finger(11, 60, -0.03), finger(32, 44, -0.1), thumb, wrist];
  return mergeGeometries([palm, ...skin.map((one) => painted(one, SKIN)), painted(sleeve, SLEEVE)]);
}

function painted(indexed: BufferGeometry, hex: string): BufferGeometry {
  const geometry = indexed.toNonIndexed();
  const color = new Color(hex);
  const count = geometry.getAttribute('position').count;
  const colors = Float32Array.from({ length: count * 3 }, (_, index) => [color.r, color.g, color.b][index % 3]!);
  geometry.setAttribute('color', new BufferAttribute(colors, 3));
  return geometry.deleteAttribute('uv');
}
