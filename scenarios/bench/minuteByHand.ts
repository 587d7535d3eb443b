/** When in the day a visit falls, at a site that never closes, by one word: below `outBelow` of its lower half out of hours. */
export function minuteByHand(when: number, outBelow: number, window: number, windows: number): number {
  const upper = when >>> 16;
  if ((when & 0xffff) < outBelow) {
    const minute = (upper * 720) >>> 16;
    return minute < 480 ? minute : minute + 720;
  }
  return 480 + Math.floor(((window * 65_536 + upper) * 720) / (65_536 * windows));
}
