import type { Anchor, Anchors } from './anchorsOf.js';
import type { LabelText } from './LabelText.js';

/** A label with its place: `y` is the middle of its title, the leader starts at `x` beside the text. */
export interface PlacedLabel {
  readonly label: LabelText;
  readonly anchor: Anchor;
  readonly x: number;
  readonly y: number;
}

export interface LabelRoom {
  readonly leftX: number;
  readonly rightX: number;
  readonly top: number;
  readonly bottom: number;
}

/** In the picture's own units. */
export interface LabelSpacing {
  /** Labels of one side keep at least so far from each other. */
  readonly apart: number;
  /** How far a label lies above or below what it points at, so that leaders lean a little. */
  readonly lift: number;
}

/** CSS pixels. */
const ON_CANVAS: LabelSpacing = { apart: 50, lift: 24 };

/** Puts each side's labels in the order of what they point at, apart from each other and inside the room. */
export function placeLabels(
  labels: readonly LabelText[],
  anchors: Anchors,
  room: LabelRoom,
  spacing: LabelSpacing = ON_CANVAS,
): readonly PlacedLabel[] {
  return (['left', 'right'] as const).flatMap((side) => {
    const x = side === 'left' ? room.leftX : room.rightX;
    const here = labels.flatMap((label) => {
      const anchor = anchors[label.anchor];
      return label.side === side && anchor !== undefined ? [{ label, anchor, x, y: wishedY(anchor, room, spacing.lift) }] : [];
    });
    return spread(
      here.sort((a, b) => a.anchor.y - b.anchor.y),
      room,
      spacing.apart,
    );
  });
}

/** Below the middle of the room leaders lean the other way. */
function wishedY(anchor: Anchor, room: LabelRoom, lift: number): number {
  const share = (anchor.y - room.top) / Math.max(1, room.bottom - room.top);
  return anchor.y + lift * (2 * Math.min(1, Math.max(0, share)) - 1);
}

/** Down the column each label makes room for the next; then up again from the bottom. */
function spread(sorted: readonly PlacedLabel[], room: LabelRoom, apart: number): readonly PlacedLabel[] {
  const ys: number[] = [];
  for (const one of sorted) ys.push(Math.max(one.y, (ys.at(-1) ?? room.top - apart) + apart));
  let floor = room.bottom;
  for (let index = ys.length - 1; index >= 0; index -= 1) {
    ys[index] = Math.min(ys[index]!, floor);
    floor = ys[index]! - apart;
  }
  return sorted.map((one, index) => ({ ...one, y: ys[index]! }));
}
