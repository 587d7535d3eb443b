import type { Anchor } from './anchorsOf.js';

/** How far before its end the line turns, and how round, CSS pixels. */
const LEAD = 28;
const ROUND = 9;

/** From the ring's edge across, down or up, and across again to the state: right angles with round corners. */
export function leaderPath(from: Anchor, to: { readonly x: number; readonly y: number }): string {
  const toRight = to.x >= from.x;
  const way = toRight ? 1 : -1;
  const start = from.x + way * from.radius;
  const bend = to.x - way * LEAD;
  const drop = to.y - from.y;
  const round = Math.min(ROUND, Math.abs(drop) / 2, LEAD);
  if (round < 1) return `M${px(start)} ${px(from.y)}H${px(to.x)}`;
  const down = Math.sign(drop);
  return [
    `M${px(start)} ${px(from.y)}`,
    `H${px(bend - way * round)}`,
    `Q${px(bend)} ${px(from.y)} ${px(bend)} ${px(from.y + down * round)}`,
    `V${px(to.y - down * round)}`,
    `Q${px(bend)} ${px(to.y)} ${px(bend + way * round)} ${px(to.y)}`,
    `H${px(to.x)}`,
  ].join('');
}

function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}
