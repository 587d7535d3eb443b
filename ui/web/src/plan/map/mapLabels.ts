/** Something that wants its name on the map: those first in the list are placed first. */
export interface LabelWish {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Of what is drawn there, in px. */
  readonly radius: number;
  /** Lines of words, the first bold. */
  readonly lines: readonly string[];
}

export interface PlacedLabel {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly lines: readonly string[];
}

interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const PER_LETTER = 6.6;
const LINE_PX = 15;
const GAP = 6;

/** Words beside their marks where there is room; who finds none has none, and is named in the list beside the map. */
export function mapLabels(wishes: readonly LabelWish[], width: number, height: number): readonly PlacedLabel[] {
  const taken: Rect[] = wishes.map(({ x, y, radius }) => ({
    left: x - radius,
    top: y - radius,
    right: x + radius,
    bottom: y + radius,
  }));
  const placed: PlacedLabel[] = [];
  for (const [own, wish] of wishes.entries()) {
    for (const { label, rect } of waysToPlace(wish)) {
      const isInside = rect.left >= 2 && rect.right <= width - 2 && rect.top >= 2 && rect.bottom <= height - 2;
      if (!isInside || taken.some((other, i) => i !== own && overlap(rect, other))) continue;
      placed.push(label);
      taken.push(rect);
      break;
    }
  }
  return placed;
}

function waysToPlace({ id, x, y, radius, lines }: LabelWish): readonly { readonly label: PlacedLabel; readonly rect: Rect }[] {
  const wide = Math.max(...lines.map((line) => line.length)) * PER_LETTER;
  const high = lines.length * LINE_PX;
  const side = radius + GAP;
  const middle = y - high / 2;
  const place = (anchor: PlacedLabel['anchor'], at: number, top: number) => {
    const left = anchor === 'start' ? at : anchor === 'end' ? at - wide : at - wide / 2;
    return { label: { id, x: at, y: top + 12, anchor, lines }, rect: { left, top, right: left + wide, bottom: top + high } };
  };
  return [
    place('start', x + side, middle),
    place('end', x - side, middle),
    place('middle', x, y - side - high + 2),
    place('middle', x, y + side - 2),
    place('start', x + side * 0.7, y - side * 0.7 - high / 2),
    place('start', x + side * 0.7, y + side * 0.7 - high / 2),
    place('end', x - side * 0.7, y - side * 0.7 - high / 2),
    place('end', x - side * 0.7, y + side * 0.7 - high / 2),
  ];
}

function overlap(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
