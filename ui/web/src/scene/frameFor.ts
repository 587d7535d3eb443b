import type { CanvasSize, Frame } from './lens.js';

export type SceneLayout = 'bench' | 'first' | 'phone';

/** Shares of the canvas that hold the cabinet: the bench's canvas ends where its timeline begins, the phone's at its sheet. */
const SHARES = {
  bench: { left: 0.425, right: 0.668, top: 0.108, bottom: 0.924 },
  first: { left: 0.585, right: 0.866, top: 0.2, bottom: 0.942 },
  phone: { left: 0.45, right: 0.975, top: 0.21, bottom: 0.975 },
} as const;

/** A closer view may spread beyond the place where the cabinet stands, as far as the words beside it. */
export function spreadFrame(frame: Frame, size: CanvasSize): Frame {
  const [width, height] = [Math.min(frame.width * 1.6, size.width), Math.min(frame.height * 1.08, size.height)];
  const left = Math.min(Math.max(0, frame.left + (frame.width - width) / 2), size.width - width);
  return { left, top: frame.top + (frame.height - height) / 2, width, height };
}

export function frameFor(layout: SceneLayout, size: CanvasSize): Frame {
  const share = SHARES[layout];
  return {
    left: share.left * size.width,
    top: share.top * size.height,
    width: (share.right - share.left) * size.width,
    height: (share.bottom - share.top) * size.height,
  };
}
