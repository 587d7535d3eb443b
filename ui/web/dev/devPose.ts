import type { CartridgePose, MachinePose } from '../src/pose/MachinePose.js';
import type { SceneLayout } from '../src/scene/frameFor.js';
import type { LabelText } from '../src/scene/LabelText.js';

export type PoseName = 'idle' | 'hung' | 'turning' | 'falling' | 'palm' | 'door' | 'box' | 'blocked' | 'everything';

const cartridges: readonly CartridgePose[] = Array.from({ length: 48 }, (_, index) => {
  const gone = (index * 7) % 5;
  return { number: index + 1, coilDeg: gone * 360, packages: 14 - gone, left: gone, hangShare: 0, state: 'home' };
});

const idle: MachinePose = {
  machine: 'harbour-house-1',
  cartridges,
  falling: [],
  doorDeg: 0,
  flapDeg: 0,
  flapBlocked: false,
  beam: 'lit',
  palmShare: null,
  reader: 'idle',
  screen: { headline: 'Good afternoon.', body: 'Hold your palm over the reader below.', tone: 'calm' },
  boxPackages: 0,
  inService: true,
  focusCartridge: null,
  ghostCartridge: null,
};

function withCartridge(number: number, change: Partial<CartridgePose>): readonly CartridgePose[] {
  return cartridges.map((one) => (one.number === number ? { ...one, ...change } : one));
}

const hung = withCartridge(19, { coilDeg: 900, packages: 13, left: 1, hangShare: 1, state: 'jammed' });

/** Fixed poses to look at. */
export function devPose(name: PoseName): MachinePose {
  switch (name) {
    case 'idle':
      return idle;
    case 'hung':
      return {
        ...idle,
        cartridges: hung,
        focusCartridge: 19,
        ghostCartridge: 19,
        screen: { headline: 'One moment.', body: 'Please ask at the desk.', tone: 'fault' },
      };
    case 'turning':
      return { ...idle, cartridges: withCartridge(19, { coilDeg: 540, state: 'moving' }), focusCartridge: 19 };
    case 'falling':
      return {
        ...idle,
        falling: [
          { cartridge: 19, fallShare: 1 },
          { cartridge: 30, fallShare: 0.6 },
          { cartridge: 8, fallShare: 1.5 },
        ],
        beam: 'broken',
        focusCartridge: 19,
      };
    case 'palm':
      return {
        ...idle,
        palmShare: 1,
        reader: 'capturing',
        screen: { headline: 'Hold still.', body: 'Reading your palm.', tone: 'live' },
      };
    case 'door':
      return {
        ...idle,
        cartridges: hung,
        focusCartridge: 19,
        ghostCartridge: null,
        doorDeg: 96,
        reader: 'off',
        inService: false,
        screen: { headline: '', body: '', tone: 'calm' },
      };
    case 'box':
      return { ...idle, boxPackages: 9, flapDeg: 50 };
    case 'everything':
      // All that can be drawn at once: what a frame can cost at most.
      return {
        ...devPose('hung'),
        cartridges: cartridges.map((one) => ({ ...one, packages: 14, hangShare: 1, state: 'jammed' })),
        falling: [{ cartridge: 3, fallShare: 0.7 }],
        boxPackages: 24,
        palmShare: 1,
        flapDeg: 20,
        flapBlocked: true,
        doorDeg: 50,
      };
    case 'blocked':
      return { ...idle, flapBlocked: true, flapDeg: 12, beam: 'blind' };
  }
}

/** Words for the harness; the page has its own. */
export function devLabels(layout: SceneLayout): readonly LabelText[] {
  const both: readonly LabelText[] = [
    { anchor: 'cartridge', side: 'left', title: 'Cartridge 19', note: 'package hung', tone: 'fault' },
    { anchor: 'beam', side: 'left', title: 'Drop beam', note: 'never broken', tone: 'live' },
  ];
  if (layout !== 'bench') return both;
  return [
    ...both,
    { anchor: 'coils', side: 'left', title: 'Coils, 48 lanes', note: 'assumption', tone: 'ink' },
    { anchor: 'ghost', side: 'left', title: 'Ghost of the fall', note: 'it should have made', tone: 'ink' },
    { anchor: 'box', side: 'left', title: 'Collection box', note: 'empty', tone: 'ink' },
    { anchor: 'controller', side: 'right', title: 'Controller', note: 'level 1, model', tone: 'ink' },
    { anchor: 'lock', side: 'right', title: 'Door lock', note: 'needs a key', tone: 'ink' },
    { anchor: 'reader', side: 'right', title: 'Palm reader', tone: 'ink' },
    { anchor: 'power', side: 'right', title: 'Power', tone: 'ink' },
  ];
}
