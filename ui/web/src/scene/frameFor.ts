import type { CanvasSize, Frame } from './lens.js';

export type SceneLayout = 'bench' | 'bench-middle' | 'phone' | 'first' | 'first-middle' | 'first-phone';

/** Shares of a canvas. */
export interface FrameShares {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Shares of the canvas that hold the cabinet: the bench's canvas ends where its timeline begins, the phone's at its sheet. */
export const FRAME_SHARES: { readonly [layout in SceneLayout]: FrameShares } = {
  bench: { left: 0.425, right: 0.668, top: 0.108, bottom: 0.924 },
  'bench-middle': { left: 0.6, right: 0.97, top: 0.13, bottom: 0.93 },
  phone: { left: 0.45, right: 0.975, top: 0.235, bottom: 0.975 },
  first: { left: 0.585, right: 0.866, top: 0.19, bottom: 0.925 },
  'first-middle': { left: 0.61, right: 0.965, top: 0.14, bottom: 0.88 },
  'first-phone': { left: 0.46, right: 0.97, top: 0.36, bottom: 0.93 },
};

/** The part of the bench's canvas that neither the log nor the chart panel lies upon. */
const CLEAR: { readonly [layout in SceneLayout]?: { readonly left: number; readonly right: number } } = {
  bench: { left: 0.31, right: 0.745 },
  'bench-middle': { left: 0.45, right: 1 },
};

/** Below this width, CSS pixels, the bench's columns keep their own and the machine stands in what they leave. */
const SHARED_PX = 1440;
/** As `bench.css` has the columns with their margins: on narrower pages, and on the others. */
const COLUMNS = [
  { below: 1361, left: 370, right: 288 },
  { below: SHARED_PX, left: 428, right: 348 },
] as const;
/** Beside the machine for the words and their leaders, CSS pixels. */
const WORDS = { left: 180, right: 126 } as const;

function columnsOf(layout: SceneLayout, { width }: CanvasSize) {
  return layout === 'bench' ? COLUMNS.find(({ below }) => width < below) : undefined;
}

/** In CSS pixels from the canvas' left. */
export function clearOf(layout: SceneLayout, size: CanvasSize): { readonly left: number; readonly right: number } {
  const columns = columnsOf(layout, size);
  if (columns !== undefined) return { left: columns.left + 18, right: size.width - columns.right - 18 };
  const { left, right } = CLEAR[layout] ?? { left: 0, right: 1 };
  return { left: left * size.width, right: right * size.width };
}

/** A closer view may spread beyond the place where the cabinet stands, as far as the words beside it. */
export function spreadFrame(frame: Frame, size: CanvasSize): Frame {
  const [width, height] = [Math.min(frame.width * 1.6, size.width), Math.min(frame.height * 1.08, size.height)];
  const left = Math.min(Math.max(0, frame.left + (frame.width - width) / 2), size.width - width);
  return { left, top: frame.top + (frame.height - height) / 2, width, height };
}

export function frameFor(layout: SceneLayout, size: CanvasSize): Frame {
  const share = FRAME_SHARES[layout];
  const columns = columnsOf(layout, size);
  const left = columns === undefined ? share.left * size.width : columns.left + WORDS.left;
  const right = columns === undefined ? share.right * size.width : size.width - columns.right - WORDS.right;
  return {
    left,
    top: share.top * size.height,
    width: right - left,
    height: (share.bottom - share.top) * size.height,
  };
}
