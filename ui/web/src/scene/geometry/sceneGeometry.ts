import { CABINET } from '../CABINET.js';
import { barsGeometry } from './barsGeometry.js';
import { blocksGeometry } from './blocksGeometry.js';
import * as cabinet from './cabinetGeometry.js';
import { coilGeometry } from './coilGeometry.js';
import { handGeometry } from './handGeometry.js';
import * as interior from './interiorGeometry.js';
import { packageGeometry } from './packageGeometry.js';

const { width, height, thickness } = CABINET.package;

/** A package larger by so much all round: what shows of it behind the package is a rim. */
function rimGeometry(by: number) {
  const size = [width + 2 * by, height + 2 * by, thickness + 2 * by] as const;
  return blocksGeometry([{ at: [0, 0, 0], size, color: '#ffffff', bevel: 4 }]);
}

function build() {
  return {
    plinth: cabinet.plinthGeometry(),
    frame: cabinet.frameGeometry(),
    bolt: cabinet.boltGeometry(),
    flank: cabinet.flankGeometry(),
    vents: cabinet.ventsGeometry(),
    door: cabinet.doorGeometry(),
    bezel: cabinet.bezelGeometry(),
    reader: cabinet.readerGeometry(),
    doorBright: cabinet.doorBrightGeometry(),
    flap: cabinet.flapGeometry(),
    cabinetEdges: cabinet.cabinetEdges(),
    doorEdges: cabinet.doorEdges(),
    liner: interior.linerGeometry(),
    shelves: interior.shelvesGeometry(),
    strips: interior.stripsGeometry(),
    works: interior.worksGeometry(),
    chute: interior.chuteGeometry(),
    box: interior.boxGeometry(),
    coil: coilGeometry(),
    package: packageGeometry('#f7f2e7', '#d9ccb4'),
    ghost: blocksGeometry([{ at: [0, 0, 0], size: [width, height, thickness], color: '#ffffff', bevel: 4 }]),
    ghostBars: barsGeometry([width, height, thickness], 2.4),
    hungRim: rimGeometry(8),
    hungRimNear: rimGeometry(3.4),
    flapBars: barsGeometry([CABINET.flap.width + 14, CABINET.flap.height + 14, 18], 6),
    hand: handGeometry(),
  };
}

export type SceneGeometry = ReturnType<typeof build>;

let built: SceneGeometry | null = null;

/** Every shape of the scene, made once and shared by the bench and the inset. */
export function sceneGeometry(): SceneGeometry {
  built ??= build();
  return built;
}
