/** A text that wants to stand beside its anchor, inside `from` to `to` at best. Pixels of the picture. */
export interface LabelWish {
  readonly text: string;
  /** Where the text may begin when it stands to the right of its anchor. */
  readonly rightOf: number;
  /** Where it must end when it stands to the left. */
  readonly leftOf: number;
}

export interface PlacedLabel {
  readonly x: number;
  readonly width: number;
  readonly row: number;
}

/** Mean width of a letter of Geist as a share of its size, a little on the wide side so that texts keep their distance. */
const LETTER_EM = 0.545;
const GAP_PX = 10;
/** From a mark's middle to a text beside it. */
export const MARK_GAP_PX = 8;

export function textWidth(text: string, size_px: number): number {
  return text.length * size_px * LETTER_EM;
}

/**
 * Puts each label to the right of its anchor, or to the left where the picture ends, in the first row in which it touches
 * nothing: neither a label placed before it nor, in row 0, one of the marks. Rows are counted from 0.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  marks: readonly number[],
  plot: { readonly from: number; readonly to: number; readonly size_px: number },
): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const wish of wishes) {
    const width = textWidth(wish.text, plot.size_px);
    const right = wish.rightOf + width <= plot.to ? wish.rightOf : null;
    const left = wish.leftOf - width >= plot.from ? wish.leftOf - width : null;
    const choices = [right, left].filter((x) => x !== null);
    if (choices.length === 0) choices.push(Math.max(plot.from, plot.to - width));
    placed.push(firstFree(choices, width, placed, marks));
  }
  return placed;
}

function firstFree(
  choices: readonly number[],
  width: number,
  placed: readonly PlacedLabel[],
  marks: readonly number[],
): PlacedLabel {
  for (let row = 0; ; row++) {
    const others = placed.filter((label) => label.row === row);
    const x = choices.find(
      (choice) =>
        others.every((other) => choice >= other.x + other.width + GAP_PX || choice + width + GAP_PX <= other.x) &&
        (row > 0 || marks.every((mark) => choice >= mark + MARK_GAP_PX || choice + width <= mark - MARK_GAP_PX)),
    );
    if (x !== undefined) return { x, width, row };
  }
}
