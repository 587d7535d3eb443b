import type { MachinePose } from '../pose/MachinePose.js';
import { CABINET } from './CABINET.js';
import { cartridgePlace } from './cartridgePlace.js';
import { elevationY as up } from './elevationAnchors.js';
import type { ViewName } from './ViewCamera.js';

/** Around the whole machine, millimetres: words at its sides, the page's head above it, floor below. */
const SIDE = 900;
const HEAD = 250;
const FOOT = 200;

/** On a phone the clock stands above, and to the left. */
const IN_CORNER = { head: 700, foot: 110, right: 70 } as const;

/** Where in its box the machine stands. */
export type ElevationAlign = 'middle' | 'right' | 'corner';

/** What a view holds: the whole machine, or the part that it is about. */
export function elevationViewBox(view: ViewName, { focusCartridge }: MachinePose, align: ElevationAlign): string {
  const around = (x: number, y: number, high: number) => `${x - high} ${up(y) - high / 2} ${2 * high} ${high}`;
  const half = CABINET.width / 2;
  const place = cartridgePlace(focusCartridge ?? 1);
  switch (view) {
    case 'front':
      if (align === 'corner') return corner(half);
      return `${-half - SIDE} ${-CABINET.height - HEAD} ${2 * (half + SIDE)} ${CABINET.height + HEAD + FOOT}`;
    case 'cartridge':
      return around(place.x, place.trayY, 620);
    case 'chute':
      return around(0, 480, 1150);
    case 'door':
      return around(0, 1000, 2500);
  }
}

function corner(half: number): string {
  const { head, foot, right } = IN_CORNER;
  return `${-half - SIDE} ${-CABINET.height - head} ${2 * half + SIDE + right} ${CABINET.height + head + foot}`;
}
