import type { MachinePose } from '../pose/MachinePose.js';
import type { LabelText } from '../scene/LabelText.js';
import { say } from '../text/say.js';

/** The words around the picture: what is what, and what is wrong. `few` keeps those that matter on a narrow page. */
export function labelsFor(pose: MachinePose, few: boolean, emulated: boolean): LabelText[] {
  // A narrow page has no room beside the ghost.
  const labels = few ? faultLabels(pose).slice(0, 1) : [...partLabels(pose, emulated), ...faultLabels(pose)];
  return [...labels, beamLabel(pose)];
}

function faultLabels(pose: MachinePose): LabelText[] {
  const number = pose.ghostCartridge;
  if (number === null) return [];
  return [
    { anchor: 'cartridge', side: 'left', title: say('label.cartridge', { number }), note: say('label.hung'), tone: 'fault' },
    { anchor: 'ghost', side: 'left', title: say('label.ghost'), note: say('label.ghostAbout'), tone: 'ink' },
  ];
}

function beamLabel(pose: MachinePose): LabelText {
  const fault = pose.beam === 'blind';
  const note = fault ? say('label.beamBlind') : pose.beam === 'broken' ? say('label.beamBroken') : beamNote(pose);
  return { anchor: 'beam', side: 'left', title: say('label.beam'), note, tone: fault ? 'fault' : 'live' };
}

function beamNote(pose: MachinePose): string {
  return pose.ghostCartridge === null ? say('label.beamLit') : say('label.beamNever');
}

function partLabels(pose: MachinePose, emulated: boolean): LabelText[] {
  const count = pose.cartridges.length;
  const box = pose.boxPackages === 0 ? say('label.boxEmpty') : say('label.boxFull', { count: pose.boxPackages });
  const lock = pose.doorDeg > 1 ? say('label.lockOpen') : say('label.lockAbout');
  const controller = say(emulated ? 'label.controllerEmulated' : 'label.controllerAbout');
  return [
    { anchor: 'coils', side: 'left', title: say('label.coils', { count }), note: say('label.assumption'), tone: 'ink' },
    { anchor: 'box', side: 'left', title: say('label.box'), note: box, tone: 'ink' },
    { anchor: 'controller', side: 'right', title: say('label.controller'), note: controller, tone: 'ink' },
    { anchor: 'lock', side: 'right', title: say('label.lock'), note: lock, tone: 'ink' },
    // An open door has taken the reader with it.
    ...(pose.doorDeg > 5 ? [] : [{ anchor: 'reader', side: 'right', title: say('label.reader'), tone: 'ink' } as const]),
    { anchor: 'power', side: 'right', title: say('label.power'), tone: 'ink' },
  ];
}
