import { textWidth } from '../../timeline/placeLabels.js';

export interface MapLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end' | 'middle';
  /** So far from its place that a line should lead there. */
  readonly isFar: boolean;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const LINE = 14;
const GAP = 9;
const FAR = 18;

/** Puts names beside their places: right, left, below or above, where nothing else stands; a name without room is left out. */
export class MapLabels {
  readonly #taken: Box[] = [];
  readonly #width: number;
  readonly #height: number;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
  }

  /** Keeps a circle free. */
  block(x: number, y: number, radius: number): void {
    this.#taken.push({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  }

  /** Lines of text beside a point; `null` where there is no room and it need not be there. */
  place(lines: readonly string[], x: number, y: number, size_px: number, isNeeded: boolean): readonly MapLabel[] | null {
    const width = Math.max(...lines.map((line) => textWidth(line, size_px)));
    const height = lines.length * LINE;
    const choices = [
      { anchor: 'start' as const, x: x + GAP, top: y - 10 },
      { anchor: 'end' as const, x: x - GAP, top: y - 10 },
      { anchor: 'middle' as const, x, top: y + GAP - 1 },
      { anchor: 'middle' as const, x, top: y - GAP - height - 1 },
      { anchor: 'start' as const, x: x + GAP - 2, top: y + 3 },
      { anchor: 'end' as const, x: x - GAP + 2, top: y + 3 },
      { anchor: 'start' as const, x: x + GAP - 2, top: y - height - 3 },
      { anchor: 'end' as const, x: x - GAP + 2, top: y - height - 3 },
      // Where places stand close together, a little farther off.
      { anchor: 'start' as const, x: x + FAR, top: y + GAP, isFar: true },
      { anchor: 'end' as const, x: x - FAR, top: y + GAP, isFar: true },
      { anchor: 'start' as const, x: x + FAR, top: y - GAP - height, isFar: true },
      { anchor: 'end' as const, x: x - FAR, top: y - GAP - height, isFar: true },
      { anchor: 'middle' as const, x, top: y + FAR, isFar: true },
      { anchor: 'middle' as const, x, top: y - FAR - height, isFar: true },
    ];
    const boxed = choices.map((choice) => ({
      isFar: false,
      ...choice,
      box: boxOf(choice.anchor, choice.x, choice.top, width, height),
    }));
    const within = boxed.filter(
      ({ box }) => box.left >= 2 && box.right <= this.#width - 2 && box.top >= 2 && box.bottom <= this.#height - 2,
    );
    const free = within.find(({ box }) => this.#taken.every((other) => !overlaps(box, other)));
    // The name alone may fit where name and count do not.
    if (free === undefined && lines.length > 1) return this.place(lines.slice(0, 1), x, y, size_px, isNeeded);
    const chosen = free ?? (isNeeded ? this.#leastCovered(within.length > 0 ? within : boxed) : undefined);
    if (chosen === undefined) return null;
    this.#taken.push(chosen.box);
    return lines.map((text, i) => ({
      text,
      x: chosen.x,
      y: chosen.top + 11 + i * LINE,
      anchor: chosen.anchor,
      isFar: chosen.isFar,
    }));
  }

  /** Where a name that must be there hides least of the others. */
  #leastCovered<Choice extends { readonly box: Box }>(choices: readonly Choice[]): Choice | undefined {
    const covered = ({ box }: Choice) => this.#taken.reduce((sum, other) => sum + overlap(box, other), 0);
    return choices.reduce<Choice | undefined>((a, b) => (a === undefined || covered(b) < covered(a) ? b : a), undefined);
  }
}

function boxOf(anchor: MapLabel['anchor'], x: number, top: number, width: number, height: number): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top, bottom: top + height };
}

function overlaps(a: Box, b: Box): boolean {
  return overlap(a, b) > 0;
}

/** Area that two boxes share, in square pixels. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}
