import { useEffect, useState } from 'react';

interface Track<T> {
  readonly key: string;
  readonly from: T;
  readonly share: number;
}

/**
 * A value that eases to its target when `key` changes, and follows it at once otherwise. It is the picture's only use of
 * the clock: once it has arrived, the picture is a function of the props alone. Zero milliseconds cuts.
 */
export function useEased<T>(target: T, key: string, ms: number, mix: (from: T, to: T, share: number) => T): T {
  const [track, setTrack] = useState<Track<T>>({ key, from: target, share: 1 });
  const value = track.share >= 1 ? target : mix(track.from, target, smooth(track.share));
  if (track.key !== key) setTrack({ key, from: value, share: ms > 0 ? 0 : 1 });
  const moving = track.share < 1;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new key begins a new way.
  useEffect(() => {
    if (!moving) return undefined;
    const began = performance.now();
    let frame = requestAnimationFrame(function step(now) {
      const share = Math.min(1, Math.max(0, (now - began) / ms));
      setTrack((one) => ({ ...one, share }));
      if (share < 1) frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [track.key, moving, ms]);
  return value;
}

function smooth(share: number): number {
  return share * share * (3 - 2 * share);
}
